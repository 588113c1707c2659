import {
  deliveryManagePermission,
  FailedDelivery,
  FailedDeliveryPage,
} from '@offerdesk/backstage-plugin-offers-common';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { Actor, Context } from '../context';
import { demandTitles } from '../demand/told';
import { planTitles } from '../plans/links';
import { Refusal } from '../refusal';
import { selectFailed, StoredFailure } from './failedStore';
import { StoredDelivery } from './store';
import { deliverySummary } from './summary';

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
  const titles = await titlesOf(ctx, page);
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
  const { planId, demandId, targetKind, mayHavePosted } = delivery;
  const offers = `${ctx.settings.portalUrl}/offers`;
  return {
    ...deliverySummary(delivery),
    targetKind,
    about: demandId
      ? { demandId, title: titles.get(demandId) ?? 'A demand', url: `${offers}/demand/${demandId}` }
      : {
          ...(planId ? { planId, url: `${offers}/plans/${planId}` } : {}),
          title: planId ? (titles.get(planId) ?? 'A plan') : otherTitle(delivery),
        },
    mayHavePosted,
  };
}

/** What a message is called that is about neither a plan nor a demand. */
function otherTitle({ kind }: StoredDelivery): string {
  return kind === 'digest' ? 'What is new for them' : 'A Slack account that was unlinked';
}

/** What the plans and demands are called that some deliveries are about. */
async function titlesOf(
  { db }: Pick<Context, 'db'>,
  failures: readonly StoredFailure[],
): Promise<Map<string, string>> {
  const ids = (key: 'planId' | 'demandId') =>
    failures.flatMap(({ delivery }) => delivery[key] ?? []);
  return new Map([
    ...(await planTitles(db.knex, ids('planId'))),
    ...(await demandTitles(db.knex, ids('demandId'))),
  ]);
}
