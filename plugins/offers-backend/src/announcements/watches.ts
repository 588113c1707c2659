import { MOST_WATCHED, WatchedOffers } from '@offerdesk/backstage-plugin-offers-common';
import { record } from '../audit/audit';
import { offersById } from '../catalogue/cards';
import { rankByWatchers } from '../catalogue/popularity';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { lockDrafts } from '../offers/reading';
import { Refusal } from '../refusal';
import { lockReader } from './readerStore';
import { countWatchers, deleteWatch, insertWatch, isWatching, selectWatched } from './watchStore';

/** The offers that a person watches; also one that they see no more, which they may want to let go. */
export async function watchedOffers(
  connection: Connection,
  person: string,
): Promise<WatchedOffers> {
  return { ids: await selectWatched(connection, person, MOST_WATCHED) };
}

/**
 * Watches an offer, or watches it no more. What is as it was changes nothing, so that an answer that was lost may be
 * asked for again.
 * @throws Refusal `not-found` for an offer that the person does not see (rule 1), `invalid-input` for one too many
 */
export async function watchOffer(
  ctx: Context,
  actor: Actor,
  offerId: string,
  watched: boolean,
): Promise<WatchedOffers> {
  // What one sees no more can be let go, and tells nothing of whether it is there.
  if (watched) await requireSeen(ctx, actor, offerId);
  const at = nowOf(ctx);
  const watch = { person: actor.ref, offerId };
  return ctx.db.transaction(async tx => {
    const { id } = await lockReader(tx, actor.ref, ctx.newId());
    if ((await isWatching(tx, actor.ref, offerId)) === watched) return watchedOffers(tx, actor.ref);
    if (watched) {
      await requireRoom(tx, actor.ref);
      await insertWatch(tx, { ...watch, at });
    } else {
      await deleteWatch(tx, watch);
    }
    await lockDrafts(tx, [offerId]);
    await rankByWatchers(tx, offerId, await countWatchers(tx, offerId));
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: watched ? 'announcement.watch' : 'announcement.unwatch',
      subjectKind: 'announcement',
      subjectId: id,
      change: { offer: offerId },
    });
    return watchedOffers(tx, actor.ref);
  });
}

async function requireSeen(ctx: Context, actor: Actor, offerId: string): Promise<void> {
  const { items } = await offersById(ctx, actor, { ids: [offerId] });
  if (items.length === 0) throw new Refusal('not-found');
}

async function requireRoom(tx: Connection, person: string): Promise<void> {
  const before = await selectWatched(tx, person, MOST_WATCHED);
  if (before.length < MOST_WATCHED) return;
  throw new Refusal('invalid-input', {
    fields: [
      {
        field: 'watched',
        remedy: `You watch ${MOST_WATCHED} offers: stop watching one of them first`,
      },
    ],
  });
}
