import { once } from 'node:events';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** What happens to a call of the Web API on its way. */
export type Fault = 'lose-answer' | 'lose-request' | 'rate-limit';

/** A way to Slack that loses what it is told to lose, one fault a call, in order. */
export class FaultySlack {
  readonly calls: string[] = [];
  private readonly faults = new Map<string, Fault[]>();
  private readonly server: Server;

  constructor(private readonly slackUrl: string) {
    this.server = createServer((request, response) => {
      this.forward(request)
        .then(answer => {
          if (answer === 'lost') request.socket.destroy();
          else response.writeHead(answer.status, answer.headers).end(answer.body);
        })
        .catch(() => request.socket.destroy());
    });
  }

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    // A listening TCP server has this kind of address.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** The next calls of a method meet these faults. */
  next(method: string, ...faults: Fault[]): void {
    this.faults.set(method, faults);
  }

  private async forward(request: IncomingMessage) {
    const method = (request.url ?? '').replace('/api/', '').split('?')[0] ?? '';
    this.calls.push(method);
    const fault = this.faults.get(method)?.shift();
    if (fault === 'lose-request') return 'lost';
    if (fault === 'rate-limit') {
      return {
        status: 429,
        headers: { 'retry-after': '1' },
        body: '{"ok":false,"error":"ratelimited"}',
      };
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const answer = await fetch(`${this.slackUrl}${request.url}`, {
      method: request.method ?? 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? '',
      },
      body: Buffer.concat(chunks),
    });
    const body = await answer.text();
    return fault === 'lose-answer'
      ? ('lost' as const)
      : { status: answer.status, headers: { 'content-type': 'application/json' }, body };
  }
}
