import { z } from 'zod';
import { isInAudience } from '../audience/audience';
import { fills } from '../bundle/orderNeeds';
import { formatInstant } from '../instantWords';
import { undeployed } from '../timeline/deployed';
import { endOfVersion, isSuspendedAt, Served, Serving } from '../timeline/serving';
import { BundleMember, OfferTimeline, TimedVersion } from '../timeline/timeline';
import { MemberAnswer, Viewer } from './viewer';

/** One reason of an answer: a stable code, whether it holds, and the sentence that portal and Slack both show. @public */
export const reasonSchema = z
  .strictObject({
    code: z.enum([
      'published',
      'begun',
      'not-ended',
      'in-ring',
      'may-see',
      'not-suspended',
      'deployed',
      'may-order',
      'members',
    ]),
    holds: z.boolean(),
    sentence: z.string(),
  })
  .meta({ id: 'Reason' });

/** One reason of an answer. @public */
export type Reason = z.infer<typeof reasonSchema>;

/** What the reasons are found in. */
export interface ReasonInput {
  timeline: OfferTimeline;
  viewer: Viewer;
  at: string;
  serving: Serving | undefined;
  served: Served | undefined;
  members: readonly MemberAnswer[];
}

/** Why the offer can be seen or not, in the order in which people read it. */
export function seeReasons(input: ReasonInput, relevant: TimedVersion | undefined): Reason[] {
  if (!relevant) {
    return [{ code: 'published', holds: false, sentence: 'No version has been published yet.' }];
  }
  return [...timeReasons(input, relevant), ...ringReasons(input), seeReason(input, relevant)];
}

/** Why what is seen can be ordered or not. */
export function orderReasons(input: ReasonInput, relevant: TimedVersion): Reason[] {
  return [
    ...suspensionReasons(input),
    ...deploymentReasons(input, relevant),
    orderReason(input, relevant),
    ...memberReasons(input, relevant),
  ];
}

function timeReasons(input: ReasonInput, relevant: TimedVersion): Reason[] {
  const { viewer, at, serving, timeline } = input;
  const zone = viewer.zone ?? 'UTC';
  const begun = relevant.validFrom <= at;
  const reasons: Reason[] = [
    { code: 'published', holds: true, sentence: `Version ${relevant.number} is published.` },
    {
      code: 'begun',
      holds: begun,
      sentence: `It is offered ${begun ? 'since' : 'from'} ${formatInstant(relevant.validFrom, zone)}.`,
    },
  ];
  const until = endOfVersion(timeline, relevant, at);
  const isServed = serving !== undefined;
  if (!begun || (isServed && until === undefined)) return reasons;
  const sentence = isServed
    ? `It is offered until ${until === undefined ? '' : formatInstant(until, zone)}.`
    : endSentence(input, until, zone);
  return [...reasons, { code: 'not-ended', holds: isServed, sentence }];
}

function endSentence(
  { timeline, at }: ReasonInput,
  until: string | undefined,
  zone: string,
): string {
  const ended =
    until === undefined ? 'It was rolled back.' : `It ended on ${formatInstant(until, zone)}.`;
  const next = timeline.versions
    .map(({ validFrom }) => validFrom)
    .filter(from => from > at)
    .sort()[0];
  return next ? `${ended} It returns on ${formatInstant(next, zone)}.` : ended;
}

function ringReasons({ serving, served }: ReasonInput): Reason[] {
  if (!serving?.ring) return [];
  // Whoever is served the version before needs no ring for it.
  if (served && served.version !== serving.first.version) return [];
  const holds = served !== undefined;
  return [
    {
      code: 'in-ring',
      holds,
      sentence: holds
        ? 'Among the first to get this version.'
        : 'Not among the first to get this version; it comes to everybody later.',
    },
  ];
}

function seeReason({ viewer }: ReasonInput, { access }: TimedVersion): Reason {
  const holds = isInAudience(access.see, viewer.principals);
  return {
    code: 'may-see',
    holds,
    sentence: holds ? 'In the audience of this offer.' : 'Not in the audience of this offer.',
  };
}

function suspensionReasons({ timeline, at }: ReasonInput): Reason[] {
  if (timeline.suspensions.length === 0) return [];
  const holds = !isSuspendedAt(timeline, at);
  return [
    {
      code: 'not-suspended',
      holds,
      sentence: holds ? 'It is not suspended.' : 'It is suspended: nobody can order it for now.',
    },
  ];
}

function deploymentReasons({ timeline, at }: ReasonInput, relevant: TimedVersion): Reason[] {
  if (relevant.releases.length === 0) return [];
  const missing = undeployed(relevant, timeline.releases, at);
  const names = missing.map(({ product, version }) => `${product} ${version}`).join(', ');
  return [
    {
      code: 'deployed',
      holds: missing.length === 0,
      sentence:
        missing.length === 0
          ? 'What it needs is deployed.'
          : `It is held until this is deployed: ${names}. It can be ordered as soon as it is.`,
    },
  ];
}

function orderReason({ viewer }: ReasonInput, { access }: TimedVersion): Reason {
  const holds = isInAudience(access.order, viewer.principals);
  return {
    code: 'may-order',
    holds,
    sentence: holds
      ? 'Among those who may order it.'
      : 'Not among those who may order it. Its owner can add people and groups.',
  };
}

/**
 * A bundle can be ordered only while every member can (rule 8). What can be left out may be missing: of a choice as long as enough
 * of it is there, and never everything.
 */
function memberReasons({ members }: ReasonInput, relevant: TimedVersion): Reason[] {
  if (relevant.members.length === 0) return [];
  const answerOf = (offerId: string) => members.find(member => member.offerId === offerId);
  const isOrderable = ({ offerId }: BundleMember) => answerOf(offerId)?.orderable === true;
  const isThere = (member: BundleMember) => {
    const needs = answerOf(member.offerId)?.needs;
    return isOrderable(member) && (!needs || !member.given || fills(member.given, needs));
  };
  const there = relevant.members.filter(isThere);
  const isNeeded = ({ dispensable, choice }: BundleMember) =>
    !dispensable ||
    there.length === 0 ||
    (choice !== undefined &&
      there.filter(member => member.choice?.key === choice.key).length < choice.atLeast);
  const missing = relevant.members.filter(member => !isThere(member) && isNeeded(member));
  const titles = missing.flatMap(({ offerId }) => answerOf(offerId)?.title ?? []);
  return [
    {
      code: 'members',
      holds: missing.length === 0,
      sentence: sentenceOf(),
    },
  ];

  function sentenceOf(): string {
    if (missing.length === 0) return 'Every member of the bundle can be ordered.';
    if (missing.every(isOrderable) && titles.length > 0) {
      return `A member asks for more than the bundle tells it: ${titles.join(', ')}. Its owner can bring a version of the bundle that does.`;
    }
    return `Not every member of the bundle can be ordered${titles.length > 0 ? `: ${titles.join(', ')}` : ''}.`;
  }
}
