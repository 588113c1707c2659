import { z } from 'zod';
import { MOST_SEARCHED } from '../bounds';

/** Page size: 1 to 100, 20 unless told. @public */
export const limitSchema = z.coerce
  .number('Give a number from 1 to 100')
  .int('Give a whole number')
  .min(1, 'Give a number from 1 to 100')
  .max(100, 'Give a number from 1 to 100')
  .default(20);

/** Where the next page begins, as the page before it said. @public */
export const cursorSchema = z
  .string()
  .max(1000)
  .regex(/^[A-Za-z0-9_-]+$/, 'Use the cursor of the page before, unchanged')
  .meta({ id: 'Cursor' });

/** Words to search for. @public */
export const searchSchema = z
  .string()
  .trim()
  .max(MOST_SEARCHED, `Search for at most ${MOST_SEARCHED} characters`);

/** Yes or no, as an address writes it. @public */
export const flagSchema = z.enum(['true', 'false']).transform(value => value === 'true');

/** A page of things; `nextCursor` is absent on the last one. No totals: counts cost, pages do not. @public */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().optional() });
}

/** A list of words that stands in an address, with commas between. @public */
export function commaList<T>(item: z.ZodType<T, string>, most: number) {
  return z
    .string()
    .max(5_000)
    .transform(text => text.split(',').map(word => word.trim()))
    .pipe(z.array(item).min(1).max(most, `Ask for at most ${most} at once`));
}
