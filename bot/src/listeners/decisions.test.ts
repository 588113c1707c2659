import { BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { KnownBlock } from '@slack/types';
import { aPlan, HASH, PLAN_ID } from '../__testUtils__/builders';
import { FakeOperations, fakeRespond, fakeServices, refused } from '../__testUtils__/fakeServices';
import { cameIn, fakeSlack, platformError } from '../__testUtils__/fakeSlack';
import { buttonsIn } from '../__testUtils__/reading';
import { NoAnswer } from '../backend/noAnswer';
import { pause } from '../time';
import { approve } from './actions/approve';
import { askReason } from './actions/askReason';
import { publish } from './actions/publish';
import { ButtonPress } from './actions/types';
import { reason } from './views/reason';
import { ModalSent } from './views/slow';

/** The buttons of an answer, which carries blocks wherever the bot gives one. */
const buttonsOf = (answer: unknown) =>
  buttonsIn((answer as { blocks?: KnownBlock[] } | undefined)?.blocks ?? []);

const VALUE = JSON.stringify({ p: PLAN_ID, h: HASH });

function aPress(value = VALUE, user = 'U0MIA0001') {
  const { respond, answers } = fakeRespond();
  const { slack, calls } = fakeSlack({ 'views.open': () => ({ ok: true }) });
  const order: string[] = [];
  const body = { trigger_id: 't1', user: { id: user }, team: { id: 'T0OFFERD1' } };
  const press: ButtonPress = {
    ack: async () => {
      order.push('ack');
    },
    // The parts of what Slack sends that the listeners read.
    body: body as BlockButtonAction,
    action: { block_id: '', value },
    respond,
    client: slack,
  };
  return { press, answers, calls, order };
}

function aReason(typed: string, { viewId = 'V1', waitedMs = 0 } = {}) {
  const acks: unknown[] = [];
  const { slack, calls } = fakeSlack({ 'views.update': () => ({ ok: true }) });
  const view = {
    id: viewId,
    private_metadata: JSON.stringify({ p: PLAN_ID, h: HASH, v: 'reject' }),
    state: { values: { reason: { reason: { type: 'plain_text_input', value: typed } } } },
  };
  // The parts of what Slack sends that the listener reads.
  const sent = {
    ack: async (answer: unknown) => {
      acks.push(answer);
    },
    body: { user: { id: 'U0MIA0001' }, team: { id: 'T0OFFERD1' } } as ViewSubmitAction,
    view,
    client: slack,
    context: cameIn(waitedMs),
  } as unknown as ModalSent;
  return { sent, acks, calls };
}

const failing = (error: unknown): FakeOperations => ({
  decide: () => {
    throw error;
  },
});

describe('Approve', () => {
  it('is acknowledged first, then decided on the content that was shown', async () => {
    const { services, calls, nudges } = fakeServices({
      decide: () => aPlan({ state: 'approved' }),
    });
    const { press, answers, order } = aPress();
    const handling = approve(services)(press);
    expect(order).toEqual(['ack']);
    await handling;
    expect(calls[0]).toMatchObject({
      id: 'decide',
      input: { params: { id: PLAN_ID }, body: { verdict: 'approve', contentHash: HASH } },
    });
    expect(answers[0]).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(nudges()).toBe(1);
  });

  it('[rule 5] has one idempotency key for one person, plan and content, another for another', async () => {
    const { services, calls } = fakeServices({ decide: () => aPlan() });
    const again = JSON.stringify({ p: PLAN_ID, h: 'b'.repeat(64) });
    await approve(services)(aPress().press);
    await approve(services)(aPress().press);
    await approve(services)(aPress(VALUE, 'U0RAVI001').press);
    await approve(services)(aPress(again).press);
    const keys = calls.map(({ input }) => input.idempotencyKey);
    expect(keys[0]).toBe(keys[1]);
    expect(new Set(keys).size).toBe(3);
  });

  it.each([
    'author-cannot-decide',
    'not-an-approver',
    'already-decided',
    'content-changed',
  ] as const)('tells the refusal %s to the person alone', async code => {
    const { services } = fakeServices(failing(refused(code)));
    const { press, answers } = aPress();
    await approve(services)(press);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ response_type: 'ephemeral', text: refused(code).message });
  });

  it('leads by a button to the plan that is decided in the portal, where the person may read it', async () => {
    const inPortal = failing(refused('decide-in-portal'));
    const { url } = aPlan();
    const seen = aPress();
    await approve(fakeServices({ ...inPortal, getPlan: () => aPlan() }).services)(seen.press);
    expect(buttonsOf(seen.answers[0])).toMatchObject([{ url }]);
    expect(seen.answers[0]?.text).toBe(refused('decide-in-portal').message);
    const blind = aPress();
    await approve(fakeServices(inPortal).services)(blind.press);
    expect(buttonsOf(blind.answers[0])).toEqual([]);
    const form = aReason('Too cheap');
    const services = fakeServices({ ...inPortal, getPlan: () => aPlan() });
    await reason(services.services)(form.sent);
    expect(JSON.stringify(form.acks[0])).toContain(`"url":"${url}"`);
  });

  it('tells who decided and when, where the person may read the plan', async () => {
    const turn = {
      what: 'reject' as const,
      by: 'user:default/ravi',
      surface: 'portal' as const,
      at: '2026-11-23T17:00:00.000Z',
    };
    const closed = {
      ...failing(refused('not-open')),
      getPlan: () => aPlan({ state: 'rejected', turn }),
    };
    const { press, answers } = aPress();
    await approve(fakeServices(closed).services)(press);
    expect(answers[0]?.text).toMatch(/\*ravi\* rejected <!date\^.* in the portal/);
    const blind = aPress();
    await approve(fakeServices(failing(refused('not-open'))).services)(blind.press);
    expect(blind.answers[0]?.text).toBe(refused('not-open').message);
  });

  it.each([
    [
      'cancelled',
      'not-open',
      'cancel',
      'user:default/carla',
      /Cancelled.*\n🚫 \*carla\* cancelled/,
    ],
    ['draft', 'not-open', 'expire', 'system:approvals', /Draft.*\n⌛ .* nobody decided in time/],
    ['draft', 'not-open', 'withdraw', 'user:default/nils', /\*nils\* changed the content/],
    [
      'submitted',
      'content-changed',
      'void-approvals',
      'user:default/nils',
      /\*nils\* changed.*\nLook/,
    ],
  ] as const)(
    'says of a plan that is %s (%s) who did that: %s',
    async (state, code, what, by, words) => {
      const turn = { what, by, at: '2026-11-23T17:00:00.000Z', surface: 'slack' as const };
      const gone = { ...failing(refused(code)), getPlan: () => aPlan({ state, turn }) };
      const { press, answers } = aPress();
      await approve(fakeServices(gone).services)(press);
      expect(answers[0]?.text).toMatch(words);
    },
  );

  it('takes nothing for granted that a button carries', async () => {
    const { services, calls } = fakeServices({});
    const { press, answers } = aPress('{"p":"../x","h":"short"}');
    await approve(services)(press);
    expect(calls).toEqual([]);
    expect(answers[0]?.text).toContain('out of date');
  });
});

describe('Reject and Request changes', () => {
  it('open the form at once, with ids only', async () => {
    const { press, calls } = aPress();
    await askReason(fakeServices({}).services, 'request-changes')(press);
    const view = calls[0]?.args.view;
    expect(calls[0]).toMatchObject({ method: 'views.open', args: { trigger_id: 't1' } });
    expect(view).toMatchObject({
      private_metadata: JSON.stringify({ p: PLAN_ID, h: HASH, v: 'request-changes' }),
    });
  });

  it('say so when Slack was too slow to open it', async () => {
    const { press, answers } = aPress();
    const { slack } = fakeSlack({
      'views.open': () => {
        throw platformError('expired_trigger_id');
      },
    });
    await askReason(fakeServices({}).services, 'reject')({ ...press, client: slack });
    expect(answers[0]?.text).toContain('Press the button again');
  });

  it('want a reason', async () => {
    const { services, calls } = fakeServices({});
    const { sent, acks } = aReason('   ');
    await reason(services)(sent);
    expect(acks).toEqual([
      { response_action: 'errors', errors: { reason: expect.stringContaining('Give a reason') } },
    ]);
    expect(calls).toEqual([]);
  });

  it('decide with the reason, and say that it is recorded', async () => {
    const { services, calls } = fakeServices({ decide: () => aPlan({ state: 'rejected' }) });
    const { sent, acks } = aReason('Too cheap');
    await reason(services)(sent);
    expect(calls[0]?.input.body).toEqual({
      verdict: 'reject',
      contentHash: HASH,
      reason: 'Too cheap',
    });
    expect(JSON.stringify(acks[0])).toContain('Recorded: you rejected');
  });

  it('[rule 5] one form is one decision, however often it is sent; another form is another', async () => {
    const { services, calls } = fakeServices({ decide: () => aPlan() });
    await reason(services)(aReason('Too cheap').sent);
    await reason(services)(aReason('Too cheap').sent);
    await reason(services)(aReason('Too cheap', { viewId: 'V2' }).sent);
    const keys = calls.map(({ input }) => input.idempotencyKey);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('answer Slack in time, and finish the form when the portal is slow', async () => {
    const slow = { decide: () => pause(60).then(() => aPlan({ state: 'rejected' })) };
    const { sent, acks, calls } = aReason('Too cheap', { waitedMs: 1_990 });
    await reason(fakeServices(slow).services)(sent);
    expect(JSON.stringify(acks)).toContain('Recording your decision');
    expect(calls[0]).toMatchObject({ method: 'views.update', args: { view_id: 'V1' } });
    expect(JSON.stringify(calls[0]?.args)).toContain('Recorded: you rejected');
  });

  it('show a refusal in the form, and keep what was typed when trying again can help', async () => {
    const final = aReason('Too cheap');
    await reason(fakeServices(failing(refused('author-cannot-decide'))).services)(final.sent);
    expect(JSON.stringify(final.acks[0])).toContain('somebody else has to decide');
    expect(JSON.stringify(final.acks[0])).not.toContain('plain_text_input');
    const again = aReason('Too cheap');
    await reason(fakeServices(failing(new NoAnswer('silence'))).services)(again.sent);
    expect(JSON.stringify(again.acks[0])).toContain('"initial_value":"Too cheap"');
  });
});

describe('Publish', () => {
  it('publishes what the preview showed, and puts the result in its place', async () => {
    const { services, calls, nudges } = fakeServices({
      releasePlan: () => aPlan({ state: 'released' }),
    });
    const { press, answers } = aPress();
    await publish(services)(press);
    expect(calls[0]).toMatchObject({ id: 'releasePlan', input: { body: { contentHash: HASH } } });
    expect(answers[0]).toMatchObject({
      replace_original: true,
      text: expect.stringContaining('🚀 Published'),
    });
    expect(nudges()).toBe(1);
  });

  it('takes the preview away when it is not so any more, and leaves it to press again when no answer came', async () => {
    const changed = aPress();
    const refusing = (error: unknown) => ({
      releasePlan: () => {
        throw error;
      },
    });
    await publish(fakeServices(refusing(refused('content-changed'))).services)(changed.press);
    expect(changed.answers[0]).toMatchObject({
      replace_original: true,
      text: expect.stringContaining('Nothing was published'),
    });
    const silent = aPress();
    await publish(fakeServices(refusing(new NoAnswer('silence'))).services)(silent.press);
    expect(silent.answers[0]).toMatchObject({ replace_original: false });
  });
});
