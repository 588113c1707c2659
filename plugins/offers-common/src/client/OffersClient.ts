import type { z } from 'zod';
import { NDJSON, type Operation } from '../api/operation';
import type { OperationId, Operations } from '../api/operations';
import type { FieldProblem } from '../problems';
import { isProblemCode, problemTable, type ProblemCode } from '../problemTable';
import { jsonLines } from './jsonLines';
import { OffersProblem } from './OffersProblem';
import { routeOf, type Route } from './routes';

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
    const route = routeOf(id);
    const base = await this.discovery.getBaseUrl('offers');
    const response = await this.fetchApi.fetch(`${base}${address(route, input)}`, {
      method: route.method.toUpperCase(),
      headers: headers(route, input, options),
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    if (!response.ok) throw await problemOf(response);
    // The schema of the operation is what the backend answers with: its contract tests prove it.
    return (route.streams ? jsonLines(response) : await response.json()) as CallOutput<Id>;
  }
}

interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  idempotencyKey?: string;
  revision?: number;
}

function address({ path }: Route, { params, query }: LooseInput): string {
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
  { streams }: Route,
  input: LooseInput,
  options: CallOptions,
): Record<string, string> {
  return {
    accept: streams ? NDJSON : 'application/json',
    ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    ...(options.surface ? { 'x-offers-surface': options.surface } : {}),
    ...(input.idempotencyKey ? { 'idempotency-key': input.idempotencyKey } : {}),
    ...(input.revision === undefined ? {} : { 'if-match': `"${input.revision}"` }),
  };
}

async function problemOf(response: Response): Promise<OffersProblem> {
  const said = refusalIn(await response.text());
  return said
    ? new OffersProblem(response.status, said.code, said.message, said.fields)
    : new OffersProblem(response.status, undefined, `The server answered ${response.status}.`);
}

interface Refusal {
  message: string;
  code: ProblemCode | undefined;
  fields: FieldProblem[];
}

/** What a refusal says, whoever on the way to the backend it comes from: undefined where it is none. */
function refusalIn(text: string): Refusal | undefined {
  const { message, code, fields } = memberOf(parsed(text), 'error');
  if (typeof message !== 'string') return undefined;
  return {
    message,
    code: typeof code === 'string' && isProblemCode(code) ? code : undefined,
    fields: Array.isArray(fields) ? fields.filter(isFieldProblem) : [],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): Record<string, unknown> {
  const member = isRecord(value) ? value[name] : undefined;
  return isRecord(member) ? member : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.field === 'string' && typeof value.remedy === 'string';
}
