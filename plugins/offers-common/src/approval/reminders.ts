import { z } from 'zod';
import { closed } from './closed';

const hours = z
  .number('give a number of hours')
  .positive('give more than 0 hours')
  .max(8760, 'give at most a year of hours');

const backOffSchema = closed({
  firstHours: hours,
  factor: z.number('give a number').min(1, 'give 1 or more').max(10).default(2),
  max: z.int('give a whole number').min(1, 'give at least 1').max(10, 'remind at most 10 times'),
});

/**
 * When people are reminded, in hours after a step began to wait: a list, or a back-off that waits
 * `factor` times as long before each next one.
 * @public
 */
export const remindersSchema = z
  .union([z.array(hours).max(10, 'remind at most 10 times'), backOffSchema], {
    error: 'give hours such as [24, 72], or { firstHours: 24, factor: 2, max: 3 }',
  })
  .transform(given => (Array.isArray(given) ? ascending(given) : backOffHours(given)));

function ascending(given: readonly number[]): number[] {
  return [...new Set(given)].sort((a, b) => a - b);
}

function backOffHours({ firstHours, factor, max }: z.output<typeof backOffSchema>): number[] {
  const waits = Array.from({ length: max }, (_, index) => firstHours * factor ** index);
  return ascending(waits.map((_, index) => sum(waits.slice(0, index + 1))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** The instant some hours after another one. @public */
export function hoursAfter(at: string, count: number): string {
  return new Date(Date.parse(at) + Math.round(count * 3_600_000)).toISOString();
}

/**
 * The instants of the reminders of a step that began to wait at an instant; none at or after the expiry.
 * @public
 */
export function reminderInstants(
  openedAt: string,
  remindAfterHours: readonly number[],
  expiresAt: string | undefined,
): string[] {
  return remindAfterHours
    .map(count => hoursAfter(openedAt, count))
    .filter(instant => expiresAt === undefined || instant < expiresAt);
}
