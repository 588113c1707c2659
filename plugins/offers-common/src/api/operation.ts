import { BasicPermission } from '@backstage/plugin-permission-common';
import type { z } from 'zod';
import { ProblemCode } from '../problemTable';

/** The content type of JSON Lines: one JSON value a line. @public */
export const NDJSON = 'application/x-ndjson';

/**
 * Who may call an operation: a signed-in person, a service with a token of its own, or either. A
 * service has no roles: its token needs the permission. `anyone` lets a service read as itself, as the
 * principal `machine:` of its subject, what is for that principal and for everyone.
 * @public
 */
export type OperationCaller =
  | { caller: 'user' }
  | { caller: 'anyone' }
  | { caller: 'service' | 'user-or-service'; servicePermission: BasicPermission };

/** What an operation takes, does and answers. @public */
export interface OperationDefinition {
  method: 'get' | 'post' | 'put' | 'patch';
  /** path below the plugin's base, with `:name` parameters */
  path: string;
  summary: string;
  tag:
    | 'catalogue'
    | 'offers'
    | 'plans'
    | 'publishing'
    | 'demand'
    | 'deliveries'
    | 'releases'
    | 'sources'
    | 'others'
    | 'references'
    | 'reports';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** whether an Idempotency-Key header is needed: every operation that creates */
  idempotent?: true;
  /** whether an If-Match header with the revision is needed: every operation that changes */
  ifMatch?: true;
  status: 200 | 201;
  /**
   * `ndjson`: the answer is JSON Lines (`application/x-ndjson`), as many as there are, sent while they are
   * read; `response` is then the schema of one line. Without it the answer is one JSON value.
   */
  stream?: 'ndjson';
  response: z.ZodType;
  problems: readonly ProblemCode[];
}

/** One operation of the API: the source of its route, its documentation and its client method. @public */
export type Operation = OperationDefinition & OperationCaller;

/** Keeps the exact types of an operation. @public */
export function operation<const T extends Operation>(definition: T): T {
  return definition;
}
