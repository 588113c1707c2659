import { Express } from 'express';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** As much of a fetch as the client of the API needs. */
export interface Fetching {
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/**
 * Hands requests to an app of this process without a server: the app finds a request and a response of Node as it always
 * does, and nothing is sent through a socket, which costs more of the processor than many an answer. For tests whose subject
 * is not HTTP.
 */
export function inProcess(app: Express): Fetching {
  return {
    fetch: (url, { method = 'GET', headers = {}, body } = {}) =>
      new Promise<Response>((resolve, reject) => {
        const { pathname, search } = new URL(url);
        const req = new IncomingMessage(new Socket());
        req.method = method;
        req.url = `${pathname}${search}`;
        req.headers = headersOf(headers, body);
        const res = new ServerResponse(req);
        const sent: string[] = [];
        res.write = (chunk: unknown) => sent.push(String(chunk)) > 0;
        res.end = (chunk?: unknown) => {
          if (chunk !== undefined) sent.push(String(chunk));
          res.emit('finish');
          resolve(answerOf(res, sent.join('')));
          return res;
        };
        res.destroy = () => {
          reject(new TypeError('The connection broke off'));
          return res;
        };
        app(req, res);
        if (body) req.push(body);
        req.push(null);
      }),
  };
}

function headersOf(headers: HeadersInit, body: unknown): Record<string, string> {
  const all = Object.fromEntries(new Headers(headers));
  return typeof body === 'string'
    ? { ...all, 'content-length': String(Buffer.byteLength(body)) }
    : all;
}

function answerOf(res: ServerResponse, text: string): Response {
  const headers = Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)]);
  const isEmpty = res.statusCode === 204 || res.statusCode === 304;
  return new Response(isEmpty ? null : text, {
    status: res.statusCode,
    headers: Object.fromEntries(headers),
  });
}
