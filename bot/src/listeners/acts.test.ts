import { BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { aLife, anActPreview, OFFER_ID } from '../__testUtils__/builders';
import { FakeOperations, fakeRespond, fakeServices, refused } from '../__testUtils__/fakeServices';
import { cameIn, fakeSlack } from '../__testUtils__/fakeSlack';
import { allTexts, textsIn } from '../__testUtils__/reading';
import { faultsOf } from '../__testUtils__/slackLimits';
import { NoAnswer } from '../backend/noAnswer';
import { pause } from '../time';
import { actView } from '../views/actionIds';
import { offerMenu } from '../views/offerMenu';
import { ActValue } from '../views/values';
import { act, cancelAct } from './actions/act';
import { pick } from './actions/pick';
import { schedulePlan, submitPlan } from './actions/plans';
import { offersTyped } from './options/offers';
import { sentAct } from './views/act';

const value: ActValue = { a: 'suspend', o: OFFER_ID };
const user = { id: 'U0NILS001', username: 'nils', team_id: 'T0OFFERD1' };
const team = { id: 'T0OFFERD1', domain: 'offerdesk' };

// The parts of what Slack sends that the listeners read.
const pressOf = (carried: string) => ({
  body: { user, team, trigger_id: 't' } as unknown as BlockAction<ButtonAction>,
  action: { value: carried } as ButtonAction,
});

async function press(
  operations: FakeOperations,
  carried = JSON.stringify(value),
  slackFails = false,
) {
  const { services } = fakeServices(operations);
  const { respond, answers } = fakeRespond();
  const order: string[] = [];
  const { slack, calls } = fakeSlack({
    'views.open': () => {
      order.push('open');
      if (slackFails) throw new Error('expired_trigger_id');
      return { ok: true, view: { id: 'V1' } };
    },
    'views.update': () => ({ ok: true }),
  });
  await act(services)({
    ...pressOf(carried),
    ack: async () => void order.push('ack'),
    respond,
    client: slack,
  });
  return { answers, calls, order };
}

describe('An act that was chosen', () => {
  it('opens its form before the portal is asked, and fills it with what it would do', async () => {
    const { calls, order } = await press({
      previewAct: async () => {
        await pause(50);
        return anActPreview();
      },
    });
    expect(order).toEqual(['open', 'ack']);
    const [opened, updated] = calls.map(({ args }) => args.view as Parameters<typeof faultsOf>[0]);
    expect(faultsOf(opened ?? { blocks: [] })).toEqual([]);
    expect(textsIn(opened).join()).toContain('Finding out');
    expect(textsIn(updated).join('\n')).toContain('Nobody can order it from then on');
    expect(faultsOf(updated ?? { blocks: [] })).toEqual([]);
  });

  it('says what the portal refuses, and that Slack was too slow', async () => {
    const refusal = await press({
      previewAct: () => {
        throw refused('not-found');
      },
    });
    expect(textsIn(refusal.calls[1]?.args.view).join()).toContain('nothing here');
    const slow = await press({}, undefined, true);
    expect(slow.answers[0]?.text).toContain('Press the button again');
  });

  it('of another release of the bot is out of date', async () => {
    const { answers, calls } = await press({}, '{"a":"explode"}');
    expect(answers[0]?.text).toContain('out of date');
    expect(calls).toEqual([]);
  });

  it('can be left: nothing was changed', async () => {
    const { services, calls } = fakeServices({});
    const { respond, answers } = fakeRespond();
    await cancelAct(services)({
      ...pressOf(''),
      ack: async () => {},
      respond,
      client: fakeSlack({}).slack,
    });
    expect(answers[0]).toMatchObject({ text: 'Nothing was changed.', response_type: 'ephemeral' });
    expect(calls).toEqual([]);
  });
});

async function send(
  operations: FakeOperations,
  { typed = 'Orders fail', carried = value, viewId = 'V1', waitedMs = 0 } = {},
) {
  const fake = fakeServices(operations);
  const { slack, calls } = fakeSlack({ 'views.update': () => ({ ok: true }) });
  const acked: unknown[] = [];
  const values = {
    [actView.blockId]: { [actView.actionId]: { type: 'plain_text_input', value: typed } },
  };
  await sentAct(fake.services)({
    ack: async answer => void acked.push(answer),
    body: { user, team } as unknown as ViewSubmitAction,
    view: {
      id: viewId,
      private_metadata: JSON.stringify(carried),
      state: { values },
    } as unknown as ViewSubmitAction['view'],
    client: slack,
    context: cameIn(waitedMs),
  });
  return { acked, slackCalls: calls, ...fake };
}

describe('The reason for an act', () => {
  it.each([
    [{ a: 'suspend', o: OFFER_ID }, 'suspendOffer', { kind: 'suspend', reason: 'Orders fail' }],
    [{ a: 'emergency', o: OFFER_ID }, 'suspendOffer', { kind: 'emergency', reason: 'Orders fail' }],
    [{ a: 'resume', o: OFFER_ID }, 'resumeOffer', { reason: 'Orders fail' }],
    [{ a: 'roll-back', o: OFFER_ID, v: 1 }, 'rollBackOffer', { version: 1, reason: 'Orders fail' }],
    [{ a: 'ring-hold', o: OFFER_ID, v: 2 }, 'actOnRing', { act: 'hold', reason: 'Orders fail' }],
  ] as const)('%j calls %s', async (carried, operation, body) => {
    const { calls, acked, nudges } = await send({ [operation]: () => aLife() }, { carried });
    expect(calls).toMatchObject([{ id: operation, input: { params: { id: OFFER_ID }, body } }]);
    expect(JSON.stringify(acked)).toContain('postgres-production');
    expect(nudges()).toBe(1);
  });

  it('[rule 5] sent twice is one act; another form is another', async () => {
    const keys = new Set<unknown>();
    for (const viewId of ['V1', 'V1', 'V2']) {
      const { calls } = await send({ suspendOffer: () => aLife() }, { viewId });
      for (const { input } of calls) keys.add('idempotencyKey' in input && input.idempotencyKey);
    }
    expect(keys.size).toBe(2);
  });

  it('is asked again when it is empty', async () => {
    const { acked, calls } = await send({}, { typed: '  ' });
    expect(acked).toMatchObject([{ response_action: 'errors' }]);
    expect(calls).toEqual([]);
  });

  it('keeps what was typed when no answer comes, and not when the portal refuses', async () => {
    const failing = (error: Error) => ({
      suspendOffer: () => {
        throw error;
      },
    });
    expect(JSON.stringify((await send(failing(new NoAnswer('silence')))).acked)).toContain(
      '"initial_value":"Orders fail"',
    );
    const { acked } = await send(failing(refused('wrong-state')));
    expect(JSON.stringify(acked)).not.toContain('initial_value');
    expect(allTexts(JSON.parse(JSON.stringify(acked[0])).view)).toContain('⛔');
  });

  it('is acknowledged in time although the portal is slow', async () => {
    const { acked, slackCalls } = await send(
      {
        suspendOffer: async () => {
          await pause(200);
          return aLife();
        },
      },
      { waitedMs: 1_980 },
    );
    expect(JSON.stringify(acked)).toContain('Working on it');
    expect(textsIn(slackCalls[0]?.args.view).join()).toContain('Suspended');
  });
});

describe('A menu of offers', () => {
  const body = (blockId: string, typed: string) => ({
    user,
    team,
    block_id: blockId,
    value: typed,
  });
  const offer = { id: OFFER_ID, name: 'postgres-production', title: 'PostgreSQL <!channel>' };

  async function options(blockId: string, operations: FakeOperations, waitedMs = 0) {
    const { services, calls } = fakeServices(operations);
    const answers: unknown[] = [];
    await offersTyped(services)({
      body: body(blockId, 'post') as unknown as Parameters<
        ReturnType<typeof offersTyped>
      >[0]['body'],
      ack: async answer => void answers.push(answer),
      context: cameIn(waitedMs),
    });
    return { answers, calls };
  }

  it('finds what the person manages, or sees, by what the command is about', async () => {
    const managed = await options('menu:suspend:', { listOffers: () => ({ items: [offer] }) });
    expect(managed.answers).toMatchObject([{ options: [{ value: OFFER_ID }] }]);
    expect(JSON.stringify(managed.answers)).not.toContain('<!channel>');
    const seen = await options('menu:show:', { browseOffers: () => ({ items: [] }) });
    expect(seen).toMatchObject({ answers: [{ options: [] }], calls: [{ id: 'browseOffers' }] });
  });

  it('answers in time with nothing when the portal is slow or refuses', async () => {
    const slow = { listOffers: () => pause(300).then(() => ({ items: [offer] })) };
    expect((await options('menu:suspend:', slow, 1_980)).answers).toEqual([{ options: [] }]);
    expect((await options('menu:suspend:', {})).answers).toEqual([{ options: [] }]);
  });

  it('does what the command asked for with the offer that is picked', async () => {
    const { services, calls } = fakeServices({
      getOffer: () => offer,
      previewAct: () => anActPreview({ act: 'roll-back', version: 3 }),
    });
    const { respond } = fakeRespond();
    await pick(services)({
      body: pressOf('').body,
      action: {
        block_id: offerMenu('roll-back', '3').block_id ?? '',
        selected_option: { value: OFFER_ID },
      },
      ack: async () => {},
      respond,
      client: fakeSlack({}).slack,
    });
    expect(calls).toMatchObject([
      { id: 'getOffer' },
      { id: 'previewAct', input: { query: { act: 'roll-back', version: 3 } } },
    ]);
  });
});

describe('A step of a plan that was confirmed', () => {
  const plan = { p: 'p1', r: 4, d: '2027-01-15T09:00', z: 'Europe/Amsterdam' };

  async function confirm(listener: typeof submitPlan, operations: FakeOperations) {
    const { services, calls } = fakeServices(operations);
    const { respond, answers } = fakeRespond();
    const { slack: client } = fakeSlack({});
    await listener(services)({
      ...pressOf(JSON.stringify(plan)),
      ack: async () => {},
      respond,
      client,
    });
    return { calls, answer: answers[0] };
  }

  it('carries the revision that was shown: what changed since is refused', async () => {
    const done = await confirm(schedulePlan, {
      patchPlan: () => ({ title: 'Plan', releaseAt: '2027-01-15T08:00:00.000Z', state: 'draft' }),
    });
    expect(done.calls).toMatchObject([
      {
        id: 'patchPlan',
        input: { revision: 4, body: { release: { local: plan.d, zone: plan.z } } },
      },
    ]);
    expect(done.answer).toMatchObject({ replace_original: true, response_type: 'ephemeral' });
    const stale = await confirm(submitPlan, {
      submitPlan: () => {
        throw refused('conflict');
      },
    });
    expect(stale.answer?.text).toContain('Nothing was changed.');
  });
});
