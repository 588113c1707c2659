import { FieldProblem, fieldProblems, Operation } from '@offerdesk/backstage-plugin-offers-common';
import { Request } from 'express';
import { z } from 'zod';
import { Refusal } from '../refusal';
import { refuseUnusable } from './shape';

/** What a request says, parsed by the operation's schemas. */
export interface ParsedRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  key: string;
  revision: number;
}

/** Of an operation that takes no query. */
const noQuery = z.strictObject({});

/**
 * Parses a request by the schemas of its operation.
 * @throws Refusal that names every field that is not right, with the remedy
 */
export function parseRequest(definition: Operation, req: Request): ParsedRequest {
  return {
    params: parsePart(definition.params, req.params, 'path'),
    query: parsePart(definition.query ?? noQuery, req.query, 'query'),
    body: parsePart(definition.body, jsonBody(definition, req), 'body'),
    key: definition.idempotent ? idempotencyKey(req) : '',
    revision: definition.ifMatch ? revision(req) : 0,
  };
}

function jsonBody(definition: Operation, req: Request): unknown {
  if (definition.body && !req.is('application/json')) {
    throw invalid([
      { field: 'Content-Type', remedy: 'Send a JSON object, with Content-Type: application/json' },
    ]);
  }
  return req.body;
}

function parsePart(schema: z.ZodType | undefined, value: unknown, root: string): unknown {
  if (!schema) return undefined;
  refuseUnusable(value, root);
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw invalid(fieldProblems(parsed.error, root === 'query' ? 'query' : ''));
}

function idempotencyKey(req: Request): string {
  const key = req.header('idempotency-key');
  if (!key) throw new Refusal('idempotency-key-missing');
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key;
  throw invalid([
    { field: 'Idempotency-Key', remedy: 'Use 1 to 255 printable ASCII characters, such as a UUID' },
  ]);
}

function revision(req: Request): number {
  const header = req.header('if-match');
  if (!header) throw new Refusal('version-missing');
  const match = /^"(\d{1,9})"$/.exec(header);
  if (match?.[1]) return Number(match[1]);
  throw invalid([{ field: 'If-Match', remedy: 'Send the revision in quotes, such as "3"' }]);
}

function invalid(fields: FieldProblem[]): Refusal {
  const first = fields[0];
  return new Refusal('invalid-input', {
    ...(first ? { message: `${first.field}: ${first.remedy}` } : {}),
    fields,
  });
}
