import { Operation, OperationId, operations } from '@offerdesk/backstage-plugin-offers-common';
import { Express } from 'express';
import { Agent, OutgoingHttpHeaders, request } from 'node:http';
import { Handed, handTo } from '../../__testUtils__/inProcess';
import { TestPortal } from '../../__testUtils__/portal';

/** A request as it travels. */
export type Ask = Handed;

/** An answer as it travelled. */
export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
  ms: number;
}

/** What is sent of an operation. */
export interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A revision that no object has: who may change it is told of a conflict, and nothing changes. */
export const STALE = '"999999"';

/** The request of an operation, with the headers that it asks for. */
export function askOf(
  id: OperationId,
  authorization: string,
  { params = {}, query = {}, body, headers = {} }: Sent,
  key: string,
): Ask {
  const definition: Operation = operations[id];
  const path = definition.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? '-'),
  );
  const search = new URLSearchParams(query).toString();
  return {
    method: definition.method.toUpperCase(),
    path: search ? `${path}?${search}` : path,
    headers: {
      authorization,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(definition.idempotent ? { 'idempotency-key': key } : {}),
      ...(definition.ifMatch ? { 'if-match': STALE } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** One in so many goes through HTTP; the others to the router, since HTTP is half of what an answer costs. */
const THROUGH_HTTP_IN = 10;

/** Asks a portal; the number of the request says in which way, the same in every world. */
export async function answerOf(
  { url, app }: Pick<TestPortal, 'url' | 'app'>,
  ask: Ask,
  number: number,
): Promise<Answer> {
  return number % THROUGH_HTTP_IN === 0 ? send(url, ask) : hand(app, ask);
}

async function hand(app: Express, ask: Ask): Promise<Answer> {
  const began = performance.now();
  const answer = await handTo(app, ask).catch(({ message }: Error) => ({
    status: 0,
    headers: {},
    body: message,
  }));
  return { ...answer, headers: told(answer.headers), ms: performance.now() - began };
}

/** As they would be read on the other side. */
function told(headers: OutgoingHttpHeaders): Answer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value : String(value),
    ]),
  );
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Sends a request as it is: nothing is mended on the way, as `fetch` would. */
export async function send(url: string, { method, path, headers, body }: Ask): Promise<Answer> {
  const began = performance.now();
  return new Promise(resolve => {
    // A connection that breaks off is an answer too: one that nobody may get.
    const fail = (error: Error) =>
      resolve({ status: 0, headers: {}, body: error.message, ms: performance.now() - began });
    const { hostname, port } = new URL(url);
    const sent = request(
      { hostname, port, path, method, agent, headers: { ...headers, ...lengthOf(body) } },
      response => {
        const pieces: Buffer[] = [];
        response.on('data', piece => pieces.push(piece));
        response.on('error', fail);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces).toString(),
            ms: performance.now() - began,
          }),
        );
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

function lengthOf(body: Ask['body']): Record<string, string> {
  return body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
}
