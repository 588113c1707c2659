import { z } from 'zod';
import { demandNoticeEventSchema } from '../demand/demandNotice';
import { demandStateSchema } from '../demand/demandStates';
import { personSchema } from './planCard';

/** What a person is told of the demand that they raised. @public */
export const demandNoticeSchema = z.strictObject({
  kind: z.literal('demand-notice'),
  title: z.string().meta({ description: 'Of the demand that they raised' }),
  event: demandNoticeEventSchema,
  happenedTo: z.enum(['own', 'other']).meta({
    description: 'other: the demand that theirs was merged into, of which they hear nothing else',
  }),
  state: demandStateSchema.meta({ description: 'Of the demand that is worked on, as it is now' }),
  by: personSchema.optional(),
  reason: z.string().optional(),
  at: z.string(),
  url: z.string(),
});

/** What a person is told of the demand that they raised. @public */
export type DemandNotice = z.infer<typeof demandNoticeSchema>;
