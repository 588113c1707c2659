import { z } from 'zod';
import { isInAudience, Principals } from '../audience/audience';
import { Access } from '../content/access';
import { formatInstant } from '../instant';
import {
  PublicState,
  publicStateAt,
  publicStateSchema,
  PublishedWindow,
  servingVersion,
} from '../lifecycle/publicState';

/** One reason of an answer: a stable code, whether it holds, and the sentence that portal and Slack both show. @public */
export const reasonSchema = z
  .strictObject({
    code: z.enum(['published', 'begun', 'not-ended', 'may-see', 'may-order']),
    holds: z.boolean(),
    sentence: z.string(),
  })
  .meta({ id: 'Reason' });

/** One reason of an answer. @public */
export type Reason = z.infer<typeof reasonSchema>;

const answerSchema = z
  .strictObject({ answer: z.boolean(), reasons: z.array(reasonSchema) })
  .meta({ id: 'Answer' });

/** Whether a person can see and order an offer at an instant, and why. @public */
export const explanationSchema = z
  .strictObject({
    at: z.string(),
    state: publicStateSchema,
    version: z.int().optional(),
    visible: answerSchema,
    orderable: answerSchema,
  })
  .meta({ id: 'Explanation' });

/** Whether a person can see and order an offer at an instant, and why. @public */
export type Explanation = z.infer<typeof explanationSchema>;

/** A published version as `explain` needs it. @public */
export interface ExplainedVersion extends PublishedWindow {
  access: Access;
}

/** Who asks: their principals, and the zone in which they read dates. @public */
export interface Viewer {
  principals: Principals;
  zone?: string;
}

/**
 * The one rule of who may see and order what, when. The list query, the page, the order check, the
 * portal and Slack all follow it, so they cannot disagree (design: "What is computed, not swept").
 *
 * @param versions - the published versions of the offer
 * @param viewer - whose view it is
 * @param at - UTC instant, past or ahead
 * @public
 */
export function explain(
  versions: readonly ExplainedVersion[],
  viewer: Viewer,
  at: string,
): Explanation {
  const state = publicStateAt(versions, at);
  const serving = servingVersion(versions, at);
  const relevant = serving ?? firstAhead(versions);
  const seeReasons = [
    ...timeReasons(versions, relevant, state, viewer.zone ?? 'UTC', at),
    ...(relevant ? [seeReason(relevant.access, viewer.principals)] : []),
  ];
  const visible = seeReasons.every(reason => reason.holds) && relevant !== undefined;
  const orderReasons = relevant
    ? [...seeReasons, orderReason(relevant.access, viewer.principals)]
    : seeReasons;
  return {
    at,
    state,
    ...(serving ? { version: serving.number } : {}),
    visible: { answer: visible, reasons: seeReasons },
    orderable: {
      answer: visible && orderReasons.every(reason => reason.holds),
      reasons: orderReasons,
    },
  };
}

function firstAhead<T extends PublishedWindow>(versions: readonly T[]): T | undefined {
  return [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0];
}

function timeReasons(
  versions: readonly PublishedWindow[],
  relevant: PublishedWindow | undefined,
  state: PublicState,
  zone: string,
  at: string,
): Reason[] {
  if (!relevant) {
    return [{ code: 'published', holds: false, sentence: 'No version has been published yet.' }];
  }
  const begun = relevant.validFrom <= at;
  const next = firstAhead(versions.filter(version => version.validFrom > at));
  const reasons: Reason[] = [
    { code: 'published', holds: true, sentence: `Version ${relevant.number} is published.` },
    {
      code: 'begun',
      holds: begun,
      sentence: begun
        ? `It is offered since ${formatInstant(relevant.validFrom, zone)}.`
        : `It is offered from ${formatInstant(relevant.validFrom, zone)}.`,
    },
  ];
  const { validUntil } = relevant;
  if (begun && validUntil) {
    reasons.push({
      code: 'not-ended',
      holds: state === 'available',
      sentence: endSentence(state, validUntil, next, zone),
    });
  }
  return reasons;
}

function endSentence(
  state: PublicState,
  validUntil: string,
  next: PublishedWindow | undefined,
  zone: string,
): string {
  const until = formatInstant(validUntil, zone);
  if (state === 'available') return `It is offered until ${until}.`;
  const again = next ? ` It returns on ${formatInstant(next.validFrom, zone)}.` : '';
  return `It ended on ${until}.${again}`;
}

function seeReason(access: Access, principals: Principals): Reason {
  const holds = isInAudience(access.see, principals);
  return {
    code: 'may-see',
    holds,
    sentence: holds ? 'In the audience of this offer.' : 'Not in the audience of this offer.',
  };
}

function orderReason(access: Access, principals: Principals): Reason {
  const holds = isInAudience(access.order, principals);
  return {
    code: 'may-order',
    holds,
    sentence: holds
      ? 'Among those who may order it.'
      : 'Not among those who may order it. Its owner can add the person, or a group of theirs.',
  };
}
