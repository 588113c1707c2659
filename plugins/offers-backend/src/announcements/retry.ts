import { DeliverySummary, RetryDelivery } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { found, Refusal } from '../refusal';
import { BASE_FAILED } from './deliveries';
import { requireDeliveryManager } from './failed';
import { reopenDelivery, reviveDependents, withholdFailedUpdates } from './failedStore';
import { selectDelivery, StoredDelivery } from './store';
import { deliverySubject, deliverySummary } from './summary';

/** What Slack says of a message that is not there any more, or cannot be altered any more. */
const GONE = /^(message_not_found|thread_not_found|cant_update_message):/;

const POSTED_ANEW = 'Its message is posted anew, as it is now.';

/**
 * Sends again what failed, once whatever stood in its way is mended. What belongs to it follows; where the message
 * that it was to update or answer is gone, that message is posted anew. Nothing that was sent is sent twice (rule 5).
 * @throws Refusal `not-allowed`, `not-found`, `wrong-state` when it has not failed
 */
export async function retryDelivery(
  ctx: Context,
  actor: Actor,
  id: string,
  { notThere }: RetryDelivery,
  key: string,
): Promise<DeliverySummary> {
  await requireDeliveryManager(ctx, actor);
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: `retryDelivery:${id}`, input: { notThere } };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const due = await ctx.db.now(tx);
      const delivery = found(await selectDelivery(tx, id));
      if (delivery.state !== 'failed') {
        throw new Refusal('wrong-state', {
          message: `It has not failed: it is ${delivery.state}, so there is nothing to send again.`,
        });
      }
      const base = delivery.baseId && (await selectDelivery(tx, delivery.baseId));
      if (base && GONE.test(delivery.error ?? '')) await postAnew(tx, { base, delivery, at: due });
      else await reopen(tx, delivery, { at: due, anew: notThere });
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'delivery.retry',
        ...deliverySubject(delivery),
        change: { delivery: id, kind: delivery.kind, target: delivery.target },
      });
      return deliverySummary(found(await selectDelivery(tx, id)));
    }),
  );
}

async function reopen(
  tx: Knex.Transaction,
  delivery: StoredDelivery,
  { at, anew }: { at: string; anew: boolean },
): Promise<void> {
  if (!(await reopenDelivery(tx, delivery, { at, anew }))) {
    throw new Refusal('wrong-state', { message: 'Somebody else has sent it again just now.' });
  }
  await reviveDependents(tx, delivery.id, { error: BASE_FAILED, at });
}

async function postAnew(
  tx: Knex.Transaction,
  { base, delivery, at }: { base: StoredDelivery; delivery: StoredDelivery; at: string },
): Promise<void> {
  // Two updates of one lost message ask for it twice: it is posted anew once.
  if (base.state === 'sent') await reopen(tx, base, { at, anew: true });
  await withholdFailedUpdates(tx, base.id, POSTED_ANEW);
  if (delivery.act === 'reply') await reopen(tx, delivery, { at, anew: true });
}
