import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { WebAPIRequestError } from '@slack/web-api';
import { aDelivery, anAnnouncement, mia } from '../__testUtils__/builders';
import { FakeMethod, fakeSlack, platformError } from '../__testUtils__/fakeSlack';
import { keyBlockId } from '../views/blocks';
import { deliver } from './deliver';

const POSTED = { ok: true, channel: 'C0APPROV1', ts: '1.1' };
const lost = new WebAPIRequestError(new Error('socket hang up'));

async function delivering(
  delivery: ClaimedDelivery,
  methods: Record<string, FakeMethod>,
  mayStillPost = () => true,
) {
  const { slack, calls } = fakeSlack(methods);
  const options = { slack, botId: 'B0OFFERBT', secondLookMs: 0, mayStillPost };
  const outcome = await deliver(delivery, options);
  return { outcome, calls, called: calls.map(({ method }) => method) };
}

const throwing = (error: unknown) => () => {
  throw error;
};

describe('Delivering a message', () => {
  it('posts with the key in metadata and in a block id, and with nothing linked or mentioned', async () => {
    const delivery = aDelivery();
    const { outcome, calls } = await delivering(delivery, { 'chat.postMessage': () => POSTED });
    expect(outcome).toEqual({ result: 'sent', channel: 'C0APPROV1', ts: '1.1' });
    expect(calls[0]?.args).toMatchObject({
      channel: 'C0APPROV1',
      metadata: { event_type: 'offerdesk_delivery', event_payload: { key: delivery.key } },
      unfurl_links: false,
      unfurl_media: false,
      parse: 'none',
      link_names: false,
    });
    expect(JSON.stringify(calls[0]?.args.blocks)).toContain(`"block_id":"key:${delivery.key}"`);
  });

  it('gives up on nothing it cannot know: a lost answer is unclear', async () => {
    const { outcome } = await delivering(aDelivery(), { 'chat.postMessage': throwing(lost) });
    expect(outcome.result).toBe('unclear');
  });

  it('opens the direct channel of a person by Slack id', async () => {
    const delivery = aDelivery({ target: { kind: 'person', person: mia } });
    const { outcome, calls } = await delivering(delivery, {
      'conversations.open': () => ({ channel: { id: 'D1' } }),
      'chat.postMessage': ({ channel }) => ({ channel, ts: '2.2' }),
    });
    expect(calls[0]?.args).toEqual({ users: 'U0MIA0001' });
    expect(outcome).toEqual({ result: 'sent', channel: 'D1', ts: '2.2' });
  });

  it.each([
    [
      'waits for the end of a quiet time',
      'America/New_York',
      {},
      { result: 'retry', afterSeconds: 8 * 3600 },
    ],
    ['goes where it is none', 'Asia/Tokyo', {}, { result: 'sent' }],
    [
      'goes by the policy’s zone where Slack tells none',
      undefined,
      {},
      { result: 'retry', afterSeconds: 3 * 3600 },
    ],
    [
      'goes where the message cannot wait',
      'America/New_York',
      { until: '2026-12-10T12:30:00.000Z' },
      { result: 'sent' },
    ],
  ])('%s (the reader is in %s)', async (_what, tz, changes, result) => {
    const quiet = { from: '20:00', until: '08:00', weekends: false, zone: 'UTC', approvals: false };
    const target = { kind: 'person' as const, person: mia, quiet };
    const announcement = anAnnouncement({ from: '2026-01-01T00:00:00.000Z', ...changes });
    jest.useFakeTimers({ now: Date.parse('2026-12-10T05:00:00.000Z'), doNotFake: ['nextTick'] });
    const { outcome } = await delivering(
      aDelivery({ target, body: { kind: 'announcement', announcement } }),
      {
        'conversations.open': () => ({ channel: { id: 'D1' } }),
        'users.info': () => ({ user: { id: 'U0MIA0001', ...(tz ? { tz } : {}) } }),
        'chat.postMessage': () => POSTED,
      },
    ).finally(() => jest.useRealTimers());
    expect(outcome).toMatchObject(result);
  });

  it('finds a person by e-mail only when an e-mail came with the delivery', async () => {
    const person = { ref: 'user:default/mia', name: 'Mia Okafor' };
    const methods = {
      'users.lookupByEmail': () => ({ user: { id: 'U9' } }),
      'conversations.open': () => ({ channel: { id: 'D9' } }),
      'chat.postMessage': () => ({ channel: 'D9', ts: '3.3' }),
    };
    const byEmail = aDelivery({ target: { kind: 'person', person, email: 'mia@example.com' } });
    expect((await delivering(byEmail, methods)).outcome.result).toBe('sent');
    const unknown = aDelivery({ target: { kind: 'person', person } });
    const { outcome, called } = await delivering(unknown, methods);
    expect(outcome).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('slack.com/bot-notify'),
    });
    expect(called).toEqual([]);
  });

  it('looks a person up by e-mail once, also where it asks whether they are left in peace', async () => {
    const quiet = { from: '20:00', until: '08:00', weekends: true, zone: 'UTC', approvals: false };
    const person = { ref: 'user:default/mia', name: 'Mia Okafor' };
    const target = { kind: 'person' as const, person, email: 'mia@example.com', quiet };
    const body = { kind: 'announcement' as const, announcement: anAnnouncement() };
    jest.useFakeTimers({ now: Date.parse('2026-12-10T12:00:00.000Z'), doNotFake: ['nextTick'] });
    const { outcome, called } = await delivering(aDelivery({ target, body }), {
      'users.lookupByEmail': () => ({ user: { id: 'U9', tz: 'Europe/Berlin' } }),
      'conversations.open': () => ({ channel: { id: 'D9' } }),
      'chat.postMessage': () => ({ channel: 'D9', ts: '3.3' }),
    }).finally(() => jest.useRealTimers());
    expect(outcome.result).toBe('sent');
    expect(called).toEqual(['users.lookupByEmail', 'conversations.open', 'chat.postMessage']);
  });

  it('never takes a channel in the annotation for a person', async () => {
    const person = { ...mia, slackUserId: 'C0GENERAL1' };
    const { outcome } = await delivering(aDelivery({ target: { kind: 'person', person } }), {});
    expect(outcome.result).toBe('failed');
  });

  it('replies in the thread of the card', async () => {
    const message = { channel: 'D1', ts: '1.0' };
    const { calls } = await delivering(aDelivery({ act: 'reply', message }), {
      'chat.postMessage': () => ({ channel: 'D1', ts: '1.2' }),
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.args).toMatchObject({ channel: 'D1', thread_ts: '1.0' });
  });

  it('draws a message again in place', async () => {
    const message = { channel: 'D1', ts: '1.0' };
    const { outcome, calls } = await delivering(aDelivery({ act: 'update', message }), {
      'chat.update': () => ({ ok: true }),
    });
    expect(calls[0]?.args).toMatchObject({ channel: 'D1', ts: '1.0' });
    expect(outcome).toEqual({ result: 'sent', ...message });
  });

  it('does not begin what the lease leaves no time for', async () => {
    const { outcome, called } = await delivering(aDelivery(), {}, () => false);
    expect(outcome).toMatchObject({ result: 'retry', afterSeconds: 0 });
    expect(called).toEqual([]);
  });

  it('settles a kind of message that it does not know, and says what to do', async () => {
    const unknown = aDelivery({ body: { kind: 'poem' } as unknown as ClaimedDelivery['body'] });
    const { outcome } = await delivering(unknown, {});
    expect(outcome).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('update the bot'),
    });
  });
});

describe('[rule 5] Delivering after an unclear attempt', () => {
  const unclear = aDelivery({
    mayHavePosted: true,
    body: { kind: 'announcement', announcement: anAnnouncement() },
  });
  const { key } = unclear;
  const inMetadata = {
    ts: '1.1',
    bot_id: 'B0OFFERBT',
    metadata: { event_type: 'offerdesk_delivery', event_payload: { key } },
  };
  const inBlock = { ts: '1.2', blocks: [{ block_id: keyBlockId(key) }] };

  it.each([
    ['the metadata', inMetadata],
    ['a block id', inBlock],
  ])('finds the message by the key in %s, and posts no other', async (_where, message) => {
    const { outcome, called } = await delivering(unclear, {
      'conversations.history': () => ({ messages: [{ ts: '0.9' }, message] }),
    });
    expect(outcome).toEqual({ result: 'sent', channel: 'C0APPROV1', ts: message.ts });
    expect(called).toEqual(['conversations.history']);
  });

  it('looks from before the first attempt, through all pages', async () => {
    const { outcome, calls } = await delivering(unclear, {
      'conversations.history': ({ cursor }) =>
        cursor
          ? { messages: [inMetadata] }
          : { messages: [{ ts: '0.9' }], response_metadata: { next_cursor: 'next' } },
    });
    expect(outcome.result).toBe('sent');
    expect(calls).toHaveLength(2);
    expect(Number(calls[0]?.args.oldest)).toBeLessThan(Date.parse(unclear.firstAttemptAt) / 1000);
    expect(calls[0]?.args).toMatchObject({ include_all_metadata: true });
  });

  it('looks twice before it posts: Slack may show a message a moment late', async () => {
    let looks = 0;
    const late = await delivering(unclear, {
      'conversations.history': () => {
        looks += 1;
        return { messages: looks === 1 ? [] : [inMetadata] };
      },
    });
    expect(late.outcome.result).toBe('sent');
    const absent = await delivering(unclear, {
      'conversations.history': () => ({ messages: [] }),
      'chat.postMessage': () => POSTED,
    });
    expect(absent.called).toEqual([
      'conversations.history',
      'conversations.history',
      'chat.postMessage',
    ]);
  });

  it('looks in the thread for a reply', async () => {
    const message = { channel: 'D1', ts: '1.0' };
    const { called, outcome } = await delivering(aDelivery({ ...unclear, act: 'reply', message }), {
      'conversations.replies': () => ({ messages: [inMetadata] }),
    });
    expect(called).toEqual(['conversations.replies']);
    expect(outcome).toMatchObject({ channel: 'D1', ts: '1.1' });
  });

  it('takes no message of another app, and no private one, for its own', async () => {
    const { called } = await delivering(unclear, {
      'conversations.history': () => ({
        messages: [
          { ...inMetadata, bot_id: 'B0OTHER' },
          { ...inBlock, subtype: 'ephemeral' },
        ],
      }),
      'chat.postMessage': () => POSTED,
    });
    expect(called).toContain('chat.postMessage');
  });

  it('stays unclear, and posts nothing, until the key has been looked up', async () => {
    const { outcome, called } = await delivering(unclear, {
      'conversations.history': throwing(lost),
    });
    expect(outcome.result).toBe('unclear');
    expect(called).toEqual(['conversations.history']);
  });

  it('asks a person to look when the history cannot be read', async () => {
    const { outcome } = await delivering(unclear, {
      'conversations.history': throwing(
        platformError('missing_scope', { needed: 'channels:history' }),
      ),
    });
    expect(outcome).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('channels:history'),
    });
    const endless = await delivering(unclear, {
      'conversations.history': () => ({ messages: [], response_metadata: { next_cursor: 'more' } }),
    });
    expect(endless.outcome).toMatchObject({
      error: expect.stringContaining('look in the channel'),
    });
  });
});
