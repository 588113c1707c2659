import {
  Announce,
  announceableAt,
  AnnouncementSummary,
  segmentsOf,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { readableOffer } from '../offers/offers';
import { lockDrafts } from '../offers/reading';
import { plansOfVersions } from '../plans/versions';
import { found, Refusal } from '../refusal';
import { lifeOf, OfferLife } from '../timeline/reading';
import { putAnnouncement, StoredAnnouncement } from './announcementStore';
import { ChannelVerdictAt } from './channels';
import { endOf } from './ends';
import { tellAfterAll } from './heardStore';
import { channelKey } from './keys';
import { summariesOf } from './list';
import { mayAnnounce } from './mayAnnounce';
import { channelsFor } from './reach';
import { insertDeliveries } from './store';
import { insertTurns } from './turnStore';

/**
 * Announces by hand what is true of an offer now: in channels on the list whose readers all may know it, and to those
 * of its audience who want to hear such in person. Nobody is told twice what they were told of a version, but for
 * promotions, of which each is one of its own. Asked for twice with one key, it is one announcement (rule 5).
 * @throws Refusal `not-found`, `not-allowed`, `wrong-state`, `invalid-input` for a channel that may not hear it
 */
export async function announceOffer(
  ctx: Context,
  actor: Actor,
  offerId: string,
  input: Announce,
  key: string,
): Promise<AnnouncementSummary> {
  const offer = await readableOffer(ctx, actor, offerId);
  if (!(await mayAnnounce(ctx, actor))) throw new Refusal('not-allowed');
  const at = nowOf(ctx);
  const { kind } = input;
  const request = { caller: actor.ref, key, operation: `announceOffer:${offerId}`, input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      found((await lockDrafts(tx, [offerId])).get(offerId));
      const life = await lifeOf(tx, offerId);
      const told = announceableAt(life.timeline, kind, at);
      if (!told.ok) throw new Refusal('wrong-state', { message: told.remedy });
      const { number } = told;
      // Whoever may not hear it by the time that it is sent does not: that is asked again then.
      requireHearing(input, await channelsFor(ctx, tx, { offer, life, kind, number, at }));
      const announcement = await announcementOf(ctx, tx, { life, number, input, actor, at });
      await send(ctx, tx, announcement, input, at);
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'announcement.announce',
        subjectKind: 'offer',
        subjectId: offerId,
        change: { announcement: announcement.id, ...input, at: announcement.dueAt },
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
  by: { life: OfferLife; number: number; input: Announce; actor: Actor; at: string },
): Promise<StoredAnnouncement> {
  const { life, number, input, actor, at } = by;
  const { offerId } = life.timeline;
  const plans = await plansOfVersions(tx, offerId);
  const planId = found(plans.filter(plan => plan.number <= number).at(-1)).planId;
  const isEnding = input.kind === 'ending';
  const announcement: StoredAnnouncement = {
    id: ctx.newId(),
    offerId,
    number,
    kind: input.kind,
    planId,
    dueAt: input.at !== undefined && input.at > at ? input.at : at,
    ...(isEnding ? { tellsEnd: endOf({ life, segments: segmentsOf(life.timeline) }) } : {}),
    byHand: { text: input.text, by: actor.ref, at },
  };
  await putAnnouncement(tx, announcement);
  return announcement;
}

async function send(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  announcement: StoredAnnouncement,
  { channels, people }: Announce,
  at: string,
): Promise<void> {
  const { id, offerId, planId, dueAt } = announcement;
  const keyOf = (channel: string) =>
    announcement.kind === 'promotion'
      ? `announcement:${id}:${channel}`
      : channelKey(announcement, channel);
  const targets = [...new Set(channels)];
  // What was held back when it was due, and is so now, stands in the way of its key.
  for (const channel of targets) {
    await tellAfterAll(tx, keyOf(channel), { announcementId: id, dueAt });
  }
  await insertDeliveries(
    tx,
    targets.map(channel => ({
      id: ctx.newId(),
      key: keyOf(channel),
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
