import { once } from 'node:events';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

const JSON_TYPE = { 'content-type': 'application/json' };

/** What happens to a call of the Web API on its way. */
export type Fault = 'lose-answer' | 'lose-request' | 'rate-limit';

/**
 * A way to Slack that loses what it is told to lose, one fault a call, in order. It says of people what a test says of
 * them, and takes what they are answered in private.
 */
export class FaultySlack {
  readonly calls: string[] = [];
  /** what `users.info` says of somebody, by their id, instead of the workspace */
  readonly people = new Map<string, object>();
  /** what was answered to people in private, at their `answersAt` */
  readonly answers: { text?: string; response_type?: string }[] = [];
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

  /** Where somebody is answered in private. */
  get answersAt(): string {
    // A listening TCP server has this kind of address.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/answers`;
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
    const sent = Buffer.concat(chunks);
    if (request.url === '/answers') {
      this.answers.push(JSON.parse(sent.toString()));
      return { status: 200, headers: {}, body: 'ok' };
    }
    const asked = method === 'users.info' && this.people.get(userIn(sent));
    if (asked) return { status: 200, headers: JSON_TYPE, body: JSON.stringify(asked) };
    const answer = await fetch(`${this.slackUrl}${request.url}`, {
      method: request.method ?? 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? '',
      },
      body: sent,
    });
    const body = await answer.text();
    return fault === 'lose-answer'
      ? ('lost' as const)
      : { status: answer.status, headers: JSON_TYPE, body };
  }
}

function userIn(form: Buffer): string {
  return new URLSearchParams(form.toString()).get('user') ?? '';
}
