import { z } from 'zod';
import { publicStateAt } from '../lifecycle/publicState';
import { publicStateSchema } from '../lifecycle/states';
import { Serving, servedTo, servingAt } from '../timeline/serving';
import { OfferTimeline, TimedVersion } from '../timeline/timeline';
import { orderReasons, reasonSchema, seeReasons } from './reasons';
import { MemberAnswer, personOf, Viewer } from './viewer';

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

/**
 * The one rule of who may see and order what, when. The list query, the page, the order check, the
 * portal and Slack all follow it, so they cannot disagree (design: "What is computed, not swept").
 *
 * @param timeline - everything stored that decides the offer's public life
 * @param viewer - whose view it is
 * @param at - UTC instant, past or ahead
 * @param members - for a bundle, what `explain` answers of its members
 * @public
 */
export function explain(
  timeline: OfferTimeline,
  viewer: Viewer,
  at: string,
  members: readonly MemberAnswer[] = [],
): Explanation {
  const person = personOf(viewer);
  const serving = servingAt(timeline, at);
  const served = servedTo(timeline, person, at);
  const relevant = relevantTo(timeline, serving, at, served?.version);
  const input = { timeline, viewer, at, serving, served, members };
  const see = seeReasons(input, relevant);
  const visible = relevant !== undefined && see.every(reason => reason.holds);
  const order = relevant ? [...see, ...orderReasons(input, relevant)] : see;
  return {
    at,
    state: served?.state ?? publicStateAt(timeline, at),
    ...(served ? { version: served.version.number } : {}),
    visible: { answer: visible, reasons: see },
    orderable: { answer: visible && order.every(reason => reason.holds), reasons: order },
  };
}

/** The version that the reasons speak of: what is served, else what was served last, else what comes first. */
function relevantTo(
  { versions }: OfferTimeline,
  serving: Serving | undefined,
  at: string,
  served: TimedVersion | undefined,
): TimedVersion | undefined {
  if (served) return served;
  if (serving) return serving.first.version;
  const byStart = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return byStart.filter(({ validFrom }) => validFrom <= at).at(-1) ?? byStart[0];
}
