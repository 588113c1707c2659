import { DateTime } from 'luxon';
import { z } from 'zod';
import { subscriptionMoveSchema } from '../content/succession';
import { localTimeSchema } from '../instant';
import { idSchema } from '../refs';

const reason = z.string().trim().min(1, 'Say why the offer ends').max(2000);
const noReplacement = z.string().trim().min(1, 'Say why nothing replaces it').max(2000);

/** An offer that a plan ends, as it is asked for. @public */
export const terminationInputSchema = z
  .strictObject({
    offerId: idSchema,
    ends: localTimeSchema.meta({ description: 'From when it is not offered any more' }),
    notice: localTimeSchema.optional().meta({
      description: 'From when consumers are told; absent: the promised notice before the end',
    }),
    replacedBy: idSchema.optional(),
    noReplacement: noReplacement.optional(),
    subscriptions: subscriptionMoveSchema.default({ when: 'end' }),
    reason,
  })
  .meta({ id: 'TerminationInput' });

/** An offer that a plan ends, as it is asked for. @public */
export type TerminationInput = z.output<typeof terminationInputSchema>;

/** An offer that a plan ends: announced at its notice, over at its end. @public */
export const terminationSchema = z
  .strictObject({
    offerId: z.string(),
    noticeAt: z.string(),
    endsAt: z.string(),
    endsZone: z.string(),
    replacedBy: z.string().optional(),
    noReplacement: z.string().optional(),
    subscriptions: subscriptionMoveSchema,
    reason: z.string(),
  })
  .meta({ id: 'Termination' });

/** An offer that a plan ends. @public */
export type Termination = z.infer<typeof terminationSchema>;

/**
 * The notice that a promise of days asks for: the same time of day, so many days before the end, in the zone
 * in which the end was chosen, so that a clock change neither shortens nor lengthens it (rule 13).
 * @public
 */
export function noticeBefore(endsAt: string, zone: string, days: number): string {
  const notice = DateTime.fromISO(endsAt, { zone }).minus({ days });
  return notice.toUTC().toISO({ includeOffset: true }) ?? endsAt;
}

/**
 * The instants from which a replacement has to be offered: when subscriptions move to it, and when the offer ends.
 * @param releaseAt - when the plan is released: subscriptions that move at once move then
 * @public
 */
export function replacementNeededAt(
  { subscriptions, endsAt }: Pick<Termination, 'subscriptions' | 'endsAt'>,
  releaseAt: string,
): string[] {
  if (subscriptions.when === 'now') return [releaseAt, endsAt];
  return subscriptions.when === 'on-date' ? [subscriptions.at, endsAt] : [endsAt];
}
