import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export const TEAM = 'T0OFFERD1';
export const BOT_TOKEN = 'token-of-the-benchmark';

/** A message that the fake Slack took. */
export interface Taken {
  channel: string;
  /** ms since 1970 */
  at: number;
}

type Answer = { status?: number; headers?: Record<string, string>; body: object };

async function serve(
  answer: (path: string, body: string, request: IncomingMessage) => Promise<Answer>,
) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const {
      status = 200,
      headers = {},
      body: told,
    } = await answer(request.url ?? '/', body, request);
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(told));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has this kind of address.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, stop };
}

/** Slack, that limits some of every hundred posts and asks to wait for a second. */
export async function fakeSlack(limitedOfHundred: number) {
  const taken: Taken[] = [];
  const counted = { posts: 0, limited: 0, answers: 0 };
  const { url, stop } = await serve(async (path, body) => {
    if (path.startsWith('/answers')) {
      counted.answers += 1;
      return { body: { ok: true } };
    }
    if (path.endsWith('chat.postMessage')) {
      counted.posts += 1;
      // As evenly as chance: every seventh of a prime stride.
      if ((counted.posts * 37) % 100 < limitedOfHundred) {
        counted.limited += 1;
        return { status: 429, headers: { 'retry-after': '1' }, body: { ok: false } };
      }
      const channel = new URLSearchParams(body).get('channel') ?? '';
      taken.push({ channel, at: Date.now() });
      return { body: { ok: true, channel, ts: `${taken.length}.1` } };
    }
    if (path.endsWith('users.info')) {
      const id = new URLSearchParams(body).get('user');
      return { body: { ok: true, user: { id, team_id: TEAM, name: id } } };
    }
    return { body: { ok: true, team_id: TEAM, bot_id: 'B0', user_id: 'U0BOT' } };
  });
  return { url, stop, taken, counted };
}

interface Waiting {
  id: string;
  token: string;
  channel: string;
  state: 'pending' | 'claimed' | 'sent';
  /** from when it can be claimed: when it is due, or when the claim that holds it ends */
  dueAt: number;
}

/** A portal that hands out announcements, one in a channel after the other, and answers the rest after some time. */
export async function fakePortal() {
  const queue: Waiting[] = [];
  const options = { answerAfterMs: 0 };
  const claim = (limit: number, leaseSeconds: number) => {
    const due = queue.filter(({ state, dueAt }) => state !== 'sent' && dueAt <= Date.now());
    return due.slice(0, limit).map(one => {
      one.state = 'claimed';
      one.dueAt = Date.now() + leaseSeconds * 1000;
      one.token = randomUUID();
      return claimed(one);
    });
  };
  const settle = (
    id: string,
    { token, outcome }: { token: string; outcome: { result: string; afterSeconds?: number } },
  ) => {
    const one = queue.find(each => each.id === id);
    if (one?.token !== token) return;
    one.state = outcome.result === 'sent' ? 'sent' : 'pending';
    one.dueAt = Date.now() + (outcome.afterSeconds ?? 0) * 1000;
  };
  const { url, stop } = await serve(async (path, body, request) => {
    if (path.includes('/slackBot/refresh'))
      return { body: { backstageIdentity: { token: aToken() } } };
    if (path.endsWith('/deliveries/claim')) {
      const { limit, leaseSeconds } = JSON.parse(body);
      return { body: { deliveries: claim(limit, leaseSeconds) } };
    }
    if (path.endsWith('/settle')) {
      settle(path.split('/').at(-2) ?? '', JSON.parse(body));
      return { body: { state: 'sent', at: new Date().toISOString() } };
    }
    await wait(options.answerAfterMs);
    const refused = { name: 'Refusal', message: 'Not open.', code: 'not-found' };
    return { status: request.method === 'POST' ? 404 : 200, body: { error: refused } };
  });
  const enqueue = (channel: string) =>
    queue.push({ id: randomUUID(), token: '', channel, state: 'pending', dueAt: 0 });
  return { url, stop, queue, enqueue, options };
}

function claimed({ id, token, channel }: Waiting): object {
  const at = new Date().toISOString();
  const announcement = {
    announcementId: id,
    kind: 'available',
    title: 'PostgreSQL for production',
    summary: 'A managed database',
    priceLists: [],
    from: at,
    url: 'https://portal.example.com/offers/o/postgres',
  };
  return {
    id,
    token,
    key: id,
    act: 'post',
    attempt: 1,
    leaseUntil: at,
    mayHavePosted: false,
    firstAttemptAt: at,
    target: { kind: 'channel', channel },
    body: { kind: 'announcement', announcement },
  };
}

/** A token that the bot can read the end of. */
function aToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 3_600;
  return `${part({ alg: 'none' })}.${part({ sub: 'user:default/mia', exp })}.x`;
}
