import { z } from 'zod';
import { instantSchema } from '../instant';

/**
 * When the version may be ordered: from (included) until (excluded), both instants.
 * Without `from` the plan's release date opens it; without `until` it stays open.
 * @public
 */
export const validitySchema = z
  .strictObject({ from: instantSchema.optional(), until: instantSchema.optional() })
  .refine(({ from, until }) => !from || !until || from < until, {
    path: ['until'],
    error: 'The end must lie after the start',
  })
  .meta({ id: 'Validity' });
