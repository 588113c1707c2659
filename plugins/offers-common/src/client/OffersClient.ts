import { z } from 'zod';
import { NDJSON, Operation } from '../api/operation';
import { OperationId, operations, Operations } from '../api/operations';
import { jsonLines } from './jsonLines';
import { Problem, ProblemCode, problemSchema, problemTable, FieldProblem } from '../problems';

/** Where the client finds the API: the discovery of Backstage, front or back, or any that answers alike. @public */
export interface OffersDiscovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** What the client fetches with. @public */
export interface OffersFetch {
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** The params, query or body of an operation, where it has one. @public */
export type Part<
  T extends Operation,
  K extends 'params' | 'query' | 'body',
> = T[K] extends z.ZodType ? { [Key in K]: z.input<T[K]> } : { [Key in K]?: undefined };
/** The query of an operation; never required. @public */
export type QueryPart<T extends Operation> = T['query'] extends z.ZodType
  ? { query?: z.input<T['query']> }
  : { query?: undefined };
/** The Idempotency-Key of an operation that creates. @public */
export type KeyPart<T extends Operation> = T extends { idempotent: true }
  ? { idempotencyKey: string }
  : { idempotencyKey?: undefined };
/** The revision of an operation that changes. @public */
export type MatchPart<T extends Operation> = T extends { ifMatch: true }
  ? { revision: number }
  : { revision?: undefined };

/** What a call of an operation takes. @public */
export type CallInput<Id extends OperationId> = Part<Operations[Id], 'params'> &
  QueryPart<Operations[Id]> &
  Part<Operations[Id], 'body'> &
  KeyPart<Operations[Id]> &
  MatchPart<Operations[Id]>;

/** What a call of an operation gives: its answer, or the lines of a stream as they come. @public */
export type CallOutput<Id extends OperationId> = Operations[Id] extends { stream: 'ndjson' }
  ? AsyncIterable<z.output<Operations[Id]['response']>>
  : z.output<Operations[Id]['response']>;

/** How a call is made. @public */
export interface CallOptions {
  /** a Backstage token, where the fetch does not bring one */
  token?: string;
  /** where the person acts; kept in the audit log */
  surface?: 'portal' | 'slack' | 'api';
  signal?: AbortSignal;
}

/** An answer that refuses: its status, stable code, sentence and fields. @public */
export class OffersProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode | undefined,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'OffersProblem';
  }
}

/**
 * The client of the API for portal, bot and other backends; it knows operations, not URLs.
 * @public
 */
export class OffersClient {
  constructor(
    private readonly discovery: OffersDiscovery,
    private readonly fetchApi: OffersFetch,
  ) {}

  /**
   * Calls an operation.
   *
   * @throws OffersProblem when the backend refuses; whatever the fetch throws when there is no answer
   */
  async call<Id extends OperationId>(
    id: Id,
    input: CallInput<Id>,
    options: CallOptions = {},
  ): Promise<CallOutput<Id>> {
    const definition: Operation = operations[id];
    const base = await this.discovery.getBaseUrl('offers');
    const response = await this.fetchApi.fetch(`${base}${address(definition, input)}`, {
      method: definition.method.toUpperCase(),
      headers: headers(definition, input, options),
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    if (!response.ok) throw await problemOf(response);
    // The schema of the operation is what the backend answers with: its contract tests prove it.
    return (definition.stream ? jsonLines(response) : await response.json()) as CallOutput<Id>;
  }
}

interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  idempotencyKey?: string;
  revision?: number;
}

function address({ path }: Operation, { params, query }: LooseInput): string {
  const values = new Map(entries(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => segment(values.get(name)));
  const search = new URLSearchParams(entries(query)).toString();
  return search ? `${filled}?${search}` : filled;
}

/** Empty, `.` and `..` would make another address of it, encoded or not; nothing has such a name. */
function segment(value = ''): string {
  if (/^\.{0,2}$/.test(value)) {
    const [status, sentence] = problemTable['not-found'];
    throw new OffersProblem(status, 'not-found', sentence);
  }
  return encodeURIComponent(value);
}

function entries(record: unknown): [string, string][] {
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => [key, String(value)]);
}

function headers(
  { stream }: Operation,
  input: LooseInput,
  options: CallOptions,
): Record<string, string> {
  return {
    accept: stream ? NDJSON : 'application/json',
    ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    ...(options.surface ? { 'x-offers-surface': options.surface } : {}),
    ...(input.idempotencyKey ? { 'idempotency-key': input.idempotencyKey } : {}),
    ...(input.revision === undefined ? {} : { 'if-match': `"${input.revision}"` }),
  };
}

async function problemOf(response: Response): Promise<OffersProblem> {
  const text = await response.text();
  const problem = parseProblem(text);
  return problem
    ? new OffersProblem(
        response.status,
        problem.error.code,
        problem.error.message,
        problem.error.fields,
      )
    : new OffersProblem(response.status, undefined, `The server answered ${response.status}.`);
}

function parseProblem(text: string): Problem | undefined {
  try {
    return problemSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
