import fc from 'fast-check';
import { Ask } from '../ask';
import { CallerName, headerOf } from '../people';
import { Documented, documented } from './document';
import { Pools } from './pools';
import { Parts, waysFor } from './spoil';
import { fromPool, valueOf } from './valid';

/** A request, of which operation it is, who sends it, and how it was spoilt. */
export interface Fuzzed {
  operation: Documented;
  who: CallerName;
  how: string;
  ask: Ask;
}

const anybody: fc.Arbitrary<CallerName> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<CallerName>('carla') },
  { weight: 3, arbitrary: fc.constant<CallerName>('mia') },
  { weight: 4, arbitrary: fc.constantFrom<CallerName>('ada', 'ben', 'otto', 'olga', 'nils') },
  { weight: 1, arbitrary: fc.constantFrom<CallerName>('bot', 'other', 'anonymous') },
);

/** Requests of every operation of the document: valid ones, and each way of spoiling one. */
export function requests(pools: Pools, who?: fc.Arbitrary<CallerName>): fc.Arbitrary<Fuzzed> {
  return fc.oneof(
    ...documented.map(operation => requestsOf(operation, pools, who ?? callersOf(operation))),
  );
}

function callersOf(operation: Documented): fc.Arbitrary<CallerName> {
  return operation.path.startsWith('/deliveries')
    ? fc.oneof(
        { weight: 4, arbitrary: fc.constant<CallerName>('bot') },
        { weight: 1, arbitrary: anybody },
      )
    : anybody;
}

function requestsOf(
  operation: Documented,
  pools: Pools,
  who: fc.Arbitrary<CallerName>,
): fc.Arbitrary<Fuzzed> {
  return fc
    .tuple(who, partsOf(operation, pools), headersOf(operation, pools), waysFor(operation))
    .map(([name, parts, headers, way]) => ({
      operation,
      who: name,
      how: way.how,
      ask: way.ask(
        write(operation, way.parts(parts), { authorization: headerOf(name), ...headers }),
      ),
    }));
}

function partsOf({ parameters, body }: Documented, pools: Pools): fc.Arbitrary<Parts> {
  const some = (place: 'path' | 'query') => {
    const own = parameters.filter(parameter => parameter.in === place);
    return fc.record(
      Object.fromEntries(own.map(({ name, schema }) => [name, valueOf(schema, pools)])),
      {
        requiredKeys: own.filter(({ required }) => required).map(({ name }) => name),
        noNullPrototype: true,
      },
    );
  };
  return fc.record({
    path: some('path'),
    query: some('query'),
    body: body ? valueOf(body, pools) : fc.constant(undefined),
  });
}

function headersOf({ parameters }: Documented, pools: Pools): fc.Arbitrary<Record<string, string>> {
  const has = (header: string) => parameters.some(({ name }) => name === header);
  const revision = fromPool(pools.revision).map(text => `"${text}"`);
  return fc.record({
    ...(has('Idempotency-Key') ? { 'idempotency-key': fc.uuid() } : {}),
    ...(has('If-Match') ? { 'if-match': revision } : {}),
  });
}

function write({ method, path }: Documented, parts: unknown, headers: Record<string, string>): Ask {
  const { path: segments, query, body } = readParts(parts);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(segments[name]));
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encoded(value)}`,
  );
  return {
    method,
    path: `${filled}${search.length > 0 ? `?${search.join('&')}` : ''}`,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** What was spoilt may have lost its parts. */
function readParts(parts: unknown): Parts {
  const { path, query, body } = { path: {}, query: {}, body: undefined, ...Object(parts) };
  return { path: Object(path), query: Object(query), body };
}

/** As an address holds it; lone surrogates and what is longer than a server reads are cut. */
function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return encodeURIComponent(text.slice(0, 2_000).replace(/\p{Cs}/gu, '?')) || '-';
}
