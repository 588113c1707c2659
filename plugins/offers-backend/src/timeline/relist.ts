import { OfferTimeline, segmentsOf } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { replanAnnouncements } from '../announcements/replan';
import { replaceListing } from '../catalogue/listing';
import { Context } from '../context';
import { keepHealth } from '../offers/keepHealth';
import { StoredOffer } from '../offers/reading';
import { holdReleases } from '../releases/releases';
import { bringTo, whereaboutsOf } from '../structure/moves';
import { lifeOf, releasesNeededBy } from './reading';
import { recordTurnsOf } from './recordTurns';
import { replaceComputed } from './store';
import { turnsOf } from './turns';
import { replaceTurns } from './turnStore';

/**
 * Computes the whole public life of an offer anew and puts it where lists, announcements and the record of what
 * time does look for it. Every change that moves an offer's timeline calls this in its own transaction, after
 * it has stored what changed; so no job has to run for an offer to begin or to end.
 *
 * @param at - the instant of the change
 * @param since - from when on it counts, where that was reported later
 */
export async function relist(
  ctx: Pick<Context, 'db' | 'newId' | 'settings'>,
  tx: Knex.Transaction,
  offer: StoredOffer,
  at: string,
  since = at,
): Promise<void> {
  await holdReleases(tx, await releasesNeededBy(tx, offer.id));
  const life = await lifeOf(tx, offer.id);
  const segments = segmentsOf(life.timeline);
  await replaceComputed(tx, offer.id, {
    segments,
    needs: neededBy(life.timeline),
    members: membersOf(life.timeline),
  });
  const whereabouts = await whereaboutsOf(tx, offer);
  await replaceListing(tx, { offer, versions: life.versions, segments, whereabouts }, at);
  await recordTurnsOf(tx, offer.id, at);
  await replaceTurns(tx, offer.id, turnsOf(life.timeline, segments, whereabouts), at);
  await bringTo(tx, offer, whereabouts, at);
  await keepHealth(ctx, tx, offer, at, life);
  await replanAnnouncements(ctx, tx, { offer, life, segments, at, since });
}

function neededBy({ versions }: OfferTimeline): { product: string; version: string }[] {
  const all = versions.flatMap(({ releases }) => releases);
  const unique = new Map(
    all.map(({ product, version }) => [`${product} ${version}`, { product, version }]),
  );
  return [...unique.values()];
}

function membersOf({ versions }: OfferTimeline): { number: number; memberId: string }[] {
  return versions.flatMap(({ number, members }) =>
    [...new Set(members.map(({ offerId }) => offerId))].map(memberId => ({ number, memberId })),
  );
}
