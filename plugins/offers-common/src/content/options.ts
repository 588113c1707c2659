import { z } from 'zod';
import { jsonSchema } from './json';

/**
 * What the consumer chooses, and what the offer has chosen for them (material).
 * `schema` is a JSON Schema of type object; see `checkOptions` for what it may hold.
 * @public
 */
export const optionsSchema = z
  .strictObject({
    schema: z.record(z.string(), jsonSchema).default({ type: 'object', properties: {} }),
    fixed: z.record(z.string().max(200), jsonSchema).default({}),
  })
  .meta({ id: 'Options' });

/** What the consumer chooses, and what the offer has chosen. @public */
export type Options = z.infer<typeof optionsSchema>;
