import {
  Announcement,
  mayChannelHear,
  segmentsOf,
  Served,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { offersBy, StoredOffer, StoredVersion } from '../offers/reading';
import { titleOfCategory } from '../structure/naming';
import { explainOne } from '../timeline/explaining';
import { lifeOf, OfferLife, StoredEnding } from '../timeline/reading';
import { selectAnnouncement, StoredAnnouncement } from './announcementStore';
import { channelsToHear } from './channels';
import { endOf } from './ends';
import { selectCorrections } from './correctionStore';
import { mayBeTold, wantsToHear } from './readersOf';
import { StoredDelivery } from './store';

/** What an announcement tells about, as it is now. */
interface Subject {
  delivery: StoredDelivery;
  announcement: StoredAnnouncement;
  offer: StoredOffer;
  life: OfferLife;
  version: StoredVersion;
  /** when the offer ends by its last termination, if it does */
  endsAt: string | undefined;
  now: string;
}

/**
 * What an announcement says, drawn from the state as it is now; undefined when it is not true any more: what was
 * replaced, suspended or ended meanwhile is not called available.
 */
export async function drawAnnouncement(
  ctx: Context,
  delivery: StoredDelivery,
): Promise<Announcement | undefined> {
  const { announcementId } = delivery;
  const announcement = announcementId && (await selectAnnouncement(ctx.db.knex, announcementId));
  if (!announcement) return undefined;
  const [offer] = await offersBy(ctx.db.knex, [announcement.offerId]);
  const life = await lifeOf(ctx.db.knex, announcement.offerId);
  const version = life.versions.find(({ number }) => number === announcement.number);
  if (!offer || !version) return undefined;
  const endsAt = endOf({ life, segments: segmentsOf(life.timeline) });
  const subject: Subject = {
    delivery,
    announcement,
    offer,
    life,
    version,
    endsAt,
    now: nowOf(ctx),
  };
  if (!isStillTrue(subject) || !(await mayStillHear(ctx, subject))) return undefined;
  const ending = endingFor(subject);
  const correction = (await selectCorrections(ctx.db.knex, [announcement.id])).at(-1);
  return {
    ...contentOf(ctx, subject, await titleOfCategory(ctx, version.content.information.category)),
    ...(ending?.replacedBy ? await replacementOf(ctx, ending.replacedBy, subject) : {}),
    ...(ending ? { subscriptions: ending.subscriptions } : {}),
    ...(correction ? { correction: { note: correction.note, at: correction.at } } : {}),
  };
}

/** Whether who is to hear it may hear it at this instant, whatever was so when it was planned (rule 1). */
async function mayStillHear(
  ctx: Context,
  { delivery, announcement, offer, life, version, now }: Subject,
): Promise<boolean> {
  const { kind, number } = announcement;
  if (delivery.targetKind === 'channel') {
    const about = { offer, content: version.content, kind, at: now };
    const heard = await channelsToHear(ctx, about);
    return heard.some(({ channel, mayHear }) => channel === delivery.target && mayHear);
  }
  // What people wish counts for what is new; what they were told is corrected where they were told it.
  const about = { kind, offerId: offer.id };
  if (delivery.act === 'post' && !(await wantsToHear(ctx, delivery.target, about))) return false;
  const principals = await ctx.directory.principalsOf(delivery.target);
  return principals !== undefined && mayBeTold(ctx, principals, { kind, number, life }, now);
}

/** Who reads a channel; undefined for one that is on the list no more. */
function audienceOf({ settings }: Context, channel: string): readonly string[] | undefined {
  return settings.announcementChannels.find(each => each.channel === channel)?.audience;
}

function isStillTrue({ announcement: { kind, number }, life, now }: Subject): boolean {
  const serving = servingAt(life.timeline, now);
  if (kind === 'available' || kind === 'changed') {
    const served = [serving?.first, serving?.outside].find(each => each?.version.number === number);
    return served !== undefined && isOrderable(served);
  }
  if (kind === 'ending') return serving !== undefined;
  if (kind === 'promotion') return serving !== undefined && isOrderable(serving.first);
  return kind !== 'ended' || serving === undefined;
}

function isOrderable({ state }: Served): boolean {
  return state === 'available' || state === 'canary' || state === 'ending';
}

function endingFor({ announcement: { kind }, life, endsAt }: Subject): StoredEnding | undefined {
  const tells = kind === 'ended' || (kind === 'ending' && endsAt !== undefined);
  return tells ? life.endings.at(-1) : undefined;
}

function contentOf(
  ctx: Context,
  { announcement, offer, version, endsAt }: Subject,
  category: string | undefined,
): Announcement {
  const { information, pricing, terms } = version.content;
  const until = [version.validUntil, endsAt].filter(end => end !== undefined).sort()[0];
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
    ...(announcement.byHand ? { text: announcement.byHand.text } : {}),
    url: `${ctx.settings.portalUrl}/offers/o/${offer.name}`,
  };
}

/** The replacement, where all who read this may see it now (rule 1). */
async function replacementOf(
  ctx: Context,
  offerId: string,
  { delivery, now }: Subject,
): Promise<Pick<Announcement, 'replacement'>> {
  const [offer] = await offersBy(ctx.db.knex, [offerId]);
  const life = await lifeOf(ctx.db.knex, offerId);
  const serving = servingAt(life.timeline, now);
  if (!offer || !serving || !(await mayAllSee(ctx, life, delivery, now))) return {};
  const { number } = serving.first.version;
  const title = life.versions.find(version => version.number === number)?.content.information.title;
  return {
    replacement: {
      title: title ?? offer.title,
      url: `${ctx.settings.portalUrl}/offers/o/${offer.name}`,
    },
  };
}

async function mayAllSee(
  ctx: Context,
  life: OfferLife,
  { target, targetKind }: StoredDelivery,
  now: string,
): Promise<boolean> {
  if (targetKind === 'channel') {
    const audience = audienceOf(ctx, target);
    const serving = servingAt(life.timeline, now);
    if (!audience || !serving || serving.ring) return false;
    return mayChannelHear(audience, serving.first.version.access).mayHear;
  }
  const principals = await ctx.directory.principalsOf(target);
  if (!principals) return false;
  return (await explainOne(ctx.db.knex, life, { principals }, now)).visible.answer;
}
