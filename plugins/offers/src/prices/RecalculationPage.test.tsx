import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PriceList, RecalculationPreview } from '@offerdesk/backstage-plugin-offers-common';
import { aPlan, OFFER_ID, PLAN_ID } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal } from '../__testUtils__/renderOffers';
import { previewOf, startForm } from './recalculationForm';

const OTHER_ID = '00000000-0000-4000-8000-00000000000e';

const list = (amount: string): PriceList => ({
  currency: 'EUR',
  audience: [],
  charges: [{ kind: 'recurring', label: 'Use', amount, period: 'month' }],
});

const preview: RecalculationPreview = {
  offers: [OFFER_ID, PLAN_ID].map((id, index) => ({
    offer: { id, name: `offer-${index}`, title: `Offer ${index + 1}`, version: 1 },
    before: [list('100')],
    after: [list('110')],
    margins: [],
  })),
  leftOut: [{ id: OTHER_ID, name: 'drafted', title: 'Drafted', reason: 'It has a draft already.' }],
};

/** Asks what a change of the prices of a team would do. */
async function ask(percent: string) {
  await userEvent.click(await screen.findByRole('combobox', { name: 'Owner' }));
  await userEvent.paste('group:default/platform-team');
  await userEvent.tab();
  await userEvent.click(screen.getByLabelText('Per cent'));
  await userEvent.paste(percent);
  await userEvent.click(screen.getByRole('button', { name: 'Show what would change' }));
}

describe('changing the prices of many offers', () => {
  it('asks for nothing before it is said which and by how much', () => {
    expect(previewOf(startForm)).toBeUndefined();
    expect(previewOf({ ...startForm, owner: 'group:default/a' })).toBeUndefined();
    expect(
      previewOf({ ...startForm, owner: 'Group:default/a', by: 'index', from: '100', to: '103' }),
    ).toEqual({
      selection: { owner: 'group:default/a' },
      recalculation: {
        index: { from: '100', to: '103' },
        rounding: { mode: 'half-even' },
      },
    });
  });

  it('says at the field what is wrong with it', async () => {
    openOffers('/offers/manage/prices', {
      previewRecalculation: () => {
        throw refusal(400, 'invalid-input', 'Something in the request is not right.', [
          { field: 'recalculation.percent', remedy: 'Give a percentage such as 10 or -2.5' },
        ]);
      },
    });
    await ask('abc');
    expect(await screen.findByText('Give a percentage such as 10 or -2.5')).toBeInTheDocument();
    expect(screen.getByLabelText('Per cent')).toBeInvalid();
  });

  it('shows what would change, leaves out what shall stay, and makes one plan', async () => {
    const { calls } = openOffers('/offers/manage/prices', {
      previewRecalculation: preview,
      planRecalculation: aPlan({ state: 'draft' }),
      getPlan: aPlan({ state: 'draft' }),
    });
    await ask('10');
    const table = await screen.findByRole('table', { name: 'What would change' });
    expect(within(table).getAllByText('110.00 EUR a month')).toHaveLength(2);
    await userEvent.click(
      within(table).getByRole('checkbox', { name: 'Change the prices of Offer 2' }),
    );
    expect(screen.getByText('1 offer gets new prices.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Make a plan of it…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Make the plan' }));
    await waitFor(() =>
      expect(callsOf(calls, 'planRecalculation')[0]?.body).toMatchObject({
        selection: { owner: 'group:default/platform-team' },
        recalculation: { percent: '10' },
        // Also what the preview says that it stays: the plan would be refused for it.
        leaveOut: [PLAN_ID, OTHER_ID],
      }),
    );
  });
});
