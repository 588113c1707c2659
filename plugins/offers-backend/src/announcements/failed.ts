import {
  deliveryManagePermission,
  FailedDelivery,
  FailedDeliveryPage,
} from '@offerdesk/backstage-plugin-offers-common';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { Actor, Context } from '../context';
import { planTitles } from '../plans/links';
import { Refusal } from '../refusal';
import { deliverySummary } from './deliveries';
import { selectFailed, StoredFailure } from './failedStore';

/** What could not be delivered, latest first, for those who mend it. */
export async function listFailedDeliveries(
  ctx: Context,
  actor: Actor,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<FailedDeliveryPage> {
  await requireDeliveryManager(ctx, actor);
  const [before] = cursor ? decodeCursor(cursor, 1) : [];
  const rows = await selectFailed(ctx.db.knex, {
    before: before && Number(before),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const titles = await planTitles(
    ctx.db.knex,
    page.map(({ delivery }) => delivery.planId),
  );
  const last = page.at(-1);
  return {
    items: page.map(failure => failedView(ctx, failure, titles)),
    ...(last && rows.length > limit ? { nextCursor: encodeCursor([String(last.seq)]) } : {}),
  };
}

/** @throws Refusal `not-allowed` for who does not look after deliveries */
export async function requireDeliveryManager(ctx: Context, actor: Actor): Promise<void> {
  if (!actor.can.has('manageDeliveries')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, deliveryManagePermission);
}

function failedView(
  ctx: Context,
  { delivery }: StoredFailure,
  titles: ReadonlyMap<string, string>,
): FailedDelivery {
  const { planId, targetKind, mayHavePosted } = delivery;
  return {
    ...deliverySummary(delivery),
    targetKind,
    about: {
      planId,
      title: titles.get(planId) ?? 'A plan',
      url: `${ctx.settings.portalUrl}/offers/plans/${planId}`,
    },
    mayHavePosted,
  };
}
