import { z } from 'zod';
import { instantSchema } from '../instant';
import { idSchema } from '../refs';

/** A person of the software catalogue, in full and lower case. */
const personRefSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .regex(/^user:[a-z0-9._-]+\/[a-z0-9._-]+$/, 'Name a person, such as user:default/mia')
  .meta({ id: 'PersonRef', example: 'user:default/mia' });

/** One person stands in for another, from an instant (included) until another (excluded). @public */
export const delegationSchema = z
  .strictObject({
    id: idSchema,
    delegator: z.string(),
    delegate: z.string(),
    from: z.string(),
    until: z.string(),
    reason: z.string(),
    createdAt: z.string(),
    revokedAt: z.string().optional(),
  })
  .meta({ id: 'Delegation' });

/** One person stands in for another. @public */
export type Delegation = z.infer<typeof delegationSchema>;

/** Let somebody decide for you. @public */
export const createDelegationSchema = z
  .strictObject({
    delegate: personRefSchema,
    from: instantSchema,
    until: instantSchema,
    reason: z.string().trim().min(1, 'Say why, such as a holiday').max(500),
  })
  .meta({ id: 'CreateDelegation' });

/** Let somebody decide for you. @public */
export type CreateDelegation = z.output<typeof createDelegationSchema>;

/** Delegations that a person gave, and those that they hold. @public */
export const delegationsSchema = z
  .strictObject({ given: z.array(delegationSchema), held: z.array(delegationSchema) })
  .meta({ id: 'Delegations' });

/** Delegations that a person gave, and those that they hold. @public */
export type Delegations = z.infer<typeof delegationsSchema>;

/** Whether a delegation holds at an instant (half-open). @public */
export function isInForce(
  { from, until, revokedAt }: Pick<Delegation, 'from' | 'until' | 'revokedAt'>,
  at: string,
): boolean {
  return from <= at && at < until && (revokedAt === undefined || at < revokedAt);
}

const DAY = 86_400_000;

/**
 * Why a delegation cannot be made, by its field: it is for somebody else, ends after it begins and
 * after now, and lasts no longer than policy says.
 *
 * @returns undefined when it can be made
 * @public
 */
export function delegationFault(
  { delegate, from, until }: CreateDelegation,
  { delegator, at, maxDays }: { delegator: string; at: string; maxDays: number },
): { field: 'delegate' | 'until'; remedy: string } | undefined {
  if (delegate === delegator) return { field: 'delegate', remedy: 'Name somebody else' };
  if (until <= from) return { field: 'until', remedy: 'It has to end after it begins' };
  if (until <= at) return { field: 'until', remedy: 'It has to end in the future' };
  if (Date.parse(until) - Date.parse(from) > maxDays * DAY) {
    return {
      field: 'until',
      remedy:
        maxDays === 0
          ? 'The approval policy allows no delegation'
          : `A delegation lasts at most ${maxDays} days`,
    };
  }
  return undefined;
}
