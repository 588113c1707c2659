import {
  ClaimedDelivery,
  DeliveryBody,
  Operation,
  OperationId,
  operations,
  ProblemCode,
  problemTable,
  settleSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { jwtVerify, SignJWT } from 'jose';
import { KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** A request of an operation as a handler of the fake sees it. */
export interface FakeRequest {
  /** who asks: the entity ref of the person, or `bot` */
  user: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  key: string | undefined;
}

/** An answer that refuses. */
export class Refuse extends Error {
  constructor(readonly code: ProblemCode) {
    super(problemTable[code][1]);
  }
}

type Handler = (request: FakeRequest) => unknown;

interface FakeDelivery extends Omit<ClaimedDelivery, 'body' | 'token' | 'leaseUntil'> {
  body: () => DeliveryBody;
  state: string;
  token?: string;
  leaseEnds: number;
  dueAt: number;
  place?: { channel: string; ts: string };
  error?: string;
}

/**
 * A portal that speaks the operations over HTTP: sign-in by assertion, a queue of deliveries with leases
 * and fencing tokens, and handlers for what else a test needs.
 */
export class FakeBackend {
  readonly deliveries: FakeDelivery[] = [];
  readonly handlers = new Map<OperationId, Handler>();
  readonly requests: { id: string; user: string; key: string | undefined }[] = [];
  /** when set, answers are lost: the work is done, the connection closed */
  loseAnswers = false;
  /** how many sign-ins were asked for */
  signIns = 0;
  private readonly server: Server;
  private readonly answered = new Map<string, unknown>();
  private readonly tokenKey = new TextEncoder().encode(randomUUID());

  constructor(
    private readonly options: {
      publicKey: KeyObject;
      botToken: string;
      /** entity refs by Slack user id */
      people: Readonly<Record<string, string>>;
      leaseMs?: number;
    },
  ) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(error =>
        send(response, 500, problem('Error', String(error))),
      );
    });
    this.handlers.set('claimDeliveries', ({ body }) => this.claim(body));
    this.handlers.set('settleDelivery', ({ params, body }) => this.settle(params.id, body));
  }

  async start(port = 0): Promise<string> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    // A listening TCP server has this kind of address.
    const { port: taken } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${taken}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  on(id: OperationId, handler: Handler): this {
    this.handlers.set(id, handler);
    return this;
  }

  /** Makes a delivery due, unless one with its key is there. */
  enqueue(
    delivery: Pick<ClaimedDelivery, 'key' | 'target'> &
      Partial<Pick<ClaimedDelivery, 'act' | 'message' | 'mayHavePosted'>> & {
        body: () => DeliveryBody;
      },
  ): FakeDelivery {
    const known = this.deliveries.find(({ key }) => key === delivery.key);
    if (known) return known;
    const added: FakeDelivery = {
      act: 'post',
      id: randomUUID(),
      attempt: 0,
      mayHavePosted: false,
      firstAttemptAt: new Date().toISOString(),
      state: 'pending',
      leaseEnds: 0,
      dueAt: 0,
      ...delivery,
    };
    this.deliveries.push(added);
    return added;
  }

  private claim(body: unknown) {
    const limit = typeof body === 'object' && body && 'limit' in body ? Number(body.limit) : 10;
    const now = Date.now();
    const due = this.deliveries.filter(
      ({ state, leaseEnds, dueAt }) =>
        dueAt <= now &&
        (state === 'pending' || state === 'unclear' || (state === 'claimed' && leaseEnds < now)),
    );
    return { deliveries: due.slice(0, limit).map(delivery => this.lease(delivery, now)) };
  }

  private lease(delivery: FakeDelivery, now: number): ClaimedDelivery {
    delivery.mayHavePosted ||= delivery.state !== 'pending';
    delivery.state = 'claimed';
    delivery.attempt += 1;
    delivery.token = randomUUID();
    delivery.leaseEnds = now + (this.options.leaseMs ?? 60_000);
    const { id, token, key, act, attempt, mayHavePosted, firstAttemptAt, target, message } =
      delivery;
    return {
      id,
      token,
      key,
      act,
      attempt,
      leaseUntil: new Date(delivery.leaseEnds).toISOString(),
      mayHavePosted,
      firstAttemptAt,
      target,
      ...(message ? { message } : {}),
      body: delivery.body(),
    };
  }

  private settle(id: string | undefined, body: unknown) {
    const { token, outcome } = settleSchema.parse(body);
    const delivery = this.deliveries.find(candidate => candidate.id === id);
    if (!delivery) throw new Refuse('not-found');
    if (delivery.token !== token) throw new Refuse('lease-lost');
    delivery.state = outcome.result === 'retry' ? 'pending' : outcome.result;
    if (outcome.result === 'sent') delivery.place = { channel: outcome.channel, ts: outcome.ts };
    else delivery.error = outcome.error;
    if (outcome.result === 'retry') delivery.dueAt = Date.now() + outcome.afterSeconds * 1000;
    return { state: delivery.state, at: new Date().toISOString() };
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (url.pathname === '/api/auth/slackBot/refresh') return this.signIn(request, response);
    const found = find(request.method ?? 'GET', url.pathname.replace('/api/offers', ''));
    if (!found) return send(response, 404, problem('NotFoundError', 'no such path'));
    const user = await this.callerOf(request);
    if (!user)
      return send(response, 401, problem('AuthenticationError', 'sign in', 'not-signed-in'));
    const text = await textOf(request);
    const key = header(request, 'idempotency-key');
    this.requests.push({ id: found.id, user, key });
    try {
      const ask = {
        user,
        params: found.params,
        query: url.searchParams,
        body: text ? JSON.parse(text) : undefined,
        key,
      };
      const answer = this.once(user, key, () => this.run(found.id, ask));
      if (this.loseAnswers) request.socket.destroy();
      else send(response, found.operation.status, answer);
    } catch (error) {
      if (!(error instanceof Refuse)) throw error;
      send(response, problemTable[error.code][0], problem('Error', error.message, error.code));
    }
    return undefined;
  }

  private run(id: OperationId, request: FakeRequest): unknown {
    const handler = this.handlers.get(id);
    if (!handler) throw new Refuse('not-found');
    return handler(request);
  }

  private once(user: string, key: string | undefined, work: () => unknown): unknown {
    if (!key) return work();
    const kept = `${user} ${key}`;
    if (!this.answered.has(kept)) this.answered.set(kept, work());
    return this.answered.get(kept);
  }

  private async signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.signIns += 1;
    const { payload } = await jwtVerify(
      header(request, 'x-offers-slack-assertion') ?? '',
      this.options.publicKey,
      {
        issuer: 'offerdesk-slack-bot',
        audience: 'backstage-auth-slack-bot',
        algorithms: ['EdDSA'],
      },
    );
    const ref = this.options.people[payload.sub ?? ''];
    if (!ref) {
      const refusal = problem(
        'NotFoundError',
        'Your Slack account is not linked to a user of the portal.',
      );
      return send(response, 404, refusal);
    }
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(ref)
      .setExpirationTime('1h')
      .sign(this.tokenKey);
    return send(response, 200, { backstageIdentity: { token } });
  }

  private async callerOf(request: IncomingMessage): Promise<string | undefined> {
    const token = (header(request, 'authorization') ?? '').replace('Bearer ', '');
    if (token === this.options.botToken) return 'bot';
    try {
      return (await jwtVerify(token, this.tokenKey)).payload.sub;
    } catch {
      return undefined;
    }
  }
}

function find(method: string, path: string) {
  const all: readonly Operation[] = Object.values(operations);
  const ids = Object.keys(operations).filter((id): id is OperationId => id in operations);
  for (const [index, operation] of all.entries()) {
    const id = ids[index];
    const pattern = new RegExp(`^${operation.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    const match = operation.method === method.toLowerCase() ? pattern.exec(path) : null;
    if (id && match) return { id, operation, params: { ...match.groups } };
  }
  return undefined;
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

function problem(name: string, message: string, code?: string) {
  return { error: { name, message, ...(code ? { code } : {}) } };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
