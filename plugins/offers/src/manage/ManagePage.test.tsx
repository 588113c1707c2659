import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aListedOffer, anEngineer, OFFER_ID } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const row = aListedOffer();
const { title } = row;

const open = (answers: Answers, address = '/offers/manage') =>
  openOffers(address, { listOffers: { items: [row] }, ...answers });

describe('the offers that are managed', () => {
  it('lists them with state and what they miss, each leading to its draft', async () => {
    open({});
    const table = await screen.findByRole('table', { name: 'Managed offers' });
    expect(within(table).getByText('3 things missing')).toBeInTheDocument();
    expect(within(table).getByText('Draft')).toBeInTheDocument();
    expect(within(table).getByRole('link', { name: title })).toHaveAttribute(
      'href',
      `/offers/manage/${OFFER_ID}`,
    );
  });

  it('takes words, state, category and tags from the address', async () => {
    const asked = { q: 'post', state: 'draft', category: 'databases', tags: 'postgresql,backup' };
    const { calls } = open({}, `/offers/manage?${new URLSearchParams(asked)}`);
    await screen.findByRole('table', { name: 'Managed offers' });
    expect(callsOf(calls, 'listOffers')[0]?.query).toMatchObject(asked);
  });

  it('finds live offers by their health, and says it', async () => {
    const ill = { ...row, state: 'available' as const, missing: 0, health: 92 };
    const { calls } = open({ listOffers: { items: [ill] } }, '/offers/manage?health=100');
    const table = await screen.findByRole('table', { name: 'Managed offers' });
    expect(within(table).getByText('92 % healthy')).toBeInTheDocument();
    expect(callsOf(calls, 'listOffers')[0]?.query).toMatchObject({ healthBelow: 100 });
    expect(screen.getByRole('button', { name: /Live, under 100 %/ })).toBeInTheDocument();
  });

  it('tells those whom it is not for, and asks the backend for nothing', async () => {
    const { calls } = open({ me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
    expect(callsOf(calls, 'listOffers')).toHaveLength(0);
    const on = screen.getByRole('link', { name: 'Go to the catalogue' });
    expect(on).toHaveAttribute('href', '/offers');
  });

  it('leads on from an address that is none', async () => {
    open({}, '/offers/nowhere');
    const on = await screen.findByRole('link', { name: 'Go to the catalogue' });
    expect(on).toHaveAttribute('href', '/offers');
  });

  it('creates an offer, and says what is wrong with its name before it is sent', async () => {
    const { calls } = open({
      createOffer: () => {
        throw refusal(409, 'name-taken', 'Another offer has this name; choose another.');
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'New offer…' }));
    const dialog = await screen.findByRole('dialog', { name: 'New offer' });
    await userEvent.type(within(dialog).getByLabelText(/^Title/), 'A queue');
    await userEvent.type(within(dialog).getByLabelText(/^Name/), 'A Queue');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Create the draft' }));
    expect(await within(dialog).findByText(/Use lower-case letters/)).toBeInTheDocument();
    expect(callsOf(calls, 'createOffer')).toHaveLength(0);
    await userEvent.clear(within(dialog).getByLabelText(/^Name/));
    await userEvent.type(within(dialog).getByLabelText(/^Name/), 'a-queue');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Create the draft' }));
    expect(await within(dialog).findByText(/choose another/)).toBeInTheDocument();
    expect(callsOf(calls, 'createOffer')[0]?.body).toMatchObject({
      name: 'a-queue',
      interaction: 'provision',
      content: { information: { title: 'A queue' } },
    });
  });
});
