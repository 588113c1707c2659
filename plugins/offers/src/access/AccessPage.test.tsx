import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anEngineer, OFFER_ID } from '../__testUtils__/builders';
import { callsOf, openOffers } from '../__testUtils__/renderOffers';

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

  it('asks nothing before both are named', async () => {
    const { calls } = openOffers('/offers/manage/access', { listOffers: { items: [] } });
    expect(await screen.findByText('Name a person and an offer')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('combobox', { name: 'Person' }), 'user:default/otto');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Explain' })).toBeDisabled();
    expect(callsOf(calls, 'explainOffer')).toHaveLength(0);
  });

  it('is for those who read every offer', async () => {
    openOffers('/offers/manage/access', { me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
  });
});
