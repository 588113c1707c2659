import {
  Announcement,
  mayChannelHear,
  ownPriceLists,
  segmentsOf,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { offersBy } from '../offers/reading';
import { titleOfCategory } from '../structure/naming';
import { explainOne } from '../timeline/explaining';
import { lifeOf, OfferLife, StoredEnding } from '../timeline/reading';
import { selectAnnouncement } from './announcementStore';
import { changesTold } from './changesTold';
import { endOf } from './ends';
import { selectCorrections } from './correctionStore';
import { StoredDelivery } from './store';
import { Subject, whyUntold } from './untold';

/** What an announcement says, or why it is not told. */
export type Telling = { ok: true; announcement: Announcement } | { ok: false; why: string };

const GONE: Telling = { ok: false, why: 'What it was about is not there any more.' };

/**
 * What an announcement says, drawn from the state as it is now; or why it is held back, such as that it is not true
 * any more: what was replaced, suspended or ended meanwhile is not called available.
 */
export async function drawAnnouncement(ctx: Context, delivery: StoredDelivery): Promise<Telling> {
  const { announcementId } = delivery;
  const announcement = announcementId && (await selectAnnouncement(ctx.db.knex, announcementId));
  if (!announcement) return GONE;
  const [offer] = await offersBy(ctx.db.knex, [announcement.offerId]);
  const life = await lifeOf(ctx.db.knex, announcement.offerId);
  const version = life.versions.find(({ number }) => number === announcement.number);
  if (!offer || !version) return GONE;
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
  const why = await whyUntold(ctx, subject);
  if (why !== undefined) return { ok: false, why };
  return { ok: true, announcement: await said(ctx, subject) };
}

async function said(ctx: Context, subject: Subject): Promise<Announcement> {
  const { announcement, version } = subject;
  const ending = endingFor(subject);
  const changes = await changesTold(ctx, subject);
  const correction = (await selectCorrections(ctx.db.knex, [announcement.id])).at(-1);
  return {
    ...contentOf(ctx, subject, await titleOfCategory(ctx, version.content.information.category)),
    ...(ending?.replacedBy ? await replacementOf(ctx, ending.replacedBy, subject) : {}),
    ...(ending ? { subscriptions: ending.subscriptions } : {}),
    ...(changes.length > 0 ? { changes } : {}),
    ...(correction ? { correction: { note: correction.note, at: correction.at } } : {}),
  };
}

/** Who reads a channel; undefined for one that is on the list no more. */
function audienceOf({ settings }: Context, channel: string): readonly string[] | undefined {
  return settings.announcementChannels.find(each => each.channel === channel)?.audience;
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
  const { information, terms } = version.content;
  const until = [version.validUntil, endsAt].filter(end => end !== undefined).sort()[0];
  return {
    announcementId: announcement.id,
    kind: announcement.kind,
    title: information.title,
    summary: information.summary,
    ...(category ? { category } : {}),
    ...(offer.owner ? { owner: offer.owner } : {}),
    // Prices for some are for their eyes; a message is read by all of a channel.
    priceLists: ownPriceLists(version.content).filter(({ audience }) => audience.length === 0),
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
