import { BlockButtonAction } from '@slack/bolt';
import { PLAN_ID } from '../__testUtils__/builders';
import { fakeRespond, fakeServices, refused } from '../__testUtils__/fakeServices';
import { cameIn, fakeSlack } from '../__testUtils__/fakeSlack';
import { IdentityRefusal } from '../identity/refusal';
import { pause } from '../time';
import { askComment } from './actions/comment';
import { ButtonPress } from './actions/types';
import { MessageHeard, threadReply } from './events/threadReply';
import { sentComment } from './views/comment';
import { ModalSent } from './views/slow';

const saying = { commentOnPlan: () => ({ id: 'c1' }), planOfMessage: () => ({ planId: PLAN_ID }) };

function heard(changes: object = {}) {
  const { slack, calls } = fakeSlack({ 'chat.postEphemeral': () => ({ ok: true }) });
  const event = {
    type: 'message',
    user: 'U0MIA0001',
    channel: 'C0APPROV1',
    channel_type: 'channel',
    ts: '2.2',
    thread_ts: '1.1',
    text: 'Is &lt;b&gt; &amp; it so?',
    ...changes,
  };
  // The parts of what Slack sends that the listener reads.
  const message = {
    event,
    body: { team_id: 'T0OFFERD1' },
    client: slack,
    context: { botUserId: 'U0BOT0001' },
  } as unknown as MessageHeard;
  return { message, calls };
}

function aForm(
  typed: string,
  { value = { p: PLAN_ID }, waitedMs = 0 }: { value?: object; waitedMs?: number } = {},
) {
  const acks: unknown[] = [];
  const { slack, calls } = fakeSlack({ 'views.update': () => ({ ok: true }) });
  const sent = {
    ack: async (answer: unknown) => {
      acks.push(answer);
    },
    body: { user: { id: 'U0MIA0001' }, team: { id: 'T0OFFERD1' } },
    view: {
      id: 'V1',
      private_metadata: JSON.stringify(value),
      state: { values: { comment: { comment: { type: 'plain_text_input', value: typed } } } },
    },
    client: slack,
    context: cameIn(waitedMs),
    // The parts of what Slack sends that the listener reads.
  } as unknown as ModalSent;
  return { sent, acks, calls };
}

describe('A reply in a thread', () => {
  it('is said about the plan of the message above it, as it was typed', async () => {
    const { services, calls, nudges } = fakeServices(saying);
    await threadReply(services)(heard().message);
    expect(calls.map(({ id }) => id)).toEqual(['planOfMessage', 'commentOnPlan']);
    expect(calls[1]?.input).toMatchObject({
      params: { id: PLAN_ID },
      body: { text: 'Is <b> & it so?', place: { channel: 'C0APPROV1', ts: '1.1' } },
    });
    expect(nudges()).toBe(1);
  });

  it('[rule 5] has one key, however often Slack delivers it', async () => {
    const { services, calls } = fakeServices(saying);
    await threadReply(services)(heard().message);
    await threadReply(services)(heard().message);
    await threadReply(services)(heard({ ts: '3.3' }).message);
    const keys = calls.flatMap(({ id, input }) =>
      id === 'commentOnPlan' ? [input.idempotencyKey] : [],
    );
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it.each([
    ['outside a thread', { thread_ts: undefined }],
    ['of an app', { bot_id: 'B1' }],
    ['that was edited', { subtype: 'message_changed' }],
    ["under somebody else's message", { parent_user_id: 'U0ADA0001' }],
    ['without words', { text: '  ' }],
  ])('is not for us: %s', async (_what, changes) => {
    const { services, calls } = fakeServices(saying);
    await threadReply(services)(heard(changes).message);
    expect(calls).toEqual([]);
  });

  it('is left alone where it is not about a plan, and of who is a stranger in a channel', async () => {
    const stranger = new IdentityRefusal('unknown', 'Not linked');
    for (const error of [refused('not-found'), stranger]) {
      const { services } = fakeServices({
        planOfMessage: () => {
          throw error;
        },
      });
      const { message, calls } = heard();
      await threadReply(services)(message);
      expect(calls).toEqual([]);
    }
  });

  it('is refused in private, with what to do', async () => {
    const { services } = fakeServices({
      ...saying,
      commentOnPlan: () => {
        throw refused('unavailable');
      },
    });
    const { message, calls } = heard();
    await threadReply(services)(message);
    expect(calls).toEqual([
      {
        method: 'chat.postEphemeral',
        args: expect.objectContaining({ user: 'U0MIA0001', thread_ts: '1.1' }),
      },
    ]);
  });

  it('of 40,000 characters is said as far as a comment holds', async () => {
    const { services, calls } = fakeServices(saying);
    await threadReply(services)(heard({ text: '👨‍👩‍👧‍👦'.repeat(4000) }).message);
    const { text = '' }: { text?: string } = calls[1]?.input.body ?? {};
    expect(text.length).toBeLessThanOrEqual(10_000);
    expect(text).toMatch(/👨‍👩‍👧‍👦…$/u);
  });
});

describe('The form for a question', () => {
  it('is opened at once', async () => {
    const { services } = fakeServices({});
    const { respond } = fakeRespond();
    const { slack, calls } = fakeSlack({ 'views.open': () => ({ ok: true }) });
    const body = { trigger_id: 't1', user: { id: 'U0MIA0001' }, team: { id: 'T0OFFERD1' } };
    const press = {
      ack: async () => {},
      // The parts of what Slack sends that the listener reads.
      body: body as BlockButtonAction,
      action: { value: JSON.stringify({ p: PLAN_ID }) },
      respond,
      client: slack,
    } as unknown as ButtonPress;
    await askComment(services)(press);
    expect(calls[0]).toMatchObject({ method: 'views.open', args: { trigger_id: 't1' } });
  });

  it('says it, and for an answer to what', async () => {
    const { services, calls } = fakeServices(saying);
    const { sent, acks } = aForm('  So it was asked ', { value: { p: PLAN_ID, c: 'c1' } });
    await sentComment(services)(sent);
    expect(calls[0]?.input).toMatchObject({ body: { text: 'So it was asked', answers: 'c1' } });
    expect(acks[0]).toMatchObject({ response_action: 'update' });
  });

  it('asks for words where there are none', async () => {
    const { services, calls } = fakeServices(saying);
    const { sent, acks } = aForm('   ');
    await sentComment(services)(sent);
    expect(acks[0]).toMatchObject({ response_action: 'errors' });
    expect(calls).toEqual([]);
  });

  it('is acknowledged in time also while the portal takes long', async () => {
    const { services } = fakeServices({
      commentOnPlan: async () => {
        await pause(60);
        return { id: 'c1' };
      },
    });
    const { sent, acks, calls } = aForm('Why?', { waitedMs: 1_990 });
    await sentComment(services)(sent);
    expect(JSON.stringify(acks[0])).toContain('Working on it');
    expect(calls[0]?.method).toBe('views.update');
  });
});
