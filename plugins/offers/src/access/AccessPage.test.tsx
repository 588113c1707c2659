import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anEngineer, OFFER_ID, PLAN_ID } from '../__testUtils__/builders';
import { callsOf, openOffers } from '../__testUtils__/renderOffers';
import { readersZone } from '../words/dates';

jest.mock('../words/dates', () => ({
  ...jest.requireActual<typeof import('../words/dates')>('../words/dates'),
  readersZone: jest.fn(() => 'UTC'),
}));

const explained = {
  id: OFFER_ID,
  name: 'postgres',
  title: 'PostgreSQL',
  viewer: 'user:default/otto',
  url: 'http://portal',
  explanation: {
    at: '2026-12-01T09:00:00.000Z',
    state: 'available' as const,
    version: 2,
    visible: {
      answer: true,
      reasons: [{ code: 'may-see' as const, holds: true, sentence: 'In the audience.' }],
    },
    orderable: {
      answer: false,
      reasons: [
        { code: 'may-order' as const, holds: false, sentence: 'Not among those who may order it.' },
      ],
    },
  },
};

const summary = (name: string, title: string) => ({
  id: OFFER_ID,
  name,
  title,
  summary: '',
  catalogue: 'default',
  interaction: 'provision' as const,
  state: 'available' as const,
  revision: 1,
  updatedAt: '2026-12-01T09:00:00.000Z',
  missing: 0,
});

describe('the explorer for access', () => {
  it('answers what the address asks, reason by reason, at an instant', async () => {
    const { calls } = openOffers(
      '/offers/manage/access?person=user:default/otto&offer=postgres&at=2026-12-01T09:00',
      { explainOffer: explained, listOffers: { items: [] } },
    );
    const sees = within(await screen.findByRole('list', { name: 'Sees it' }));
    expect(sees.getByText('In the audience.')).toBeInTheDocument();
    const orders = within(screen.getByRole('list', { name: 'Can order it' }));
    expect(orders.getByText('Not among those who may order it.')).toBeInTheDocument();
    expect(callsOf(calls, 'explainOffer')[0]).toEqual({
      params: { name: 'postgres' },
      query: { viewer: 'user:default/otto', zone: 'UTC', at: '2026-12-01T09:00:00.000Z' },
    });
  });

  it('says of a time that the clock change skips that it does not exist, and asks nothing', async () => {
    jest.mocked(readersZone).mockReturnValue('Europe/Amsterdam');
    const { calls } = openOffers(
      '/offers/manage/access?person=user:default/otto&offer=postgres&at=2027-03-28T02:30',
      { explainOffer: explained, listOffers: { items: [] } },
    );
    expect(await screen.findByText('That time does not exist')).toBeInTheDocument();
    expect(screen.getByLabelText('At')).toBeInvalid();
    expect(screen.getByRole('button', { name: 'Explain' })).toBeDisabled();
    expect(callsOf(calls, 'explainOffer')).toEqual([]);
    jest.mocked(readersZone).mockReturnValue('UTC');
  });

  it('asks nothing before somebody is named', async () => {
    const { calls } = openOffers('/offers/manage/access', { listOffers: { items: [] } });
    expect(await screen.findByText('Name a person or a group')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Show what they see' })).toBeDisabled();
    await userEvent.type(screen.getByRole('combobox', { name: 'Person or group' }), 'mia{Escape}');
    await userEvent.tab();
    expect(await screen.findByText(/write all of it: user:default\/mia/)).toBeInTheDocument();
    // The box for the offer, which comes next, shows its list.
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Show what they see' })).toBeDisabled();
    expect(callsOf(calls, 'explainOffer')).toHaveLength(0);
  });

  it('shows what a group sees of every offer, and why of one', async () => {
    const hidden = { answer: false, reasons: [] };
    const { calls } = openOffers('/offers/manage/access', {
      listOffers: { items: [summary('postgres', 'PostgreSQL'), summary('vault', 'Vault')] },
      explainOffer: ({ params: { name } }) =>
        name === 'postgres'
          ? explained
          : {
              ...explained,
              id: PLAN_ID,
              name,
              title: 'Vault',
              explanation: { ...explained.explanation, visible: hidden, orderable: hidden },
            },
    });
    const box = await screen.findByRole('combobox', { name: 'Person or group' });
    await userEvent.type(box, 'group:default/engineers');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Show what they see' }));
    const table = within(await screen.findByRole('table', { name: /What engineers sees/ }));
    expect(table.getByText('PostgreSQL')).toBeInTheDocument();
    expect(table.queryByText('Vault')).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only what they see' }));
    expect(table.getByText('Vault')).toBeInTheDocument();
    await userEvent.click(table.getByRole('button', { name: 'Why: PostgreSQL' }));
    expect(await screen.findByRole('list', { name: 'Can order it' })).toBeInTheDocument();
    expect(callsOf(calls, 'explainOffer')[0]?.query).toMatchObject({
      viewer: 'group:default/engineers',
    });
  });

  it('reads past drafts to what is published', async () => {
    const { calls } = openOffers('/offers/manage/access?person=group:default/engineers', {
      listOffers: ({ query }) =>
        query?.cursor
          ? { items: [summary('postgres', 'PostgreSQL')] }
          : { items: [{ ...summary('a-draft', 'A draft'), state: 'draft' }], nextCursor: 'next' },
      explainOffer: explained,
    });
    const table = within(await screen.findByRole('table', { name: /What engineers sees/ }));
    expect(table.getByText('PostgreSQL')).toBeInTheDocument();
    expect(screen.queryByText('Show more')).not.toBeInTheDocument();
    expect(callsOf(calls, 'explainOffer').map(({ params }) => params.name)).toEqual(['postgres']);
  });

  it('is for those who read every offer', async () => {
    openOffers('/offers/manage/access', { me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
  });
});
