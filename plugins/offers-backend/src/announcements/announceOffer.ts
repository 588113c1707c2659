import {
  Announce,
  AnnouncementReach,
  AnnouncementSummary,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { readableOffer } from '../offers/offers';
import { lockDrafts, StoredOffer } from '../offers/reading';
import { plansOfVersions } from '../plans/versions';
import { found, Refusal } from '../refusal';
import { lifeOf, OfferLife } from '../timeline/reading';
import { putAnnouncement, StoredAnnouncement } from './announcementStore';
import { channelsToHear, ChannelVerdictAt } from './channels';
import { summariesOf } from './list';
import { mayAnnounce } from './mayAnnounce';
import { readersOf } from './readersOf';
import { insertDeliveries } from './store';
import { insertTurns } from './turnStore';

const NOT_OFFERED = 'The offer cannot be ordered now, so there is nothing to point to.';

/** Who would hear an announcement by hand, were it sent now; for those who read the offer as staff. */
export async function announcementReach(
  ctx: Context,
  actor: Actor,
  offerId: string,
): Promise<AnnouncementReach> {
  const offer = await readableOffer(ctx, actor, offerId);
  const at = nowOf(ctx);
  const life = await lifeOf(ctx.db.knex, offerId);
  const serving = orderableNow(life, at);
  const refusal = serving === undefined ? NOT_OFFERED : await powerRefusal(ctx, actor);
  const told = serving && { kind: 'promotion' as const, number: serving.number, life };
  return {
    offerId,
    name: offer.name,
    title: offer.title,
    possible: refusal === undefined,
    ...(refusal ? { refusal } : {}),
    channels: serving ? await channelsOf(ctx, { offer, life, number: serving.number, at }) : [],
    people: told ? (await readersOf(ctx, told, at)).length : 0,
  };
}

async function powerRefusal(ctx: Context, actor: Actor): Promise<string | undefined> {
  return (await mayAnnounce(ctx, actor)) ? undefined : new Refusal('not-allowed').message;
}

/** The version that everybody in the audience can order now. */
function orderableNow({ timeline }: OfferLife, at: string) {
  const serving = servingAt(timeline, at);
  const orderable = ['available', 'ending'].includes(serving?.first.state ?? '');
  return orderable ? serving?.first.version : undefined;
}

/** The channels that are to hear of a version, and which of them may (rule 1). */
function channelsOf(
  ctx: Pick<Context, 'settings' | 'db' | 'clock'>,
  about: { offer: StoredOffer; life: OfferLife; number: number; at: string },
): Promise<ChannelVerdictAt[]> {
  const { offer, life, number, at } = about;
  const { content } = found(life.versions.find(version => version.number === number));
  return channelsToHear(ctx, { offer, content, kind: 'promotion', at });
}

/**
 * Announces by hand that an offer is worth a look: in channels on the list whose readers all may see it, and to those
 * of its audience who want to hear such in person. Asked for twice with one key, it is one announcement (rule 5).
 * @throws Refusal `not-found`, `not-allowed`, `wrong-state`, `invalid-input` for a channel that may not hear it
 */
export async function announceOffer(
  ctx: Context,
  actor: Actor,
  offerId: string,
  input: Announce,
  key: string,
): Promise<AnnouncementSummary> {
  const readable = await readableOffer(ctx, actor, offerId);
  if (!(await mayAnnounce(ctx, actor))) throw new Refusal('not-allowed');
  const at = nowOf(ctx);
  const seen = await lifeOf(ctx.db.knex, offerId);
  const known = orderableNow(seen, at);
  const channels = known
    ? await channelsOf(ctx, { offer: readable, life: seen, number: known.number, at })
    : [];
  const request = { caller: actor.ref, key, operation: `announceOffer:${offerId}`, input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      found((await lockDrafts(tx, [offerId])).get(offerId));
      const number = orderableNow(await lifeOf(tx, offerId), at)?.number;
      if (number === undefined) throw new Refusal('wrong-state', { message: NOT_OFFERED });
      // Whoever may not hear it by the time that it is sent does not: that is asked again then.
      requireHearing(input, channels);
      const announcement = await announcementOf(ctx, tx, { offerId, number, input, actor, at });
      await send(ctx, tx, announcement, input, at);
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'announcement.announce',
        subjectKind: 'offer',
        subjectId: offerId,
        change: {
          announcement: announcement.id,
          kind: 'promotion',
          ...input,
          at: announcement.dueAt,
        },
      });
      return found((await summariesOf(tx, [announcement]))[0]);
    }),
  );
}

function requireHearing({ channels, people }: Announce, known: readonly ChannelVerdictAt[]): void {
  if (channels.length === 0 && !people) {
    throw new Refusal('invalid-input', {
      fields: [{ field: 'channels', remedy: 'Choose a channel, or people' }],
    });
  }
  const refused = channels.flatMap(channel => {
    const verdict = known.find(each => each.channel === channel);
    if (verdict?.mayHear) return [];
    const why = verdict?.reason ?? 'the configuration does not route such announcements to it';
    return [{ field: 'channels', remedy: `Leave out ${channel}: ${why}` }];
  });
  if (refused.length > 0) throw new Refusal('invalid-input', { fields: refused });
}

async function announcementOf(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  by: { offerId: string; number: number; input: Announce; actor: Actor; at: string },
): Promise<StoredAnnouncement> {
  const { offerId, number, input, actor, at } = by;
  const plans = await plansOfVersions(tx, offerId);
  const planId = found(plans.filter(plan => plan.number <= number).at(-1)).planId;
  const announcement: StoredAnnouncement = {
    id: ctx.newId(),
    offerId,
    number,
    kind: 'promotion',
    planId,
    dueAt: input.at !== undefined && input.at > at ? input.at : at,
    byHand: { text: input.text, by: actor.ref, at },
  };
  await putAnnouncement(tx, announcement);
  return announcement;
}

async function send(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  { id, offerId, planId, dueAt }: StoredAnnouncement,
  { channels, people }: Announce,
  at: string,
): Promise<void> {
  await insertDeliveries(
    tx,
    [...new Set(channels)].map(channel => ({
      id: ctx.newId(),
      key: `announcement:${id}:${channel}`,
      lane: `offer:${offerId}:${channel}`,
      kind: 'announcement',
      act: 'post',
      targetKind: 'channel',
      target: channel,
      planId,
      announcementId: id,
      dueAt,
    })),
    at,
  );
  if (people) await insertTurns(tx, [{ announcementId: id, dueAt }]);
}
