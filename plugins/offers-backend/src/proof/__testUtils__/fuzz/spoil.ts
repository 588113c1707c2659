import fc from 'fast-check';
import { Ask } from '../ask';
import { Documented, methodsOf } from './document';
import {
  hostileTexts,
  hostileValues,
  nestedText,
  rawBodies,
  rawHeaders,
  rawQueries,
  rawSegments,
} from './hostile';
import { nodesOf, withNode } from './nodes';

/** What is sent of an operation, before it is written down. */
export interface Parts {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

/** One way of spoiling a request: what it says, or how it is written. */
export interface Way {
  how: string;
  parts(parts: Parts): unknown;
  ask(ask: Ask): Ask;
}

const whole = { parts: (parts: Parts) => parts, ask: (ask: Ask) => ask };

const changed = (how: string, change: fc.Arbitrary<(node: unknown) => unknown>) =>
  fc.tuple(fc.nat(), change).map(([place, apply]): Way => ({
    ...whole,
    how,
    parts(parts) {
      const nodes = nodesOf(parts).filter(path => path.length > 1);
      const node = nodes[place % Math.max(nodes.length, 1)];
      return node ? withNode(parts, node, apply) : parts;
    },
  }));

const written = (how: string, apply: fc.Arbitrary<(ask: Ask) => Ask>) =>
  apply.map((ask): Way => ({ ...whole, how, ask }));

/** The ways of spoiling a request of an operation; one in three leaves it as it is. */
export function waysFor(operation: Documented): fc.Arbitrary<Way> {
  const ways: [number, fc.Arbitrary<Way>][] = [
    [12, fc.constant({ ...whole, how: 'valid' })],
    [
      7,
      changed(
        'one constraint broken',
        fc.nat().map(how => node => broken(node, how)),
      ),
    ],
    [
      4,
      changed(
        'hostile text',
        fc.constantFrom(...hostileTexts).map(text => () => text),
      ),
    ],
    [
      4,
      changed(
        'another type or size',
        fc.constantFrom(...hostileValues).map(value => () => value),
      ),
    ],
    [
      1,
      written(
        '10,000 levels',
        fc.constantFrom(10, 1_000, 10_000).map(levels => ask => deep(ask, levels)),
      ),
    ],
    [
      3,
      written(
        'raw query',
        fc.constantFrom(...rawQueries).map(query => ask => withQuery(ask, query)),
      ),
    ],
    [
      3,
      written(
        'raw headers',
        fc.constantFrom(...rawHeaders).map(more => ask => withHeaders(ask, more)),
      ),
    ],
    [
      1,
      written(
        'no header',
        fc.constantFrom('if-match', 'idempotency-key').map(name => ask => without(ask, name)),
      ),
    ],
    [
      1,
      written(
        'wrong method',
        fc.constantFrom(...wrongMethods(operation)).map(method => ask => ({ ...ask, method })),
      ),
    ],
    [
      operation.method === 'GET' ? 1 : 3,
      written(
        'raw body',
        fc.constantFrom(...rawBodies).map(raw => ask => withBody(ask, raw)),
      ),
    ],
    [
      operation.path.includes('{') ? 2 : 0,
      written(
        'raw segment',
        fc.constantFrom(...rawSegments).map(text => ask => withSegment(ask, operation, text)),
      ),
    ],
  ];
  return fc.oneof(...ways.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** A value that is right but for one thing. */
function broken(node: unknown, how: number): unknown {
  const pick = (...values: unknown[]) => values[how % values.length];
  if (typeof node === 'string') {
    return pick(`${node}\n`, node.toUpperCase(), ` ${node}`, 'x'.repeat(30_000), '', `${node}-`);
  }
  if (typeof node === 'number') return pick(-node - 1, node + 0.5, node * 1e6 + 1e9, String(node));
  if (typeof node === 'boolean') return pick(String(node), Number(node));
  if (Array.isArray(node)) return pick([], [...node, ...node], Array(300).fill(node[0] ?? 'a'), {});
  if (typeof node !== 'object' || node === null) return undefined;
  const entries = Object.entries(node);
  return pick(
    { ...node, unknownField: 1 },
    Object.fromEntries(entries.slice(1)),
    Object.fromEntries(entries.slice(0, -1)),
    undefined,
    entries,
  );
}

const ALL = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND'];

function wrongMethods({ path }: Documented): string[] {
  return ALL.filter(method => !methodsOf(path).includes(method));
}

function deep(ask: Ask, levels: number): Ask {
  const text = typeof ask.body === 'string' ? ask.body : '{"a":1}';
  // In the place of the first value, whatever that is.
  return withBody(ask, {
    type: 'application/json',
    body: text.replace(/:("[^"]*"|\d+|\{)/, `:${nestedText(levels)},"b":$1`),
  });
}

function withQuery(ask: Ask, query: string): Ask {
  return { ...ask, path: `${ask.path}${ask.path.includes('?') ? '&' : '?'}${query}` };
}

function withHeaders(ask: Ask, more: Record<string, string>): Ask {
  return { ...ask, headers: { ...ask.headers, ...more } };
}

function without(ask: Ask, name: string): Ask {
  const { [name]: _left, ...headers } = ask.headers;
  return { ...ask, headers };
}

function withBody(ask: Ask, { type, body, gzip }: (typeof rawBodies)[number]): Ask {
  return {
    ...withHeaders(without(ask, 'content-type'), {
      ...(type ? { 'content-type': type } : {}),
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    }),
    body,
  };
}

function withSegment(ask: Ask, { path }: Documented, text: string): Ask {
  const [, search = ''] = /(\?.*)$/.exec(ask.path) ?? [];
  return { ...ask, path: `${path.replace(/\{\w+\}/g, text)}${search}` };
}
