import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aContent,
  aManagedOffer,
  anEngineer,
  anOfferPage,
  aPlan,
  OFFER_ID,
  someone,
} from '../__testUtils__/builders';
import { callsOf, openOffers, refusal, type Answers } from '../__testUtils__/renderOffers';

// Nothing is to be saved by itself in the middle of a test on a busy machine; useAutosave has tests of its own.
jest.mock('./autosaveAfter', () => ({ AUTOSAVE_AFTER_MS: 600_000 }));

const incomplete = aManagedOffer(
  { owner: undefined },
  aContent({ pricing: {}, knowledge: {}, information: { title: 'PostgreSQL' } }),
);

const open = (answers: Answers) =>
  openOffers(`/offers/manage/${OFFER_ID}`, { getOffer: aManagedOffer(), ...answers });

const gate = () => screen.findByRole('list', { name: 'Completeness' });
const save = () => screen.getByRole('button', { name: 'Save draft' });
const summary = () => screen.findByLabelText('Summary');

afterEach(() => sessionStorage.clear());

describe('the editor of a draft', () => {
  it('shows what is missing with its remedy, and leads to the field', async () => {
    open({ getOffer: incomplete });
    expect(await within(await gate()).findByText(/Say in a sentence/)).toBeInTheDocument();
    await userEvent.click(within(await gate()).getByRole('button', { name: 'Summary' }));
    expect(await summary()).toHaveFocus();
    await userEvent.click(within(await gate()).getByRole('button', { name: 'Cost' }));
    expect(screen.getByRole('button', { name: 'Add cost' })).toHaveFocus();
  });

  it('judges while somebody types, and says that it is not saved', async () => {
    open({ getOffer: incomplete });
    const before = within(await gate()).getByRole('button', { name: 'Summary' });
    await userEvent.type(await summary(), 'A database.');
    await waitFor(() => expect(before).not.toBeInTheDocument());
    expect(screen.getByText(/Not saved yet/)).toBeInTheDocument();
  });

  it('saves the whole draft at the revision that it read', async () => {
    const { calls } = open({
      putDraft: ({ body }) => ({
        ...aManagedOffer({ revision: 4 }, aContent({ information: body.content.information })),
      }),
    });
    await userEvent.clear(await summary());
    await userEvent.type(await summary(), 'Better words.');
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(await screen.findByText('Everything is saved.')).toBeInTheDocument();
    const [sent] = callsOf(calls, 'putDraft');
    expect(sent?.revision).toBe(3);
    expect(sent?.body.content).toEqual(
      aContent({ information: { ...aContent().information, summary: 'Better words.' } }),
    );
  });

  it('asks what is used at a price for each step, and whom the list is for', async () => {
    const usage = { kind: 'usage' as const, label: 'Traffic', amount: '2', unit: 'GB' };
    const priceLists = [
      { currency: 'EUR', audience: ['group:default/partners'], charges: [usage] },
    ];
    const { calls } = open({
      getOffer: aManagedOffer({}, aContent({ pricing: { priceLists } })),
      putDraft: aManagedOffer({ revision: 4 }),
    });
    await userEvent.click(await screen.findByRole('button', { name: /Price by quantity/ }));
    await userEvent.click(screen.getByRole('option', { name: /In steps/ }));
    await userEvent.type(screen.getByLabelText('Price of a unit, step 2'), '1.5');
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Remove partners from Prices of list 1 are for',
      }),
    );
    await userEvent.click(save());
    await waitFor(() => expect(callsOf(calls, 'putDraft')).toHaveLength(1));
    const steps = [{ upTo: '100', amount: '2' }, { amount: '1.5' }];
    expect(callsOf(calls, 'putDraft')[0]?.body.content.pricing?.priceLists).toEqual([
      {
        currency: 'EUR',
        audience: [],
        charges: [{ ...usage, tiers: { mode: 'graduated', steps } }],
      },
    ]);
  });

  it('does not send what is not right, and moves to the first field that is not', async () => {
    const { calls } = open({});
    const address = await screen.findByLabelText('Address of runbook 1');
    await userEvent.clear(address);
    await userEvent.type(address, 'nowhere');
    await userEvent.click(save());
    expect(await screen.findByText(/begins with https:/)).toBeInTheDocument();
    expect(address).toHaveFocus();
    expect(callsOf(calls, 'putDraft')).toHaveLength(0);
  });

  it('puts what the server finds wrong at its field', async () => {
    open({
      putDraft: () => {
        throw refusal(400, 'invalid-input', 'Something is not right.', [
          { field: 'content.information.summary', remedy: 'Say it shorter.' },
        ]);
      },
    });
    await userEvent.type(await summary(), ' More.');
    await userEvent.click(save());
    expect(await screen.findByText('Say it shorter.')).toBeInTheDocument();
    expect(await summary()).toHaveFocus();
  });

  it('loses nothing when somebody else was first: loads theirs, keeps mine, and puts mine back', async () => {
    let theirs = aManagedOffer();
    open({
      getOffer: () => theirs,
      putDraft: () => {
        theirs = aManagedOffer(
          { revision: 9 },
          aContent({ information: { ...aContent().information, summary: 'Theirs.' } }),
        );
        throw refusal(409, 'conflict', 'Somebody changed this in the meantime; load it again.');
      },
    });
    await userEvent.clear(await summary());
    await userEvent.type(await summary(), 'Mine.');
    await userEvent.click(save());
    const dialog = await screen.findByRole('dialog', { name: 'Somebody changed this draft' });
    expect(await within(dialog).findByText('Theirs.')).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: /Load theirs/ }));
    expect(await summary()).toHaveValue('Theirs.');
    expect(screen.getByText('Mine.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Put mine back/ }));
    expect(await summary()).toHaveValue('Mine.');
  });

  it('overwrites what somebody else saved only at the revision that was shown', async () => {
    let theirs = aManagedOffer();
    const { calls } = open({
      getOffer: () => theirs,
      putDraft: ({ revision, body }) => {
        if (revision === 9) {
          return aManagedOffer(
            { revision: 10 },
            aContent({ information: body.content.information }),
          );
        }
        theirs = aManagedOffer({ revision: 9 });
        throw refusal(409, 'conflict', 'Somebody changed this in the meantime; load it again.');
      },
    });
    await userEvent.type(await summary(), ' Mine.');
    await userEvent.click(save());
    const overwrite = await screen.findByRole('button', { name: 'Overwrite theirs' });
    await waitFor(() => expect(overwrite).toBeEnabled());
    await userEvent.click(overwrite);
    expect(await screen.findByText('Everything is saved.')).toBeInTheDocument();
    expect(callsOf(calls, 'putDraft').map(({ revision }) => revision)).toEqual([3, 9]);
  });

  it('asks before a link leads away from unsaved changes', async () => {
    open({});
    await userEvent.type(await summary(), ' More.');
    await userEvent.click(screen.getByRole('link', { name: '← Manage offers' }));
    const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Back' }));
    expect(await summary()).toHaveValue('A database. More.');
  });

  it('offers again what was not saved before a reload', async () => {
    sessionStorage.setItem(
      `offers.unsaved.${OFFER_ID} of ${someone().user}`,
      JSON.stringify({ revision: 3, at: '2026-11-23T09:00:00.000Z', form: 'damaged' }),
    );
    open({});
    expect(await screen.findByText(/left changes behind/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Discard them' }));
    expect(await summary()).toHaveValue('A database.');
  });

  it('says that a change voids approvals while a plan is under way, and offers no second plan', async () => {
    open({
      getOffer: aManagedOffer({ plan: { id: aPlan().id, title: 'Winter', state: 'submitted' } }),
    });
    expect(await screen.findByText(/voids its approvals/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Submit release plan/ })).not.toBeInTheDocument();
  });

  it('[rule 5] makes one plan, and submits that one when submitting is tried again', async () => {
    let refuses = true;
    const { calls } = open({
      createPlan: aPlan({ state: 'draft' }),
      submitPlan: () => {
        if (refuses) throw refusal(422, 'gate-not-met', 'Some criteria are not met yet.');
        return aPlan();
      },
      getPlan: aPlan(),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Submit release plan…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Submit' }));
    expect(await within(dialog).findByText('Some criteria are not met yet.')).toBeInTheDocument();
    refuses = false;
    await userEvent.click(within(dialog).getByRole('button', { name: 'Submit again' }));
    expect(await screen.findByText('Waiting for approval')).toBeInTheDocument();
    expect(callsOf(calls, 'createPlan')).toHaveLength(1);
    expect(callsOf(calls, 'createPlan')[0]?.body).toMatchObject({
      scenario: 'new',
      offerIds: [OFFER_ID],
      title: 'PostgreSQL',
    });
  });

  it('does not submit what is not complete, and says what is missing', async () => {
    open({ getOffer: incomplete });
    await userEvent.click(await screen.findByRole('button', { name: 'Submit release plan…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Name the group that owns/)).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: 'Submit' })).toBeDisabled();
  });

  const explanation = {
    at: '2026-11-23T09:00:00.000Z',
    state: 'available' as const,
    version: 1,
    visible: { answer: true, reasons: [] },
    orderable: {
      answer: false,
      reasons: [
        { code: 'may-order' as const, holds: false, sentence: 'Not among those who may order it.' },
      ],
    },
  };

  async function lookWithTheEyesOfOtto() {
    await userEvent.type(
      await screen.findByRole('combobox', { name: 'Person or group' }),
      'User:default/Otto',
    );
    // Leaves the list of suggestions, which hides the rest while it is open.
    await userEvent.tab();
    await userEvent.click(screen.getByRole('button', { name: 'Look' }));
  }

  it('shows a draft with the eyes of another person: what they would read, and why not more', async () => {
    const { content } = anOfferPage();
    const { calls } = open({
      previewDraft: { viewer: 'user:default/otto', at: explanation.at, explanation, content },
    });
    await lookWithTheEyesOfOtto();
    expect(await screen.findByText('Not among those who may order it.')).toBeInTheDocument();
    expect(screen.getByText(/sees it and cannot order it\.$/)).toBeInTheDocument();
    expect(screen.getByText(content.information.summary)).toBeInTheDocument();
    expect(callsOf(calls, 'previewDraft')).toMatchObject([
      { params: { id: OFFER_ID }, query: { viewer: 'user:default/otto' } },
    ]);
  });

  it('shows what is published with the eyes of another person, where there is no draft', async () => {
    const { calls } = open({
      getOffer: aManagedOffer({
        draft: undefined,
        state: 'available',
        versions: [
          {
            number: 1,
            validFrom: '2026-11-01T09:00:00.000Z',
            publishedAt: '2026-11-01T09:00:00.000Z',
            publishedBy: 'user:default/carla',
          },
        ],
      }),
      explainOffer: {
        id: OFFER_ID,
        name: 'postgres',
        title: 'PostgreSQL',
        viewer: 'user:default/otto',
        url: 'http://portal',
        explanation: { ...explanation, visible: { answer: false, reasons: [] } },
      },
    });
    await lookWithTheEyesOfOtto();
    expect(await screen.findByText(/does not find it\.$/)).toBeInTheDocument();
    expect(callsOf(calls, 'explainOffer')[0]?.query).toMatchObject({ viewer: 'user:default/otto' });
  });

  it('begins the next version of what is published, and opens it', async () => {
    const { draft: _draft, ...published } = aManagedOffer({ state: 'available' });
    const [live, next] = [published, aManagedOffer({ state: 'available' })];
    let offer: ManagedOffer = { ...live, can: { ...live.can, startNextVersion: true } };
    open({
      getOffer: () => offer,
      startNextVersion: () => {
        offer = next;
        return next;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Begin its next version' }));
    expect(await summary()).toBeEnabled();
  });

  it('lets those who may only read change nothing', async () => {
    open({
      getOffer: aManagedOffer({
        can: {
          edit: false,
          plan: false,
          startNextVersion: false,
          discardDraft: false,
          waive: false,
        },
      }),
    });
    expect(await summary()).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save draft' })).not.toBeInTheDocument();
  });

  it('is for staff', async () => {
    const { calls } = open({ me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
    expect(callsOf(calls, 'getOffer')).toHaveLength(0);
  });
});
