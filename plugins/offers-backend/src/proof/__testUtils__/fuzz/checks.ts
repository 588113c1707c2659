import {
  Operation,
  OperationId,
  operations,
  problemSchema,
  problemTable,
} from '@offerdesk/backstage-plugin-offers-common';
import { Answer } from '../ask';
import { methodsOf } from './document';
import { Fuzzed } from './requests';

/** What no body may hold: a stack, a statement of SQL, a path of the server, a driver's words. */
const INSIDES =
  /\n\s+at |\(.{1,200}:\d+:\d+\)|node_modules|\.[jt]sx?:\d|\b(select|insert into|delete from|update) .{1,60}\b(from|values|where|set)\b|SQLITE_|sqlite|SQLSTATE|knex|syntax error at|\/plugins\/|\/work\//i;

/** The longest that any single answer may take, on a machine that is shared. */
export const MOST_MS = 5_000;

/** The one status over 500 that the portal gives on purpose: a source that it asked did not answer. */
const [SOURCE_AWAY] = problemTable['source-failed'];

/** How many lines of a stream are looked at. */
const MOST_LINES = 50;

/** What is wrong with an answer; nothing when it is as the document says. */
export function faultsOf({ operation, ask }: Fuzzed, answer: Answer): string[] {
  const { status, body, ms } = answer;
  const slow = ms > MOST_MS ? [`took ${Math.round(ms)} ms`] : [];
  if (ask.method === 'HEAD' || ask.method === 'OPTIONS') {
    return status < 500 ? slow : [...slow, `answered ${status}`];
  }
  if (!methodsOf(operation.path).includes(ask.method)) {
    return [...slow, ...(status === 404 ? problemFaults(answer) : [`answered ${status}, not 404`])];
  }
  return [
    ...slow,
    ...(status >= 200 && status < 300 ? answerFaults(operation.id, body) : []),
    ...(status >= 400 ? problemFaults(answer) : []),
    ...(isDocumented(operation, status) ? [] : [`the status ${status} is not documented`]),
    ...(status >= 500 && status !== SOURCE_AWAY ? [`answered ${status}`] : []),
  ];
}

/** A path that a spoilt segment made another one, or none, is answered as if nothing were there. */
function isDocumented({ statuses }: Fuzzed['operation'], status: number): boolean {
  return statuses.includes(status) || status === 404;
}

function answerFaults(id: string, body: string): string[] {
  const definition: Operation | undefined = isOperation(id) ? operations[id] : undefined;
  if (!definition) return [`${id} is no operation`];
  const parts = definition.stream ? body.split('\n').filter(Boolean) : [body];
  return parts.slice(0, MOST_LINES).flatMap(part => {
    const { error } = definition.response.safeParse(readJson(part));
    return error ? [`its answer is not what the document says: ${error}`] : [];
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOperation(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}

function problemFaults({ status, body, headers }: Answer): string[] {
  if (INSIDES.test(body)) return [`tells what is inside: ${INSIDES.exec(body)?.[0]}`];
  if (!String(headers['content-type']).startsWith('application/json')) return ['is not JSON'];
  const parsed = problemSchema.safeParse(readJson(body));
  if (!parsed.success) return [`is no problem of ours: ${body.slice(0, 200)}`];
  const { code, message, fields = [] } = parsed.data.error;
  if (!code) return ['has no code'];
  return [
    ...(problemTable[code][0] === status ? [] : [`the status of ${code} is not ${status}`]),
    ...(/\S.{4,}/.test(message) ? [] : ['has no sentence']),
    ...(code === 'invalid-input' && fields.length === 0 ? ['names no field'] : []),
    ...(fields.every(({ field, remedy }) => field && remedy) ? [] : ['a field has no remedy']),
  ];
}
