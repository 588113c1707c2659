import {
  ImplementPlan,
  implementExitGate,
  Plan,
  referencesOf,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { redrawCards } from '../announcements/cards';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { gateRefusal, titlesOf } from '../gateRefusal';
import { Refusal } from '../refusal';
import { standingOf } from './decisions';
import { addImplementers } from './itemStore';
import { planAt, requirePlanManager } from './plans';
import { planToRelease } from './releasing';
import { stakeholders, tellStakeholders } from './stakeholders';
import { after } from './state';
import { StoredPlan, updatePlan } from './store';
import { planView } from './view';

/**
 * Begins the Implement stage of an approved plan, and names who implements it: they cannot decide on it, also
 * when it is asked for again (rule 4).
 * @throws Refusal `conflict`, `wrong-state`, `invalid-input` for somebody whose approval counts
 */
export async function implementPlan(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
  { implementers }: ImplementPlan,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  const missing = await ctx.directory.missing(implementers);
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const plan = await planAt(tx, id, revision);
    const implementing = after(plan, 'implement', at);
    await refuseImplementers(ctx, tx, plan, implementers, missing);
    await addImplementers(tx, id, implementers);
    return change(ctx, tx, actor, {
      plan: implementing,
      action: 'plan.implement',
      change: { before: plan.state, state: implementing.state, implementers },
    });
  });
}

/**
 * Ends the Implement stage: what is to be published is sound, within the approval, and those concerned were told.
 * @throws Refusal `conflict`, `wrong-state`, `gate-not-met`
 */
export async function readyPlan(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  const seen = await planToRelease(ctx, ctx.db.knex, id);
  const unresolved = await ctx.directory.missing(
    (seen?.brought ?? []).flatMap(({ offer, draft }) =>
      referencesOf(offer.owner, draft.content).map(({ ref }) => ref),
    ),
  );
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const plan = await planAt(tx, id, revision);
    const ready = after(plan, 'make-ready', at);
    await refuseUnready(ctx, tx, plan, unresolved);
    return change(ctx, tx, actor, {
      plan: ready,
      action: 'plan.make-ready',
      change: { before: plan.state, state: ready.state },
    });
  });
}

/**
 * Tells those concerned the date of an approved plan, where they were not told yet.
 * @throws Refusal `conflict`, `wrong-state`
 */
export async function tellAgain(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  const people = await stakeholders(ctx);
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const plan = await planAt(tx, id, revision);
    if (!['approved', 'implementing', 'ready'].includes(plan.state)) {
      throw new Refusal('wrong-state');
    }
    const told = await tellStakeholders(ctx, tx, plan, { people, at });
    return change(ctx, tx, actor, {
      plan: { ...told, updatedAt: at },
      action: 'plan.tell',
      change: { releaseAt: plan.releaseAt },
    });
  });
}

async function refuseUnready(
  ctx: Context,
  tx: Knex.Transaction,
  plan: StoredPlan,
  unresolved: ReadonlySet<string>,
): Promise<void> {
  const release = await planToRelease(ctx, tx, plan.id);
  if (!release) return;
  const { brought, currentHash, approvedHash } = release;
  const gate = implementExitGate({
    currentHash,
    approvedHash,
    releaseAt: plan.releaseAt,
    toldFor: plan.toldFor,
    offers: brought.map(({ offer, draft }) => ({
      offerId: offer.id,
      content: draft.content,
      unresolved: referencesOf(offer.owner, draft.content).filter(({ ref }) => unresolved.has(ref)),
    })),
  });
  const refusal = gateRefusal([gate], missing => `Not ready yet: ${titlesOf(missing)}.`);
  if (refusal) throw refusal;
}

async function refuseImplementers(
  ctx: Pick<Context, 'settings'>,
  tx: Knex.Transaction,
  plan: StoredPlan,
  implementers: readonly string[],
  missing: ReadonlySet<string>,
): Promise<void> {
  const { decisions, approval } = await standingOf(ctx, tx, plan);
  const fields = implementers.flatMap((person, index) => {
    const field = `implementers.${index}`;
    if (missing.has(person)) {
      return [{ field, remedy: `${person} is not in the software catalogue` }];
    }
    const approved = decisions.some(
      ({ decider, onBehalfOf, contentHash, verdict }) =>
        [decider, onBehalfOf].includes(person) &&
        contentHash === plan.contentHash &&
        verdict === 'approve',
    );
    return approved || approval.breakGlass?.by === person
      ? [{ field, remedy: `${person} approved this plan, so somebody else has to implement it` }]
      : [];
  });
  if (fields.length > 0) throw new Refusal('invalid-input', { fields });
}

async function change(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  { plan, action, change: changed }: { plan: StoredPlan; action: string; change: object },
): Promise<Plan> {
  const stored = await updatePlan(tx, plan);
  await record(tx, {
    at: plan.updatedAt,
    actor: actor.ref,
    surface: actor.surface,
    action,
    subjectKind: 'plan',
    subjectId: plan.id,
    change: { ...changed },
  });
  await redrawCards(ctx, tx, stored, plan.updatedAt);
  return planView(ctx, tx, actor, stored);
}
