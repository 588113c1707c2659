import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { SourceError } from '@offerdesk/backstage-plugin-offers-node';
import { readCatalogueUrl } from './readUrl';
import { BrokerAuth } from './settings';

const servers: Server[] = [];

/** A real broker on loopback. */
async function aBroker(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const read = (url: string, auth?: BrokerAuth, timeOutMs?: number) =>
  readCatalogueUrl({ url, auth }, new AbortController().signal, timeOutMs);

const secret = { username: 'me', password: 'hunter2 ä' };

async function failure(promise: Promise<unknown>): Promise<Error> {
  const error: unknown = await promise.then(
    () => undefined,
    reason => reason,
  );
  if (error instanceof Error) return error;
  throw new Error('no error came');
}

test('asks for the catalogue in the version of the standard, without credentials that nobody gave', async () => {
  const seen: unknown[] = [];
  const url = await aBroker((request, response) => {
    const { accept, authorization, 'x-broker-api-version': version } = request.headers;
    seen.push(request.method, request.url, accept, authorization, version);
    response.end('{"services":[]} ü');
  });
  expect(await read(`${url}/broker`)).toBe('{"services":[]} ü');
  expect(seen).toEqual(['GET', '/broker/v2/catalog', 'application/json', undefined, '2.17']);
});

test.each<[string, BrokerAuth, string]>([
  ['basic', secret, `Basic ${Buffer.from('me:hunter2 ä').toString('base64')}`],
  ['bearer', { token: 'hunter2' }, 'Bearer hunter2'],
])('sends %s credentials', async (_, auth, expected) => {
  const url = await aBroker((request, response) =>
    response.end(String(request.headers.authorization)),
  );
  expect(await read(url, auth)).toBe(expected);
});

test('follows a redirect within the broker', async () => {
  const url = await aBroker((request, response) => {
    if (request.url === '/moved') response.end('here');
    else response.writeHead(307, { location: '/moved' }).end();
  });
  expect(await read(url, secret)).toBe('here');
});

describe('an error says what to do, and holds neither credentials nor the answer', () => {
  test.each([
    [401, 'correct the key auth'],
    [403, 'correct the key auth'],
    [404, 'correct the key url'],
    [412, '2.17'],
    [500, 'the log of the broker'],
    [204, 'the log of the broker'],
  ])('status %d', async (status, remedy) => {
    const url = await aBroker((request, response) => {
      response.writeHead(status).end(status === 204 ? '' : request.headers.authorization);
    });
    const error = await failure(read(url, { token: 'hunter2' }));
    expect(error).toBeInstanceOf(SourceError);
    expect(error.message).toContain(`answered ${status}`);
    expect(error.message).toContain(remedy);
    expect(error.message).not.toContain('hunter2');
  });

  test('a redirect to another place, which never sees the credentials', async () => {
    let visited = false;
    const other = await aBroker((_, response) => {
      visited = true;
      response.end('{}');
    });
    const url = await aBroker((_, response) => {
      response.writeHead(302, { location: `${other}/v2/catalog` }).end();
    });
    const error = await failure(read(url, secret));
    expect(error.message).toMatch(/redirects to another place.*Configure/);
    expect(visited).toBe(false);
  });

  test('redirects without end', async () => {
    const url = await aBroker((_, response) => {
      response.writeHead(302, { location: '/v2/catalog' }).end();
    });
    expect((await failure(read(url))).message).toMatch(/more than 5 times/);
  });

  test('no answer in time: neither the head nor the rest of it', async () => {
    const silent = await aBroker(() => undefined);
    expect((await failure(read(silent, undefined, 200))).message).toMatch(
      /did not answer within 0.2 seconds/,
    );
    const slow = await aBroker((_, response) => {
      response.writeHead(200).write('{');
    });
    expect((await failure(read(slow, undefined, 200))).message).toMatch(/did not answer within/);
  });

  test('an answer that never stops', async () => {
    const url = await aBroker((_, response) => {
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect((await failure(read(url))).message).toMatch(/more than 20 MB/);
  });

  test('nobody there', async () => {
    const url = await aBroker(() => undefined);
    for (const server of servers.splice(0)) await new Promise(done => server.close(done));
    expect((await failure(read(url, secret))).message).toMatch(
      /cannot be reached \(ECONNREFUSED\)\. Check the address/,
    );
  });
});

test('what the caller stops ends with the caller’s reason', async () => {
  const url = await aBroker(() => undefined);
  const caller = new AbortController();
  const reading = readCatalogueUrl({ url, auth: undefined }, caller.signal);
  caller.abort(new Error('the import was stopped'));
  expect((await failure(reading)).message).toBe('the import was stopped');
});
