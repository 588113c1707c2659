import { z } from 'zod';
import { instantSchema } from '../instant';
import { WAIVABLE_CRITERIA } from '../vocabulary';
import { Criterion } from './gate';

/**
 * The one table of what can be waived. Never: who owns it, who sees and orders it, what it costs a consumer, what
 * makes it sound (options, references, bundles) and rule 8.
 * @public
 */
export const waivableCriterionSchema = z
  .enum(WAIVABLE_CRITERIA, 'This criterion cannot be waived; meet it')
  .meta({ id: 'WaivableCriterion' });

/** A criterion that can be waived. @public */
export type WaivableCriterion = z.infer<typeof waivableCriterionSchema>;

/** A waiver: a criterion of an offer passes although it is missing, from the grant until its end (excluded). @public */
export const waiverSchema = z
  .strictObject({
    id: z.string(),
    offerId: z.string(),
    criterion: waivableCriterionSchema,
    reason: z.string(),
    grantedBy: z.string(),
    grantedAt: z.string(),
    until: z.string(),
    revokedBy: z.string().optional(),
    revokedAt: z.string().optional(),
  })
  .meta({ id: 'Waiver' });

/** A waiver. @public */
export type Waiver = z.infer<typeof waiverSchema>;

const reason = z.string().trim().min(1, 'Give a reason').max(2000);

/** A waiver to be granted. @public */
export const grantWaiverSchema = z
  .strictObject({
    criterion: waivableCriterionSchema,
    reason,
    until: instantSchema.meta({ description: 'From when it counts no more' }),
  })
  .meta({ id: 'GrantWaiver' });

/** A waiver to be granted. @public */
export type GrantWaiver = z.output<typeof grantWaiverSchema>;

/** Whether a waiver counts at an instant: granted, not ended (half-open), not revoked. @public */
export function waiverHolds(
  { grantedAt, until, revokedAt }: Pick<Waiver, 'grantedAt' | 'until' | 'revokedAt'>,
  at: string,
): boolean {
  return grantedAt <= at && at < until && (revokedAt === undefined || at < revokedAt);
}

/** The criteria of one offer, with what is waived at an instant; a criterion that is met needs no waiver. @public */
export function withWaivers(
  criteria: readonly Criterion[],
  waivers: readonly Waiver[],
  at: string,
): Criterion[] {
  return criteria.map(found => {
    if (found.state !== 'missing') return found;
    const waiver = waivers
      .filter(each => each.criterion === found.id && waiverHolds(each, at))
      .sort((a, b) => (a.until < b.until ? 1 : -1))[0];
    if (!waiver) return found;
    const { id, grantedBy: by, reason: why, until } = waiver;
    return { ...found, state: 'waived', waiver: { id, by, reason: why, until } };
  });
}

/**
 * The health of an offer: the share of its criteria that are met, in whole per cent rounded down; a waived one
 * counts as met, and a recommendation not at all.
 * @public
 */
export function healthOf(criteria: readonly Criterion[]): number {
  const counted = criteria.filter(({ consequence }) => consequence === undefined);
  const met = counted.filter(({ state }) => state !== 'missing').length;
  return counted.length === 0 ? 100 : Math.floor((met * 100) / counted.length);
}
