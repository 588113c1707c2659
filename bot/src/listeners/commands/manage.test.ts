import { CallInput, OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { aLife, anActPreview, aPlan, OFFER_ID } from '../../__testUtils__/builders';
import { FakeOperations, fakeServices, refused } from '../../__testUtils__/fakeServices';
import { allTexts, buttonsIn } from '../../__testUtils__/reading';
import { faultsOf } from '../../__testUtils__/slackLimits';
import { ModalView } from '@slack/types';
import { Drawn } from '../../views/blocks';
import { OfferCommandWord } from '../../views/values';
import { runOfferCommand } from './offerCommands';

const asker = { teamId: 'T0OFFERD1', slackUserId: 'U0NILS001' };
const offer = { id: OFFER_ID, name: 'postgres-production', title: 'PostgreSQL for production' };

async function run(
  word: OfferCommandWord,
  typed: string,
  operations: FakeOperations,
  canOpen = true,
) {
  const { services, calls } = fakeServices({
    listOffers: () => ({ items: [offer] }),
    ...operations,
  });
  const forms: ModalView[] = [];
  const answer = await runOfferCommand(word, services, asker, typed, async view => {
    forms.push(view);
    return canOpen;
  });
  const drawn: Drawn = typeof answer === 'string' ? { text: answer, blocks: [] } : answer;
  expect(faultsOf(drawn)).toEqual([]);
  const values = buttonsIn(drawn.blocks).flatMap(({ value }) => (value ? [JSON.parse(value)] : []));
  return { drawn, calls, values, forms, words: `${drawn.text}\n${allTexts(drawn)}` };
}

const asked = (calls: { id: OperationId; input: CallInput<OperationId> }[], id: OperationId) =>
  calls.find(call => call.id === id)?.input;

describe('Commands that act on what is offered', () => {
  it('show what a stop would do, and offer both ways to stop', async () => {
    const { words, values, calls } = await run('suspend', 'postgres-production', {
      previewAct: () => anActPreview({ bundles: [{ id: 'b', title: 'Starter kit' }] }),
    });
    expect(asked(calls, 'previewAct')).toEqual({
      params: { id: OFFER_ID },
      query: { act: 'suspend' },
    });
    expect(words).toContain('Nobody can order it from then on');
    expect(words).toContain('engineers* (42 people)');
    expect(words).toContain('Starter kit');
    expect(values).toEqual([
      { a: 'suspend', o: OFFER_ID },
      { a: 'emergency', o: OFFER_ID },
    ]);
    expect(calls.map(({ id }) => id)).not.toContain('suspendOffer');
  });

  it('say why it cannot be, without a button to try', async () => {
    const { words, values } = await run('resume', 'postgres-production', {
      previewAct: () =>
        anActPreview({ act: 'resume', possible: false, refusal: 'The offer is not suspended.' }),
    });
    expect(words).toContain('The offer is not suspended.');
    expect(values).toEqual([]);
  });

  it('take the version of a roll-back from what was typed, or leave it to the portal', async () => {
    const operations = { previewAct: () => anActPreview({ act: 'roll-back', version: 1 }) };
    const named = await run('roll-back', 'PostgreSQL for production 1', operations);
    expect(asked(named.calls, 'previewAct')).toMatchObject({
      query: { act: 'roll-back', version: 1 },
    });
    expect(named.values).toEqual([{ a: 'roll-back', o: OFFER_ID, v: 1 }]);
    const meant = await run('roll-back', 'postgres-production', operations);
    expect(asked(meant.calls, 'previewAct')).toEqual({
      params: { id: OFFER_ID },
      query: { act: 'roll-back' },
    });
  });

  it('show the rings of the version that is served, with what can be done', async () => {
    const { words, values } = await run('rings', 'postgres-production', {
      getOfferLife: () => aLife(),
    });
    expect(words).toContain('▶️ Payments');
    expect(words).toContain('▫️ everybody');
    expect(values.map(({ a }) => a)).toEqual(['ring-promote', 'ring-hold', 'ring-roll-back']);
    const reader = await run('rings', 'postgres-production', {
      getOfferLife: () => aLife({ can: { operate: false, rollBack: false } }),
    });
    expect(reader.values).toEqual([]);
  });

  it('find an offer by its id', async () => {
    const { calls, words } = await run('rings', OFFER_ID, {
      getOffer: () => offer,
      getOfferLife: () => aLife({ rings: [] }),
    });
    expect(calls.map(({ id }) => id)).toEqual(['getOffer', 'getOfferLife']);
    expect(words).toContain('goes through rings');
  });

  it('take a name before a title that says the same', async () => {
    const other = {
      id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
      name: 'other',
      title: 'postgres-production',
    };
    const { calls } = await run('rings', 'postgres-production', {
      listOffers: () => ({ items: [other, offer] }),
      getOfferLife: () => aLife(),
    });
    expect(asked(calls, 'getOfferLife')).toEqual({ params: { id: OFFER_ID } });
  });

  it('read the log of the offer and its plans, where the person may', async () => {
    const { words, calls } = await run('audit', 'postgres-production', {
      audit: () => ({
        items: [
          {
            seq: 12,
            at: '2026-12-11T09:00:00.000Z',
            actor: 'user:default/nils',
            surface: 'slack',
            action: 'offer.emergency-stop',
            subjectKind: 'offer',
            subjectId: OFFER_ID,
            reason: 'Orders fail <!channel>',
            change: {},
          },
        ],
      }),
    });
    expect(asked(calls, 'audit')).toMatchObject({ query: { offer: OFFER_ID } });
    expect(words).toContain('nils* stopped the offer in an emergency in Slack · #12');
    expect(words).toContain('Orders fail &lt;!channel&gt;');
    await expect(
      run('audit', 'postgres-production', {
        audit: () => {
          throw refused('not-allowed');
        },
      }),
    ).rejects.toThrow(refused('not-allowed').message);
  });
});

describe('Commands about the plan of an offer', () => {
  const plan = aPlan({ state: 'draft', can: { ...aPlan().can, submit: true, release: false } });
  const of = (changes: Partial<typeof plan> = {}) => ({
    listPlans: () => ({ items: [plan] }),
    getPlan: () => ({ ...plan, ...changes }),
    planCalendar: () => ({ events: [], plans: [], clashes: [], freezes: [] }),
  });

  it('show where it stands, what is missing, and the next step', async () => {
    const { words, values, forms } = await run(
      'plan',
      'postgres-production',
      of({
        gate: {
          gate: 'define-exit',
          met: false,
          criteria: [
            { id: 'training', title: 'Training', state: 'missing', remedy: 'Add a training' },
          ],
        },
      }),
    );
    expect(words).toContain('Training: Add a training');
    expect(values[0]).toEqual({ p: plan.id, r: plan.revision });
    expect(forms).toEqual([]);
  });

  const startable = {
    me: () => ({ can: ['managePlan'] }),
    getOffer: () => ({ ...offer, versions: [], draft: { content: {} }, can: { plan: true } }),
  };
  const chosen = (form: ModalView | undefined) => JSON.stringify(form?.blocks ?? []);

  it('open the form of a plan for the offer where none is under way', async () => {
    const none = { ...startable, listPlans: () => ({ items: [] }) };
    const { words, forms, values } = await run('plan', 'postgres-production', none);
    expect(words).toContain('no release plan yet');
    expect(chosen(forms[0])).toContain(
      `"initial_option":{"text":{"type":"plain_text","text":"${offer.title}"`,
    );
    expect(chosen(forms[0])).toContain('"value":"new"');
    expect(values).toEqual([{ o: OFFER_ID, t: offer.title, s: 'new' }]);
    const late = await run('plan', 'postgres-production', none, false);
    expect(late.words).not.toContain('is open');
    expect(late.values).toEqual(values);
  });

  it('offer a change once the latest plan is over, to those who may plan', async () => {
    const over = {
      ...of({ state: 'released' }),
      ...startable,
      getOffer: () => ({ ...offer, versions: [{}], can: { startNextVersion: true } }),
    };
    const { forms, words } = await run('plan', 'postgres-production', over);
    expect(words).toContain('Published');
    expect(forms[0]?.private_metadata).toBe(
      JSON.stringify({ o: OFFER_ID, t: offer.title, s: 'change' }),
    );
    const reader = await run('plan', 'postgres-production', {
      ...over,
      me: () => ({ can: ['readAll'] }),
    });
    expect(reader.forms).toEqual([]);
    expect(reader.words).not.toContain('Start a plan');
  });

  it('open the form with a choice of offer where none was named', async () => {
    const { forms, words, calls } = await run('plan', '', {});
    expect(chosen(forms[0])).not.toContain(
      'initial_option":{"text":{"type":"plain_text","text":"Postgre',
    );
    expect(words).toContain('choose its offer in the form');
    expect(calls).toEqual([]);
  });

  it('move a date in the zone of who asks, after saying what that means', async () => {
    const { words, values } = await run(
      'schedule',
      'postgres-production 2027-01-15 14:30',
      of({ state: 'approved' }),
    );
    expect(values[0]).toEqual({
      p: plan.id,
      r: plan.revision,
      d: '2027-01-15T14:30',
      z: 'Europe/Amsterdam',
    });
    expect(words).toContain('approvals given so far count no more');
  });

  it('[rule 13] refuse a time that the clock change skips', async () => {
    const { words, values } = await run('schedule', 'postgres-production 2027-03-28 02:30', of());
    expect(words).toContain('does not exist');
    expect(values).toEqual([]);
  });

  it('warn of what else is planned that day', async () => {
    const { words } = await run('schedule', 'postgres-production 2027-01-15', {
      ...of(),
      planCalendar: () => ({
        events: [],
        clashes: [],
        plans: [{ ...plan, id: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed', title: 'Another' }],
        freezes: [
          { from: '2027-01-01T00:00:00.000Z', until: '2027-02-01T00:00:00.000Z', title: 'Winter' },
        ],
      }),
    });
    expect(words).toContain('“Winter”');
    expect(words).toContain('“Another”');
  });

  it('say the date, and how to move it, when none was typed', async () => {
    const { words, values } = await run('schedule', 'postgres-production', of());
    expect(words).toContain('/offer schedule postgres-production 2026-12-01 09:00');
    expect(values).toEqual([]);
    expect(
      (await run('schedule', 'postgres-production 2027-01-15', of({ state: 'released' }))).words,
    ).toContain('never altered');
  });

  it('lead to the form of a plan where there is none, or none any more', async () => {
    const toPlan = [{ c: 'plan', n: 'postgres-production' }];
    for (const operations of [{ listPlans: () => ({ items: [] }) }, of({ state: 'cancelled' })]) {
      const { words, values } = await run('schedule', 'postgres-production', operations);
      expect(words).toContain('/offer plan postgres-production');
      expect(values).toEqual(toPlan);
    }
    const none = await run('publish', 'postgres-production', { listPlans: () => ({ items: [] }) });
    expect(none.values).toEqual(toPlan);
  });
});
