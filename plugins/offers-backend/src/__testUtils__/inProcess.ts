import { Express } from 'express';
import { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** As much of a fetch as the client of the API needs. */
export interface Fetching {
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** A request as an app finds it: the names of headers in lower case. */
export interface Handed {
  method: string;
  /** path and query, encoded */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer | undefined;
}

/** What an app answered. */
export interface HandedBack {
  status: number;
  headers: OutgoingHttpHeaders;
  body: string;
}

/** No request reads from it, and none is answered through it. */
const nowhere = new Socket();

/**
 * Hands a request to an app of this process without a server: the app finds a request and a response of Node as it always
 * does, and nothing is sent through a socket, which costs more of the processor than many an answer. For tests whose subject
 * is not HTTP.
 * @throws TypeError when the app breaks the connection off
 */
export async function handTo(
  app: Express,
  { method, path, headers, body }: Handed,
): Promise<HandedBack> {
  return new Promise((resolve, reject) => {
    const req = new IncomingMessage(nowhere);
    req.method = method;
    req.url = path;
    req.headers = body === undefined ? headers : { ...headers, 'content-length': lengthOf(body) };
    const res = new ServerResponse(req);
    const sent: string[] = [];
    res.write = (chunk: unknown) => sent.push(String(chunk)) > 0;
    res.end = (chunk?: unknown) => {
      if (chunk !== undefined) sent.push(String(chunk));
      res.emit('finish');
      resolve({ status: res.statusCode, headers: res.getHeaders(), body: sent.join('') });
      return res;
    };
    res.destroy = () => {
      reject(new TypeError('The connection broke off'));
      return res;
    };
    app(req, res);
    if (body) req.push(body);
    req.complete = true;
    req.push(null);
  });
}

function lengthOf(body: string | Buffer): string {
  return String(Buffer.byteLength(body));
}

/** Calls an app of this process without a server. */
export function inProcess(app: Express): Fetching {
  return {
    async fetch(url, { method = 'GET', headers = {}, body } = {}) {
      const { pathname, search } = new URL(url);
      return answerOf(
        await handTo(app, {
          method,
          path: `${pathname}${search}`,
          headers: Object.fromEntries(new Headers(headers)),
          body: typeof body === 'string' ? body : undefined,
        }),
      );
    },
  };
}

function answerOf({ status, headers, body }: HandedBack): Response {
  const said = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : body, { status, headers: Object.fromEntries(said) });
}
