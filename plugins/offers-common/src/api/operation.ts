import { z } from 'zod';
import { ProblemCode } from '../problems';

/** One operation of the API: the source of its route, its documentation and its client method. @public */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch';
  /** path below the plugin's base, with `:name` parameters */
  path: string;
  summary: string;
  tag: 'catalogue' | 'offers' | 'plans' | 'deliveries' | 'sources' | 'others';
  /** `user`: a signed-in person; `bot`: the bot's service token */
  caller: 'user' | 'bot';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** whether an Idempotency-Key header is needed: every operation that creates */
  idempotent?: true;
  /** whether an If-Match header with the revision is needed: every operation that changes */
  ifMatch?: true;
  status: 200 | 201;
  response: z.ZodType;
  problems: readonly ProblemCode[];
}

/** Keeps the exact types of an operation. @public */
export function operation<const T extends Operation>(definition: T): T {
  return definition;
}
