import { currentStep, Delegation, peopleAsked } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { sendCards } from '../announcements/asking';
import { redrawAtEnd } from '../announcements/standInCards';
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
  const { delegator, delegate, from } = delegation;
  const plans = await selectWaiting(tx);
  const standings = await standingsOf(ctx, tx, plans);
  for (const plan of plans) {
    const standing = standings.get(plan.id);
    const step = standing && currentStep({ ...standing, currentHash: plan.contentHash });
    const asksThem =
      standing &&
      step &&
      peopleAsked(step, standing.excluded).includes(delegator) &&
      !standing.excluded.includes(delegate);
    if (asksThem) {
      const dueAt = from > at ? from : at;
      await sendCards(ctx, tx, plan, [{ targetKind: 'person', target: delegate, dueAt }], at);
    }
  }
  await redrawAtEnd(ctx, tx, delegation, at);
}
