import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OFFER_ID, someone } from '../__testUtils__/builders';
import { callsOf, openOffers } from '../__testUtils__/renderOffers';

const stored = {
  retired: false,
  revision: 3,
  updatedAt: '2026-12-01T08:00:00.000Z',
  updatedBy: 'user:default/carla',
  note: '',
};
const list = { ...stored, id: 'standard', title: 'Standard', currency: 'EUR', audience: [] };
const party = { ...stored, id: 'acme', name: 'Acme', kind: 'external' as const };
const manager = someone({ can: ['readAll', 'updateOffer', 'manageReferences'] });
const effect = {
  refreshed: [],
  stillSaying: [{ id: OFFER_ID, name: 'postgres', title: 'PostgreSQL', version: 1 }],
};

describe('what is kept once', () => {
  it('changes a price list at the revision that was read, and says what it did not change', async () => {
    const { calls } = openOffers('/offers/manage/price-lists', {
      me: manager,
      listPriceLists: { items: [list] },
      changePriceList: { ...list, ...effect },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Change standard' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.clear(within(dialog).getByLabelText(/^Currency/));
    await userEvent.type(within(dialog).getByLabelText(/^Currency/), 'usd');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(callsOf(calls, 'changePriceList')).toHaveLength(1));
    expect(callsOf(calls, 'changePriceList')[0]).toMatchObject({
      params: { id: 'standard' },
      revision: 3,
      body: { title: 'Standard', currency: 'USD', audience: [] },
    });
    expect(screen.getByTestId('offers-live-region')).toHaveTextContent(
      /1 published version keeps what it said/,
    );
  });

  it('keeps a new party, and retires another', async () => {
    const { calls } = openOffers('/offers/manage/parties', {
      me: manager,
      listParties: { items: [party] },
      createParty: party,
      retireParty: { ...party, retired: true, ...effect },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Keep a new one…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^Id/), 'acme');
    await userEvent.type(within(dialog).getByLabelText(/^Name/), 'Acme');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep' }));
    await waitFor(() =>
      expect(callsOf(calls, 'createParty')[0]?.body).toEqual({
        id: 'acme',
        name: 'Acme',
        kind: 'external',
        note: '',
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Retire acme' }));
    const asked = await screen.findByRole('dialog');
    await userEvent.click(within(asked).getByRole('button', { name: 'Retire' }));
    await waitFor(() => expect(callsOf(calls, 'retireParty')[0]).toMatchObject({ revision: 3 }));
  });

  it('is only read by those who may not change it', async () => {
    openOffers('/offers/manage/parties', {
      me: someone({ can: ['readAll'] }),
      listParties: { items: [party] },
    });
    expect(await screen.findByText('Acme')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Change|Retire|Keep/ })).not.toBeInTheDocument();
  });
});
