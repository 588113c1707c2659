import {
  Audience,
  Change,
  contentChanges,
  isInAudience,
  mayChannelHear,
  servingAt,
  turningPoints,
} from '@offerdesk/backstage-plugin-offers-common';
import { readableContent } from '../catalogue/consumerContent';
import { Context } from '../context';
import { StoredVersion } from '../offers/reading';
import { titledChange } from '../structure/naming';
import { OfferLife } from '../timeline/reading';
import { StoredDelivery } from './store';
import { Subject } from './untold';

/** How many changes a message tells: the page of the offer tells them all. */
const MOST = 6;

/** What the message says already, or what is too long for it. */
const TOLD_ELSEWHERE: readonly string[] = [
  'content.information.summary',
  'content.information.description',
  'content.information.logo',
];

/** What nobody has but everybody: what they read is what all may read. */
const EVERYBODY = { principals: [] };

/** A version of an offer that a message tells of as a change. */
interface Changed {
  life: OfferLife;
  version: StoredVersion;
  /** when it is told: it was served before, or is from then on */
  at: string;
}

/**
 * What is other than what was served until then, for a message that tells of a change: as far as consumers read it, and only
 * to readers who all could see what was before, each for themselves (rule 1).
 */
export async function changesTold(
  ctx: Context,
  { announcement: { kind, dueAt: at }, delivery, life, version }: Subject,
): Promise<Change[]> {
  const changed = { life, version, at };
  const before = kind === 'changed' ? servedBefore(changed) : undefined;
  if (!before || !(await mayAllHave(ctx, delivery, before.content.access))) return [];
  return changesSince(ctx, before, changed);
}

/** The same for who writes such a message: readers get it as far as they may. */
export async function changesToTell(ctx: Context, changed: Changed): Promise<Change[]> {
  const before = servedBefore(changed);
  return before ? changesSince(ctx, before, changed) : [];
}

/** What everybody was served until the version took over; undefined where it came by rings, or after nothing. */
function servedBefore({ life, version, at }: Changed): StoredVersion | undefined {
  const earlier = turningPoints(life.timeline)
    .filter(instant => instant <= at)
    .map(instant => servingAt(life.timeline, instant))
    .filter(serving => serving?.first.version.number !== version.number || serving.ring)
    .at(-1);
  if (!earlier || earlier.ring) return undefined;
  return life.versions.find(({ number }) => number === earlier.first.version.number);
}

async function changesSince(
  ctx: Context,
  before: StoredVersion,
  { version, at }: Changed,
): Promise<Change[]> {
  const changes = contentChanges(
    readableContent(before.content, EVERYBODY, false),
    readableContent(version.content, EVERYBODY, false),
  ).filter(({ field }) => !TOLD_ELSEWHERE.includes(field));
  return Promise.all(changes.slice(0, MOST).map(change => titledChange(ctx, change, at)));
}

async function mayAllHave(
  ctx: Context,
  { target, targetKind }: StoredDelivery,
  access: {
    see: Audience;
    order: Audience;
    rings: Subject['version']['content']['access']['rings'];
  },
): Promise<boolean> {
  if (targetKind === 'channel') {
    const route = ctx.settings.announcementChannels.find(({ channel }) => channel === target);
    return route !== undefined && mayChannelHear(route.audience, access).mayHear;
  }
  const principals = await ctx.directory.principalsOf(target);
  return principals !== undefined && isInAudience(access.see, principals);
}
