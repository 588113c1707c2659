import { Delegation } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { selectCardsOf } from './cardStore';
import { insertDeliveries } from './store';

/**
 * Draws the cards of a stand-in again when they stand in no more: from then on the cards say so, and have no
 * buttons.
 */
export async function redrawAtEnd(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  { id, delegate, until, revokedAt }: Pick<Delegation, 'id' | 'delegate' | 'until' | 'revokedAt'>,
  at: string,
): Promise<void> {
  const cards = await selectCardsOf(tx, delegate);
  await insertDeliveries(
    tx,
    cards.map(card => {
      const key = `${card.key}:${revokedAt ? 'revoked' : 'until'}:${id}`;
      return {
        id: ctx.newId(),
        key,
        // A lane of its own: what is due at the end must not hold up what is due before.
        lane: key,
        kind: 'approval-card',
        act: 'update',
        targetKind: 'person',
        target: delegate,
        planId: card.planId,
        baseId: card.id,
        dueAt: revokedAt ?? until,
      };
    }),
    at,
  );
}
