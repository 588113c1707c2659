import { Delegation } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { selectCardsOf } from './cardStore';
import { insertDeliveries, StoredDelivery } from './store';

type Ids = Pick<Context, 'newId'>;

/**
 * Draws the cards of a stand-in again when they stand in no more: from then on the cards say so, and have no
 * buttons.
 */
export async function redrawAtEnd(
  ctx: Ids,
  tx: Knex.Transaction,
  { id, delegate, until, revokedAt }: Pick<Delegation, 'id' | 'delegate' | 'until' | 'revokedAt'>,
  at: string,
): Promise<void> {
  const cards = await selectCardsOf(tx, delegate);
  const why = revokedAt ? 'revoked' : 'until';
  await redraw(ctx, tx, cards, { why: `${why}:${id}`, dueAt: revokedAt ?? until, at });
}

/** Draws the cards that a stand-in has from before again when they stand in: from then on they have buttons. */
export async function redrawAtBegin(
  ctx: Ids,
  tx: Knex.Transaction,
  { id, delegate, from }: Pick<Delegation, 'id' | 'delegate' | 'from'>,
  at: string,
): Promise<void> {
  const cards = (await selectCardsOf(tx, delegate)).filter(({ state }) => state === 'sent');
  await redraw(ctx, tx, cards, { why: `from:${id}`, dueAt: from > at ? from : at, at });
}

async function redraw(
  ctx: Ids,
  tx: Knex.Transaction,
  cards: readonly StoredDelivery[],
  { why, dueAt, at }: { why: string; dueAt: string; at: string },
): Promise<void> {
  await insertDeliveries(
    tx,
    cards.map(card => {
      const key = `${card.key}:${why}`;
      return {
        id: ctx.newId(),
        key,
        // A lane of its own: what is due later must not hold up what is due before.
        lane: key,
        kind: 'approval-card',
        act: 'update',
        targetKind: 'person',
        target: card.target,
        planId: card.planId,
        baseId: card.id,
        dueAt,
      };
    }),
    at,
  );
}
