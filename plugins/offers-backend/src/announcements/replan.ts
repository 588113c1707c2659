import type { Knex } from 'knex';
import { Context } from '../context';
import { StoredOffer } from '../offers/reading';
import { plansOfVersions } from '../plans/versions';
import {
  plannedAnnouncements,
  PlannedAnnouncement,
  PlannedTurn,
  plannedTurns,
  TimedKind,
  timedKinds,
} from './planned';
import { endOf, Replanning } from './ends';
import { correctMovedEnd } from './movedEnd';
import { putAnnouncement, selectAnnouncementAbout } from './announcementStore';
import { channelKey } from './keys';
import { dropTurns, insertTurns, selectWaitingTurns, StoredTurn, WaitingTurn } from './turnStore';
import { insertDeliveries, replanDelivery, selectPlannedDeliveries } from './store';

/**
 * Plans what channels hear of an offer, and when, from its public life as it is now: what was planned before and not
 * begun moves with it, what does not come any more is withheld, and what was sent stays sent. Each channel hears
 * a thing once (rule 5), and only when all who read it may know (rule 1).
 */
export async function replanAnnouncements(
  ctx: Pick<Context, 'newId' | 'settings'>,
  tx: Knex.Transaction,
  replanning: Replanning,
): Promise<void> {
  const { offer, at } = replanning;
  await correctMovedEnd(ctx, tx, replanning);
  const planned = plannedAnnouncements(ctx.settings.announcementChannels, replanning);
  const plans = await plansOfVersions(tx, offer.id);
  const before = await selectPlannedDeliveries(tx, offer.id, timedKinds);
  const wanted = new Set<string>();
  for (const announcement of planned) {
    const planId = plans.filter(({ number }) => number <= announcement.number).at(-1)?.planId;
    if (planId === undefined) continue;
    const id = await putAnnouncement(tx, {
      id: ctx.newId(),
      offerId: offer.id,
      number: announcement.number,
      kind: announcement.kind,
      planId,
      dueAt: announcement.dueAt,
      ...tellingEnd(announcement, replanning),
    });
    const key = channelKey({ ...announcement, offerId: offer.id }, announcement.channel);
    wanted.add(key);
    await putDelivery(ctx, tx, { offer, announcement, id, planId, key, at });
  }
  for (const { key } of before.filter(delivery => !wanted.has(delivery.key))) {
    await replanDelivery(tx, key, { withheld: 'It does not come about any more.' });
  }
  await replanTurns(ctx, tx, replanning, plans);
}

/** When people are to hear of it in person: what has come and was told already is told to nobody anew. */
async function replanTurns(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  replanning: Replanning,
  plans: Awaited<ReturnType<typeof plansOfVersions>>,
): Promise<void> {
  const { offer, since } = replanning;
  const planned = plannedTurns(replanning);
  // What has come and nobody took yet is told, though something changes before that.
  await dropTurns(
    tx,
    (await selectWaitingTurns(tx, offer.id)).filter(
      waiting => waiting.dueAt >= since || !planned.some(turn => isSame(turn, waiting)),
    ),
  );
  const turns: StoredTurn[] = [];
  for (const { kind, number, dueAt } of planned) {
    const planId = plans.filter(plan => plan.number <= number).at(-1)?.planId;
    if (planId === undefined || dueAt < since) continue;
    const about = { offerId: offer.id, number, kind };
    const known = await selectAnnouncementAbout(tx, about);
    const added = { ...about, id: ctx.newId(), planId, dueAt, ...tellingEnd(about, replanning) };
    const id = known ?? (await putAnnouncement(tx, added));
    turns.push({ announcementId: id, dueAt });
  }
  await insertTurns(tx, turns);
}

function isSame(turn: PlannedTurn, { kind, number, dueAt }: WaitingTurn): boolean {
  return turn.kind === kind && turn.number === number && turn.dueAt === dueAt;
}

/** Which end an announcement tells, where it tells one. */
function tellingEnd({ kind }: { kind: TimedKind }, replanning: Replanning) {
  return kind === 'ending' ? { tellsEnd: endOf(replanning) } : {};
}

async function putDelivery(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  {
    offer,
    announcement: { channel, dueAt, withheld },
    id,
    planId,
    key,
    at,
  }: {
    offer: StoredOffer;
    announcement: PlannedAnnouncement;
    id: string;
    planId: string;
    key: string;
    at: string;
  },
): Promise<void> {
  await insertDeliveries(
    tx,
    [
      {
        id: ctx.newId(),
        key,
        lane: `offer:${offer.id}:${channel}`,
        kind: 'announcement',
        act: 'post',
        targetKind: 'channel',
        target: channel,
        planId,
        announcementId: id,
        dueAt,
        ...(withheld ? { withheld } : {}),
      },
    ],
    at,
  );
  await replanDelivery(tx, key, { dueAt, withheld });
}
