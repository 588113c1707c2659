import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { aManagedOffer, aPlan, OFFER_ID, PLAN_ID, someone } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

const move = {
  kind: 'offer-move' as const,
  target: OFFER_ID,
  body: { catalogue: 'office', category: 'desks' },
};
const other = { kind: 'view-retire' as const, target: 'old', body: {} };
const draft = aPlan({
  ...{ title: 'Autumn', scenario: 'change', state: 'draft', revision: 7 },
  ...{ offers: [], changes: [other], can: { ...aPlan().can, edit: true } },
});
const { id, title, scenario, state, stage, releaseAt, releaseZone, createdBy } = draft;
const inList = {
  ...{ id, title, scenario, state, stage, releaseAt, releaseZone, createdBy, revision: 7 },
  ...{ offers: [], ends: [], approval: { given: 0, required: 1, outcome: 'open' as const } },
  updatedAt: draft.updatedAt,
};

const catalogue = (name: string, words: string) => ({ name, title: words, description: '' });

const openDraft = (answers: Answers = {}) =>
  openOffers(`/offers/manage/${OFFER_ID}`, {
    getOffer: aManagedOffer({ state: 'available', draft: undefined }),
    catalogues: { items: [catalogue('default', 'Catalogue'), catalogue('office', 'Office')] },
    categories: {
      items: [
        { id: 'databases', title: 'Databases', catalogue: 'default' },
        { id: 'desks', title: 'Desks', catalogue: 'office' },
      ],
    },
    listPlans: ({ query }) => ({ items: query?.state === 'draft' ? [inList] : [] }),
    getPlan: draft,
    ...answers,
  });

async function askForOffice() {
  await userEvent.click(await screen.findByRole('button', { name: 'Move to catalogue…' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('It is in the catalogue Catalogue.')).toBeInTheDocument();
  await choose(dialog, /Into the catalogue/, 'Office');
  // Its only category is chosen with it.
  expect(dialog.getByRole('button', { name: /Desks.*There in the category/ })).toBeInTheDocument();
  return dialog;
}

async function choose(dialog: ReturnType<typeof within>, label: RegExp, option: string) {
  await userEvent.click(dialog.getByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

describe('the move of an offer into another catalogue', () => {
  it('is put into a new plan from the page of the offer, and refused in words', async () => {
    const { calls } = openDraft({
      createPlan: () => {
        throw refusal(403, 'not-allowed', 'You may not do this.', [
          {
            field: 'changes.0',
            remedy: 'Ask somebody who edits offers both in default and office',
          },
        ]);
      },
    });
    const dialog = await askForOffice();
    await userEvent.click(dialog.getByRole('button', { name: 'Make the plan' }));
    expect(await dialog.findByText(/Ask somebody who edits offers both/)).toBeInTheDocument();
    expect(callsOf(calls, 'createPlan')[0]?.body).toMatchObject({
      scenario: 'change',
      title: 'Move of PostgreSQL',
      changes: [move],
    });
  });

  it('is added to what a plan that there is brings already', async () => {
    const { calls } = openDraft({ patchPlan: draft });
    const dialog = await askForOffice();
    await choose(dialog, /By the plan/, 'Autumn');
    await userEvent.click(await dialog.findByRole('button', { name: 'Put it into the plan' }));
    await waitFor(() => expect(callsOf(calls, 'patchPlan')).toHaveLength(1));
    expect(callsOf(calls, 'patchPlan')[0]).toMatchObject({
      params: { id: PLAN_ID },
      revision: 7,
      body: { changes: [other, move] },
    });
  });

  it('is offered to nobody who does not plan', async () => {
    openDraft({ me: someone({ can: ['readAll', 'updateOffer'] }) });
    await screen.findByText('There is no draft to edit');
    expect(screen.queryByRole('button', { name: 'Move to catalogue…' })).toBeNull();
  });
});

const line = {
  field: `offer-move ${OFFER_ID} catalogue`,
  label: 'Move of the offer PostgreSQL: catalogue',
  before: 'Catalogue',
  after: 'Office',
  material: true,
};

describe('a change of the structure in a plan', () => {
  const open = (plan: Partial<Plan>) =>
    openOffers(`/offers/plans/${PLAN_ID}`, {
      getPlan: { ...draft, ...plan },
      patchPlan: draft,
    });
  const gate: Plan['gate'] = {
    gate: 'define-exit',
    met: true,
    criteria: [
      { id: 'structure', title: 'End of the view old', state: 'met', field: 'changes.0' },
      {
        ...{ id: 'structure', title: 'Move of the offer PostgreSQL', state: 'met' },
        field: 'changes.1',
      },
    ],
  };

  it('is taken out of it again, and the rest stays', async () => {
    const { calls } = open({ gate, changes: [other, move], structure: [line] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take out… Move of the offer PostgreSQL' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Take it out' }));
    await waitFor(() => expect(callsOf(calls, 'patchPlan')).toHaveLength(1));
    expect(callsOf(calls, 'patchPlan')[0]?.body).toEqual({ changes: [other] });
  });

  it('stays where the plan would bring nothing without it', async () => {
    open({ gate, changes: [move], structure: [line] });
    await userEvent.click(await screen.findByRole('button', { name: /^Take out… / }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/cancel the plan instead/)).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Take it out' })).toBeDisabled();
  });
});
