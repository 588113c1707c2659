import { IncomingMessage } from 'node:http';
import { Answer } from './faultyServer';

/** A message of the fake workspace. */
export interface FakeMessage {
  channel: string;
  ts: string;
  thread?: string;
  key: string;
  blocks: { type: string; elements?: { action_id?: string; value?: string }[] }[];
}

export const TEAM = 'T0OFFERD1';

/** The methods of Slack that the bot calls, as Slack answers them; faults are put in its way. */
export class FakeSlack {
  readonly messages: FakeMessage[] = [];
  /** what people were told in private */
  readonly said: string[] = [];
  private last = 0;

  /** @param now - ms since 1970, on the clock of the portal */
  constructor(private readonly now: () => number) {}

  handle = async (request: IncomingMessage, body: string): Promise<Answer> => {
    const method = (request.url ?? '').replace(/^\/api\//, '').split('?')[0] ?? '';
    if (method.startsWith('/respond')) {
      this.said.push(body);
      return { status: 200, body: '{"ok":true}' };
    }
    const given = Object.fromEntries(new URLSearchParams(body));
    return { status: 200, body: JSON.stringify({ ok: true, ...this.answer(method, given) }) };
  };

  private answer(method: string, given: Record<string, string>): object {
    switch (method) {
      case 'auth.test':
        return { team_id: TEAM, bot_id: 'B0OFFERBT', user_id: 'U0OFFERBT' };
      case 'users.info':
        return { user: { id: given.user, team_id: TEAM, name: given.user } };
      case 'conversations.open':
        return { channel: { id: `D${given.users?.slice(1)}` } };
      case 'chat.postMessage':
        return this.post(given);
      case 'chat.update':
        return this.update(given);
      case 'conversations.history':
        return { messages: this.found(given, ({ thread }) => thread === undefined) };
      case 'conversations.replies':
        return { messages: this.found(given, ({ thread }) => thread === given.ts) };
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  private post({ channel = '', thread_ts: thread, metadata, blocks }: Record<string, string>) {
    this.last = Math.max(this.last + 1, Math.floor(this.now() * 1000));
    const ts = `${Math.floor(this.last / 1e6)}.${String(this.last % 1e6).padStart(6, '0')}`;
    const { event_payload: payload } = JSON.parse(metadata ?? '{"event_payload":{}}');
    this.messages.push({
      channel,
      ts,
      ...(thread ? { thread } : {}),
      key: payload.key ?? '',
      blocks: JSON.parse(blocks ?? '[]'),
    });
    return { channel, ts };
  }

  private update({ channel, ts, blocks }: Record<string, string>): object {
    const message = this.messages.find(each => each.channel === channel && each.ts === ts);
    if (!message) return { ok: false, error: 'message_not_found' };
    message.blocks = JSON.parse(blocks ?? '[]');
    return { channel, ts };
  }

  private found(
    { channel, oldest = '0' }: Record<string, string>,
    belongs: (message: FakeMessage) => boolean,
  ): object[] {
    return this.messages
      .filter(each => each.channel === channel && Number(each.ts) > Number(oldest) && belongs(each))
      .map(({ ts, key, blocks }) => ({
        ts,
        bot_id: 'B0OFFERBT',
        blocks,
        metadata: { event_type: 'offerdesk_delivery', event_payload: { key } },
      }));
  }
}
