import { isFinalPlanState, PatchPlan, Plan } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { Refusal } from '../refusal';
import { inShort, untaken } from './create';
import { substanceChanged } from './draftChanged';
import { itemsOf, PlanItems, putItems } from './items';
import { moveNotices } from './itemStore';
import { requireMovers } from './movers';
import { datesIn, plannedItems } from './planned';
import { planAt, requirePlanManager } from './plans';
import { addPlanAuthor, StoredPlan } from './store';
import { audienceToBe } from './substance';
import { planView } from './view';

/**
 * Changes what a plan says and brings; what is absent stays. A new date, other offers or other ends are a change
 * of what was approved (rule 3).
 * @throws Refusal `conflict`, `wrong-state`, and what `createPlan` refuses
 */
export async function patchPlan(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
  patch: PatchPlan,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  await requireMovers(ctx, actor, patch.changes ?? [], id);
  const at = nowOf(ctx);
  const people = await ctx.directory.count(
    await audienceToBe(ctx.db.knex, {
      offerIds: patch.offerIds ?? [],
      terminations: patch.terminations ?? [],
    }),
  );
  return untaken(() =>
    ctx.db.transaction(async tx => {
      const plan = await planAt(tx, id, revision);
      if (isFinalPlanState(plan.state)) throw new Refusal('wrong-state');
      // Who changes nothing has no part in the change, and may still decide on it (rule 4).
      if (Object.keys(patch).length === 0) return planView(ctx, tx, actor, plan);
      await addPlanAuthor(tx, id, actor.ref);
      const changed = patched(plan, patch);
      const items = await patchItems(tx, plan, changed, patch);
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'plan.edit',
        subjectKind: 'plan',
        subjectId: id,
        change: {
          title: changed.title,
          releaseAt: changed.releaseAt,
          before: plan.releaseAt,
          ...(items ? inShort(items) : {}),
        },
      });
      const stored = await substanceChanged(ctx, tx, actor, { plan: changed, at, people });
      return planView(ctx, tx, actor, stored);
    }),
  );
}

function patched(plan: StoredPlan, { title, note, release, preparation }: PatchPlan): StoredPlan {
  const kept = preparation === undefined ? plan.preparationZone : undefined;
  return {
    ...plan,
    ...datesIn(release, preparation, plan),
    title: title ?? plan.title,
    note: note ?? plan.note,
    releaseZone: release?.zone ?? plan.releaseZone,
    preparationZone: preparation?.zone ?? kept,
  };
}

async function patchItems(
  tx: Knex.Transaction,
  before: StoredPlan,
  plan: StoredPlan,
  { offerIds, terminations, changes }: PatchPlan,
): Promise<PlanItems | undefined> {
  // Who was to be told of an end with the release is told with it still.
  await moveNotices(tx, plan.id, { from: before.releaseAt, to: plan.releaseAt });
  if (!offerIds && !terminations && !changes) return undefined;
  const items = await itemsOf(tx, plan);
  const planned = await plannedItems(
    tx,
    {
      scenario: plan.scenario,
      offerIds: offerIds ?? items.offers.map(({ offer }) => offer.id),
      terminations: terminations ?? items.terminations,
      changes: changes ?? items.changes,
    },
    { releaseAt: plan.releaseAt, planId: plan.id },
  );
  await putItems(tx, plan.id, planned);
  return planned;
}
