import { IncomingMessage } from 'node:http';
import { serviceToken, userToken } from '../../../__testUtils__/tokens';
import { Claims } from './claims';
import { Answer } from './faultyServer';

export const BOT_TOKEN = 'token-of-the-bot-alone';

const HOUR_SECONDS = 3_600;

/** A token of the gateway's own; only the gateway takes it, and the bot reads when it ends. */
function newToken(sub: string): string {
  const exp = Math.floor(Date.now() / 1000) + HOUR_SECONDS;
  const parts = [{ alg: 'none' }, { sub, exp }].map(part =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return `${parts.join('.')}.none`;
}

/** Whom a token or an assertion is about. */
function subjectOf(token: string): string {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(payload || '{}').sub ?? '';
}

/**
 * What stands before the backend: it exchanges assertions for tokens of the test's people, and hands on what else is
 * asked to whichever process is the backend by now.
 */
export class Gateway {
  /** where the backend is; undefined while it is dead */
  backend: string | undefined;

  constructor(private readonly claims: Claims) {}

  handle = async (request: IncomingMessage, body: string): Promise<Answer | undefined> => {
    const url = request.url ?? '/';
    if (url.startsWith('/api/auth/slackBot/refresh')) return signIn(request);
    if (!this.backend) return undefined;
    const { authorization, host: _host, connection: _connection, ...headers } = request.headers;
    const response = await fetch(`${this.backend}${url.replace('/api/offers', '')}`, {
      method: request.method ?? 'GET',
      headers: {
        ...(headers as Record<string, string>),
        authorization: `Bearer ${tokenOf(authorization)}`,
      },
      ...(body ? { body } : {}),
    });
    const answer = { status: response.status, body: await response.text() };
    this.claims.given(answer);
    return answer;
  };
}

function signIn({ headers }: IncomingMessage): Answer {
  const person = subjectOf(String(headers['x-offers-slack-assertion'])).replace(/^U0/, '');
  const token = newToken(`user:default/${person.toLowerCase()}`);
  return { status: 200, body: JSON.stringify({ backstageIdentity: { token } }) };
}

function tokenOf(authorization = ''): string {
  const token = authorization.replace('Bearer ', '');
  if (token === BOT_TOKEN) return serviceToken();
  return userToken(subjectOf(token));
}
