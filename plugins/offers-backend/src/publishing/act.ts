import { OfferLife as OfferLifeView } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { Actor, Context, nowOf } from '../context';
import { lockDrafts, StoredOffer } from '../offers/reading';
import { found } from '../refusal';
import { instantAfter } from '../timeline/instants';
import { lifeOf, OfferLife } from '../timeline/reading';
import { relist } from '../timeline/relist';
import { lifeView } from './lifeView';

/** What an act finds: the offer, locked, with its life as it is. */
export interface Acting {
  tx: Knex.Transaction;
  offer: StoredOffer;
  life: OfferLife;
  at: string;
}

/** What makes an act the same act when it is asked for again. */
export interface Act {
  key: string;
  operation: string;
  input: unknown;
  /** holds what has to stay as it is meanwhile, before the offer is locked: releases lock in that order */
  hold?: (tx: Knex.Transaction) => Promise<void>;
}

/**
 * Acts on the public life of an offer: one act at a time, in one transaction with what lists, announcements and log
 * show of it; asked for twice with one key, it is done once (rule 5).
 */
export async function act(
  ctx: Context,
  actor: Actor,
  offerId: string,
  { key, operation, input, hold }: Act,
  work: (acting: Acting) => Promise<void>,
): Promise<OfferLifeView> {
  const request = { caller: actor.ref, key, operation: `${operation}:${offerId}`, input };
  return ctx.db.transaction(tx =>
    once(tx, request, nowOf(ctx), async () => {
      await hold?.(tx);
      const { offer } = found((await lockDrafts(tx, [offerId])).get(offerId));
      const life = await lifeOf(tx, offerId);
      // Asked for once the offer is locked: acts on it have their instants in the order in which they were done.
      const at = instantAfter(nowOf(ctx), [life]);
      await work({ tx, offer, life, at });
      await relist(ctx, tx, offer, at);
      return lifeView(ctx, tx, actor, offer);
    }),
  );
}
