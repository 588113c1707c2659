import {
  Announcement,
  mayChannelHear,
  Served,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { offersBy, StoredOffer, StoredVersion } from '../offers/reading';
import { titleOfCategory } from '../structure/naming';
import { lifeOf, OfferLife, StoredEnding } from '../timeline/reading';
import { selectAnnouncement, StoredAnnouncement } from './announcementStore';
import { StoredDelivery } from './store';

/** What an announcement tells about, as it is now. */
interface Subject {
  announcement: StoredAnnouncement;
  offer: StoredOffer;
  life: OfferLife;
  version: StoredVersion;
  now: string;
}

/**
 * What an announcement says, drawn from the state as it is now; undefined when it is not true any more: what was
 * replaced, suspended or ended meanwhile is not called available.
 */
export async function drawAnnouncement(
  ctx: Context,
  { announcementId, target, targetKind }: StoredDelivery,
): Promise<Announcement | undefined> {
  const announcement = announcementId && (await selectAnnouncement(ctx.db.knex, announcementId));
  if (!announcement) return undefined;
  const [offer] = await offersBy(ctx.db.knex, [announcement.offerId]);
  const life = await lifeOf(ctx.db.knex, announcement.offerId);
  const version = life.versions.find(({ number }) => number === announcement.number);
  if (!offer || !version) return undefined;
  const subject: Subject = { announcement, offer, life, version, now: nowOf(ctx) };
  if (!isStillTrue(subject)) return undefined;
  const ending = endingFor(subject);
  const readers = targetKind === 'channel' ? target : undefined;
  return {
    ...contentOf(ctx, subject, await titleOfCategory(ctx, version.content.information.category)),
    ...(ending?.replacedBy ? await replacementOf(ctx, ending.replacedBy, readers, subject) : {}),
    ...(ending ? { subscriptions: ending.subscriptions } : {}),
  };
}

function isStillTrue({ announcement: { kind, number }, life, now }: Subject): boolean {
  const serving = servingAt(life.timeline, now);
  if (kind === 'available' || kind === 'changed') {
    const served = [serving?.first, serving?.outside].find(each => each?.version.number === number);
    return served !== undefined && isOrderable(served);
  }
  if (kind === 'ending') return serving !== undefined;
  return kind !== 'ended' || serving === undefined;
}

function isOrderable({ state }: Served): boolean {
  return state === 'available' || state === 'canary' || state === 'ending';
}

function endingFor({ announcement: { kind }, life }: Subject): StoredEnding | undefined {
  return kind === 'ending' || kind === 'ended' ? life.endings.at(-1) : undefined;
}

function contentOf(
  ctx: Context,
  { announcement, offer, life, version }: Subject,
  category: string | undefined,
): Announcement {
  const { information, pricing, terms } = version.content;
  const ends = life.endings.map(({ endsAt }) => endsAt);
  const until = [version.validUntil, ...ends].filter(end => end !== undefined).sort()[0];
  return {
    announcementId: announcement.id,
    kind: announcement.kind,
    title: information.title,
    summary: information.summary,
    ...(category ? { category } : {}),
    ...(offer.owner ? { owner: offer.owner } : {}),
    // Prices for some are for their eyes; a message is read by all of a channel.
    priceLists: pricing.priceLists.filter(({ audience }) => audience.length === 0),
    ...(terms.leadTimeDays === undefined ? {} : { leadTimeDays: terms.leadTimeDays }),
    from: version.validFrom ?? '',
    ...(until ? { until } : {}),
    url: `${ctx.settings.portalUrl}/offers/o/${offer.name}`,
  };
}

/** The replacement, where all who read the channel may see it now (rule 1). */
async function replacementOf(
  ctx: Context,
  offerId: string,
  channel: string | undefined,
  { now }: Subject,
): Promise<Pick<Announcement, 'replacement'>> {
  const audience = ctx.settings.announcementChannels.find(
    each => each.channel === channel,
  )?.audience;
  const [offer] = await offersBy(ctx.db.knex, [offerId]);
  const { timeline, versions } = await lifeOf(ctx.db.knex, offerId);
  const serving = servingAt(timeline, now);
  if (!offer || !audience || !serving || serving.ring) return {};
  const { number, access } = serving.first.version;
  if (!mayChannelHear(audience, access).mayHear) return {};
  const title = versions.find(version => version.number === number)?.content.information.title;
  return {
    replacement: {
      title: title ?? offer.title,
      url: `${ctx.settings.portalUrl}/offers/o/${offer.name}`,
    },
  };
}
