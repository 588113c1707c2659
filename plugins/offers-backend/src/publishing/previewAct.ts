import {
  ActPreview,
  ActPreviewQuery,
  lifeAfterAct,
  noticeBefore,
  OfferTimeline,
  planManagePermission,
  Reach,
  Segment,
  segmentsOf,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { canBeOrdered, plannedAnnouncements } from '../announcements/planned';
import { Actor, Context, nowOf } from '../context';
import { readableOffer } from '../offers/offers';
import { StoredOffer } from '../offers/reading';
import { dependantsOf } from '../plans/dependants';
import { Refusal } from '../refusal';
import { lifeOf, OfferLife } from '../timeline/reading';
import { mayOperate, mayRelease } from './access';
import { segmentView } from './lifeView';
import { contentToRepeat, obstacleTo } from './rollBack';

/** How much of what lies ahead is told; the rest is in the portal. */
const MOST = 20;

interface After {
  timeline: OfferTimeline;
  version: number | undefined;
  refusal: string | undefined;
}

/**
 * What an act on an offer would do if it were done now: asked of the same rules as the act itself, by who reads the
 * offer as staff.
 */
export async function previewAct(
  ctx: Context,
  actor: Actor,
  id: string,
  query: ActPreviewQuery,
): Promise<ActPreview> {
  const offer = await readableOffer(ctx, actor, id);
  const life = await lifeOf(ctx.db.knex, id);
  const at = nowOf(ctx);
  const after = await placedAfter(ctx, { offer, life, at }, query.act, afterOf(life, query, at));
  const power = (await mayAct(ctx, actor, query.act)) ? undefined : new Refusal('not-allowed');
  const refusal = after.refusal ?? power?.message;
  const segments = { now: segmentsOf(life.timeline), then: segmentsOf(after.timeline) };
  return {
    offerId: id,
    name: offer.name,
    title: offer.title,
    act: query.act,
    ...(after.version === undefined ? {} : { version: after.version }),
    possible: refusal === undefined,
    ...(refusal ? { refusal } : {}),
    at,
    now: segments.now.filter(segment => isAt(segment, at)).map(segmentView),
    then: segments.then
      .filter(segment => isAfter(segment, at))
      .slice(0, MOST)
      .map(segmentView),
    ordering: {
      now: segments.now.some(segment => isAt(segment, at) && canBeOrdered(segment)),
      then: segments.then.some(segment => isAt(segment, at) && canBeOrdered(segment)),
    },
    ...(await audienceOf(ctx, life, after, at)),
    // Who does not read every offer learns nothing of the bundles of others (rule 1).
    bundles: actor.can.has('readAll') ? await dependantsOf(ctx.db.knex, id, at) : [],
    announcements: stillToHear(ctx, { offer, life, after, at }),
  };
}

/** A roll-back is refused, too, where the version would be in a category that is no more. */
async function placedAfter(
  ctx: Context,
  { offer, life, at }: { offer: StoredOffer; life: OfferLife; at: string },
  act: ActPreviewQuery['act'],
  after: After,
): Promise<After> {
  const earlier = life.versions.find(({ number }) => number === after.version);
  if (act !== 'roll-back' || after.refusal !== undefined || !earlier) return after;
  const refusal = await obstacleTo(ctx, ctx.db.knex, { offer, life, at }, earlier);
  return refusal === undefined
    ? after
    : { timeline: life.timeline, version: after.version, refusal };
}

async function mayAct(ctx: Context, actor: Actor, act: ActPreviewQuery['act']): Promise<boolean> {
  if (act === 'roll-back') return mayRelease(ctx, actor);
  if (act !== 'terminate') return mayOperate(ctx, actor);
  return actor.can.has('managePlan') && ctx.guard.allows(actor.credentials, planManagePermission);
}

function afterOf({ timeline, versions }: OfferLife, query: ActPreviewQuery, at: string): After {
  const { act, version } = query;
  if (act !== 'terminate') {
    const after = lifeAfterAct(timeline, { act, version }, at);
    return after.ok
      ? { timeline: after.timeline, version: after.version, refusal: undefined }
      : { timeline, version, refusal: after.refusal };
  }
  const endsAt = query.endsAt ?? at;
  const serving = servingAt(timeline, at)?.first.version.number;
  const last = versions.find(({ number }) => number === serving) ?? versions.at(-1);
  if (!last) {
    return {
      timeline,
      version,
      refusal: 'The offer was never offered, so there is nothing to end.',
    };
  }
  const days = last.content.terms.noticePeriodDays ?? 0;
  const usual =
    days > 0 ? noticeBefore(endsAt, query.zone ?? 'UTC', days) : (query.releaseAt ?? at);
  const promised = query.noticeAt ?? usual;
  const noticeAt = promised > at ? promised : at;
  const ending = { recordedAt: at, noticeAt, endsAt, replacedBy: undefined };
  return {
    timeline: { ...timeline, endings: [...timeline.endings, ending] },
    version: undefined,
    refusal: endsAt > at ? undefined : 'The end lies in the past; choose a later one.',
  };
}

async function audienceOf(
  ctx: Context,
  life: OfferLife,
  { timeline }: After,
  at: string,
): Promise<Pick<ActPreview, 'seenBy' | 'orderedBy'>> {
  const served = servingAt(timeline, at) ?? servingAt(life.timeline, at);
  const access = served?.first.version.access;
  if (!access) return { seenBy: [], orderedBy: [] };
  const { see, order } = access;
  const people = await ctx.directory.count([...see.allow, ...order.allow]);
  const reach = (principals: readonly string[]): Reach[] =>
    principals.map(principal => {
      const known = people.get(principal);
      return known === undefined ? { principal } : { principal, people: known };
    });
  return { seenBy: reach(see.allow), orderedBy: reach(order.allow) };
}

/** What channels would still hear of the offer, were the act done now. */
function stillToHear(
  ctx: Context,
  { offer, life, after, at }: { offer: StoredOffer; life: OfferLife; after: After; at: string },
): ActPreview['announcements'] {
  const { timeline } = after;
  const endings = timeline.endings.map(ending => ({
    ...ending,
    id: '',
    offerId: offer.id,
    planId: '',
    noReplacement: undefined,
    subscriptions: { when: 'end' as const },
    reason: '',
    recordedBy: '',
  }));
  const next = { ...life, timeline, endings, versions: versionsOf(life, after) };
  return plannedAnnouncements(ctx.settings.announcementChannels, {
    life: next,
    segments: segmentsOf(timeline),
  })
    .filter(({ dueAt, withheld }) => withheld === undefined && dueAt >= at)
    .slice(0, MOST)
    .map(({ channel, kind, dueAt }) => ({ channel, kind, at: dueAt }));
}

/** The versions with the one that a roll-back would publish. */
function versionsOf({ versions }: OfferLife, { timeline, version }: After): OfferLife['versions'] {
  const added = timeline.versions.find(({ number }) =>
    versions.every(each => each.number !== number),
  );
  const source = versions.find(({ number }) => number === version);
  return added && source
    ? [...versions, { ...source, ...added, content: contentToRepeat(source) }]
    : versions;
}

function isAfter({ until }: Segment, at: string): boolean {
  return until === undefined || until > at;
}

function isAt(segment: Segment, at: string): boolean {
  return segment.from <= at && isAfter(segment, at);
}
