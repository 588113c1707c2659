import { once } from 'node:events';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Drawn, Fault } from './faults';

/** An answer on its way. */
export interface Answer {
  status: number;
  body: string;
}

/** Handles a request; undefined when there is nobody to answer. */
export type Handle = (request: IncomingMessage, body: string) => Promise<Answer | undefined>;

const SLOW_MS = 1_500;

const LOSING: readonly Fault[] = ['lose-answer', 'hang', 'error-after'];

/** A server whose answers meet faults. */
export class FaultyServer {
  private readonly server: Server;
  url = '';

  constructor(
    private readonly handle: Handle,
    private readonly drawn: Drawn,
    /** hears of an answer that was made, and that nobody will get */
    private readonly onLost: (answer: Answer) => void = () => {},
  ) {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => request.socket.destroy());
    });
  }

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    // A listening TCP server has this kind of address.
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const fault = this.drawn.next();
    if (fault === 'lose-request') return void request.socket.destroy();
    if (fault === 'limit') {
      return void response
        .writeHead(429, { 'retry-after': '1' })
        .end('{"ok":false,"error":"ratelimited"}');
    }
    if (fault === 'error-before') return void response.writeHead(500).end();
    if (fault === 'slow') await wait(SLOW_MS * this.drawn.random());
    const answer = await this.handle(request, body);
    if (answer && LOSING.includes(fault ?? 'slow')) this.onLost(answer);
    if (!answer || fault === 'lose-answer') return void request.socket.destroy();
    // It was done, and whoever asked gives up waiting for the answer.
    if (fault === 'hang') return undefined;
    if (fault === 'error-after') return void response.writeHead(500).end();
    return void response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(answer.body);
  }
}
