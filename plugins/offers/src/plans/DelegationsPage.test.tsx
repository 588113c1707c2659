import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Delegation } from '@offerdesk/backstage-plugin-offers-common';
import { PLAN_ID, someone } from '../__testUtils__/builders';
import { callsOf, openOffers } from '../__testUtils__/renderOffers';

const given: Delegation = {
  id: PLAN_ID,
  delegator: 'user:default/carla',
  delegate: 'user:default/mia',
  from: '2026-12-01T08:00:00.000Z',
  until: '2026-12-08T08:00:00.000Z',
  reason: 'Holiday',
  createdAt: '2026-11-25T08:00:00.000Z',
};

const open = () =>
  openOffers('/offers/plans/stand-ins', {
    me: someone({ approver: true }),
    listDelegations: { given: [given], held: [] },
    createDelegation: given,
    revokeDelegation: given,
  });

describe('stand-ins', () => {
  it('are named for a while, with why', async () => {
    const { calls } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Name a stand-in…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('combobox'), 'user:default/mia');
    await userEvent.tab();
    await userEvent.type(within(dialog).getByLabelText(/^Why/), 'Holiday');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Let them decide' }));
    await waitFor(() =>
      expect(callsOf(calls, 'createDelegation')[0]?.body).toMatchObject({
        delegate: 'user:default/mia',
        reason: 'Holiday',
      }),
    );
  });

  it('are taken back', async () => {
    const { calls } = open();
    const table = await screen.findByRole('table', { name: 'Who stands in for you' });
    await userEvent.click(within(table).getByRole('button', { name: 'Take back…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Take it back' }));
    await waitFor(() =>
      expect(callsOf(calls, 'revokeDelegation')[0]?.params).toEqual({ id: PLAN_ID }),
    );
  });
});
