import { OffersClient } from './OffersClient';
import { OffersProblem } from './OffersProblem';

interface Call {
  url: string;
  init: RequestInit;
}

/** A client whose calls are kept, and answered with this. */
function aClient(answer: () => Response = () => Response.json({ items: [] })) {
  const calls: Call[] = [];
  const client = new OffersClient(
    { getBaseUrl: async plugin => `http://portal.example/api/${plugin}` },
    {
      fetch: async (url, init = {}) => {
        calls.push({ url, init });
        return answer();
      },
    },
  );
  return { client, calls };
}

/** The bytes as a body that comes in pieces of this size. */
function inChunks(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

async function problemOf(answer: () => Response): Promise<OffersProblem> {
  const { client } = aClient(answer);
  const error: unknown = await client.call('me', {}).catch(thrown => thrown);
  if (error instanceof OffersProblem) return error;
  throw error;
}

describe('addresses', () => {
  test('a parameter is one segment, whatever it holds', async () => {
    const { client, calls } = aClient();
    await client.call('latestImport', { params: { id: 'a/b?c#d é%2F' } });
    expect(calls[0]?.url).toBe(
      'http://portal.example/api/offers/sources/a%2Fb%3Fc%23d%20%C3%A9%252F/imports/latest',
    );
  });

  test.each(['', '.', '..'])(
    '"%s" is the name of nothing: no other address is asked',
    async name => {
      const { client, calls } = aClient();
      await expect(client.call('offerPage', { params: { name } })).rejects.toEqual(
        expect.objectContaining({ status: 404, code: 'not-found' }),
      );
      expect(calls).toEqual([]);
    },
  );

  test('the query is encoded, and what is absent or empty stays out', async () => {
    const { client, calls } = aClient();
    const query = { q: 'a&b=c d', category: undefined, cursor: '', limit: 5 };
    await client.call('browseOffers', { query });
    expect(calls[0]?.url).toBe(
      'http://portal.example/api/offers/catalogue/offers?q=a%26b%3Dc+d&limit=5',
    );
    await client.call('browseOffers', {});
    expect(calls[1]?.url).toBe('http://portal.example/api/offers/catalogue/offers');
  });
});

describe('headers', () => {
  test('a read sends neither body nor keys', async () => {
    const { client, calls } = aClient();
    await client.call('me', {});
    expect(calls[0]?.init).toEqual({ method: 'GET', headers: { accept: 'application/json' } });
  });

  test('token, surface, key, revision and body each have their place', async () => {
    const { client, calls } = aClient();
    const { signal } = new AbortController();
    const id = '0b0f1c2e-0000-4000-8000-000000000000';
    await client.call(
      'cancelPlan',
      { params: { id }, body: { reason: 'No longer wanted' }, revision: 7 },
      { token: 'secret', surface: 'slack', signal },
    );
    expect(calls[0]).toEqual({
      url: `http://portal.example/api/offers/plans/${id}/cancel`,
      init: {
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: 'Bearer secret',
          'x-offers-surface': 'slack',
          'if-match': '"7"',
        },
        body: '{"reason":"No longer wanted"}',
        signal,
      },
    });
    await client.call('importSource', { params: { id: 'aws' }, idempotencyKey: 'once' });
    expect(calls[1]?.init.headers).toEqual({
      accept: 'application/json',
      'idempotency-key': 'once',
    });
  });
});

describe('answers', () => {
  test('the body of an answer is handed on', async () => {
    const { client } = aClient(() => Response.json({ items: [{ id: 'databases', title: 'D' }] }));
    expect(await client.call('categories', {})).toEqual({
      items: [{ id: 'databases', title: 'D' }],
    });
  });

  test('a refusal has its status, code, sentence and fields', async () => {
    const error = {
      name: 'InputError',
      message: 'Something is not right',
      code: 'invalid-input',
      fields: [{ field: 'title', remedy: 'Give a title' }],
    };
    const problem = await problemOf(() => Response.json({ error }, { status: 400 }));
    expect(problem).toEqual(
      expect.objectContaining({
        name: 'OffersProblem',
        status: 400,
        code: 'invalid-input',
        message: 'Something is not right',
        fields: [{ field: 'title', remedy: 'Give a title' }],
      }),
    );
  });

  test('an error of the framework keeps its sentence', async () => {
    const body = { error: { name: 'NotFoundError', message: 'No such thing' }, request: {} };
    const problem = await problemOf(() => Response.json(body, { status: 404 }));
    expect([problem.status, problem.code, problem.message]).toEqual([
      404,
      undefined,
      'No such thing',
    ]);
  });

  test.each(['<html>Bad gateway</html>', '', 'null', '{"error":"x"}'])(
    'an answer of something in between (%s) says its status, and is not quoted',
    async text => {
      const problem = await problemOf(() => new Response(text, { status: 502 }));
      expect([problem.status, problem.code, problem.message]).toEqual([
        502,
        undefined,
        'The server answered 502.',
      ]);
    },
  );

  test('a stream is its lines, one by one, wherever the network cut it', async () => {
    const text = '{"seq":1,"reason":"é"}\n{"seq":2}\n\n{"seq":3}';
    const bytes = new TextEncoder().encode(text);
    for (const cut of [1, 7, 20, bytes.length]) {
      const { client, calls } = aClient(() => new Response(inChunks(bytes, cut)));
      const lines: unknown[] = [];
      for await (const line of await client.call('exportAudit', {})) lines.push(line);
      expect(lines).toEqual([{ seq: 1, reason: 'é' }, { seq: 2 }, { seq: 3 }]);
      expect(calls[0]?.init.headers).toEqual({ accept: 'application/x-ndjson' });
    }
  });

  test('a stream that nobody reads to its end is given up', async () => {
    const cancel = jest.fn();
    const endless = new ReadableStream<Uint8Array>({
      pull: controller => controller.enqueue(new TextEncoder().encode('{"seq":1}\n')),
      cancel,
    });
    const { client } = aClient(() => new Response(endless));
    for await (const { seq } of await client.call('exportAudit', {})) if (seq === 1) break;
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test('a stream that breaks in the middle of a line is no whole answer', async () => {
    const { client } = aClient(() => new Response('{"seq":1}\n{"seq":'));
    const read = async () => {
      for await (const line of await client.call('exportAudit', {}))
        expect(line).toEqual({ seq: 1 });
    };
    await expect(read()).rejects.toThrow(SyntaxError);
  });

  test('no answer is what the fetch throws', async () => {
    const { client } = aClient(() => {
      throw new TypeError('fetch failed');
    });
    await expect(client.call('me', {})).rejects.toThrow(new TypeError('fetch failed'));
  });
});
