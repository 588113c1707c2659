import { currentStep, Delegation } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { askNewStandIn } from '../announcements/newStandIn';
import { redrawAtBegin, redrawAtEnd } from '../announcements/standInCards';
import { Context } from '../context';
import { standingsOf } from './decisions';
import { selectWaiting } from './waitingStore';

/** Sends what waits for a person to who stands in for them: now, or when it begins. */
export async function askStandIn(
  ctx: Context,
  tx: Knex.Transaction,
  delegation: Delegation,
  at: string,
): Promise<void> {
  // Before anything is sent anew: what was sent by then is what has to be drawn again.
  await redrawAtBegin(ctx, tx, delegation, at);
  const plans = await selectWaiting(tx);
  const standings = await standingsOf(ctx, tx, plans);
  for (const plan of plans) {
    const standing = standings.get(plan.id);
    const step = standing && currentStep({ ...standing, currentHash: plan.contentHash });
    if (!step) continue;
    const { asked, excluded } = standing;
    const opened = { step, excluded, expiresAt: asked.expiresAt, at };
    await askNewStandIn(ctx, tx, plan, opened, delegation);
  }
  await redrawAtEnd(ctx, tx, delegation, at);
}
