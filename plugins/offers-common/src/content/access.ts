import { z } from 'zod';
import { principalSchema } from '../refs';

const principals = z.array(principalSchema).max(200, 'A list names at most 200 principals');

/** Who is in and who is out; `deny` wins over `allow`. @public */
export const audienceSchema = z
  .strictObject({ allow: principals.default([]), deny: principals.default([]) })
  .meta({ id: 'Audience' });

/** Who is in and who is out. @public */
export type Audience = z.infer<typeof audienceSchema>;

/** Who may see the offer, and who of them may order it (material). @public */
export const accessSchema = z
  .strictObject({
    see: audienceSchema.prefault({}),
    order: audienceSchema.prefault({}),
  })
  .meta({ id: 'Access' });

/** Who may see the offer, and who of them may order it. @public */
export type Access = z.infer<typeof accessSchema>;
