import { Served, servingAt } from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { StoredOffer, StoredVersion } from '../offers/reading';
import { OfferLife } from '../timeline/reading';
import { StoredAnnouncement } from './announcementStore';
import { channelsToHear } from './channels';
import { mayBeTold, wantsToHear } from './readersOf';
import { StoredDelivery } from './store';

/** What an announcement tells about, as it is now. */
export interface Subject {
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
 * Why an announcement is not told: it is not true any more, or who was to hear it may not, or does not want to, at this
 * instant, whatever was so when it was planned (rule 1). For managers; undefined when it is told.
 */
export async function whyUntold(ctx: Context, subject: Subject): Promise<string | undefined> {
  if (!isStillTrue(subject)) {
    return 'It was not true any more when it was due: the offer was replaced, suspended, held or ended.';
  }
  return subject.delivery.targetKind === 'channel'
    ? whyNotInChannel(ctx, subject)
    : whyNotToPerson(ctx, subject);
}

async function whyNotInChannel(
  ctx: Context,
  { delivery: { target }, announcement, offer, version, now }: Subject,
): Promise<string | undefined> {
  const { kind } = announcement;
  if (!ctx.settings.announcementChannels.some(({ channel }) => channel === target)) {
    return `Not announced in ${target}: the channel is not on the list any more (offers.announcements.channels).`;
  }
  const about = { offer, content: version.content, kind, at: now };
  const heard = (await channelsToHear(ctx, about)).filter(({ channel }) => channel === target);
  if (heard.some(({ mayHear }) => mayHear)) return undefined;
  const [refused] = heard;
  return refused
    ? `Not announced in ${target}: ${refused.reason}.`
    : `Not announced in ${target}: by its route (offers.announcements.channels) it hears of other catalogues, categories, views or kinds.`;
}

/** What people wish counts for what is new; what they were told is corrected where they were told it. */
async function whyNotToPerson(
  ctx: Context,
  { delivery, announcement: { kind, number }, offer, life, now }: Subject,
): Promise<string | undefined> {
  const about = { kind, offerId: offer.id };
  if (delivery.act === 'post' && !(await wantsToHear(ctx, delivery.target, about))) {
    return `${delivery.target} does not want to hear of this kind any more.`;
  }
  const principals = await ctx.directory.principalsOf(delivery.target);
  const may = principals && (await mayBeTold(ctx, principals, { kind, number, life }, now));
  return may ? undefined : `${delivery.target} does not see the offer now.`;
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
