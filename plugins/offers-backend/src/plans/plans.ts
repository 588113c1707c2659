import {
  CreatePlan,
  instantOf,
  isFinalPlanState,
  LocalTime,
  PatchPlan,
  Plan,
  planManagePermission,
  PlanPage,
  planReadPermission,
  PlansQuery,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { linkDemandToPlan } from '../demand/linking';
import { isUniqueViolation } from '../database/Database';
import { currentDrafts, DraftedOffer, lockDrafts, offerBy } from '../offers/reading';
import { found, Refusal } from '../refusal';
import { substanceChanged } from './draftChanged';
import {
  addPlanAuthor,
  insertPlan,
  lockPlan,
  selectPlan,
  selectPlans,
  StoredPlan,
  updatePlan,
} from './store';
import { audienceOf, broughtBy, hashOf, impactOf, PeopleCount } from './substance';
import { planSummaries, planView } from './view';

/** @throws Refusal `not-allowed` when the person does not read plans: staff by role, and approvers, do */
export async function requirePlanReader(ctx: Context, actor: Actor): Promise<void> {
  const { approvers } = ctx.settings.approval;
  const isApprover = actor.principals.some(principal => approvers.includes(principal));
  if (!actor.can.has('readAll') && !isApprover) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, planReadPermission);
}

/** @throws Refusal `not-allowed` when the person does not manage plans */
export async function requirePlanManager(ctx: Context, actor: Actor): Promise<void> {
  if (!actor.can.has('managePlan')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, planManagePermission);
}

/** A page of plans, latest change first. */
export async function listPlans(
  ctx: Context,
  actor: Actor,
  { cursor, offer, ...query }: PlansQuery,
): Promise<PlanPage> {
  await requirePlanReader(ctx, actor);
  const [updatedAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const wanted = offer ? await offerBy(ctx.db.knex, offer) : undefined;
  if (offer && !wanted) return { items: [] };
  const rows = await selectPlans(ctx.db.knex, {
    query,
    offerId: wanted?.id,
    after: updatedAt !== undefined && id !== undefined ? { updatedAt, id } : undefined,
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await planSummaries(ctx, ctx.db.knex, page),
    ...(last && rows.length > query.limit
      ? { nextCursor: encodeCursor([last.updatedAt, last.id]) }
      : {}),
  };
}

/** One plan with everything about it. */
export async function getPlan(ctx: Context, actor: Actor, id: string): Promise<Plan> {
  await requirePlanReader(ctx, actor);
  const plan = found(await selectPlan(ctx.db.knex, id));
  return planView(ctx, ctx.db.knex, actor, plan);
}

/**
 * Creates a plan that brings the drafts of some offers.
 * @throws Refusal `not-found` for an offer without a draft, `offer-in-plan`
 */
export async function createPlan(
  ctx: Context,
  actor: Actor,
  input: CreatePlan,
  key: string,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: 'createPlan', input };
  const releaseAt = instantIn(input.release);
  const people = await peopleFor(ctx, input.offerIds);
  try {
    return await ctx.db.transaction(tx =>
      once(tx, request, at, async () => {
        const brought = await draftsFor(tx, input.offerIds);
        const plan = newPlan(ctx, actor, { input, releaseAt, at, brought, people });
        await insertPlan(
          tx,
          plan,
          brought.map(({ draft }) => draft),
        );
        await addPlanAuthor(tx, plan.id, actor.ref);
        await record(tx, {
          at,
          actor: actor.ref,
          surface: actor.surface,
          action: 'plan.create',
          subjectKind: 'plan',
          subjectId: plan.id,
          change: {
            scenario: plan.scenario,
            offers: brought.map(({ offer }) => offer.name),
            releaseAt,
          },
        });
        await linkDemandToPlan(tx, actor, input.demandIds, { planId: plan.id, at });
        return planView(ctx, tx, actor, plan);
      }),
    );
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('offer-in-plan');
    throw error;
  }
}

/**
 * Changes title, date or note of a plan; a new date is a change of what was approved.
 * @throws Refusal `conflict`, `wrong-state`
 */
export async function patchPlan(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
  { title, note, release }: PatchPlan,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const plan = await planAt(tx, id, revision);
    if (isFinalPlanState(plan.state)) throw new Refusal('wrong-state');
    await addPlanAuthor(tx, id, actor.ref);
    const changed: StoredPlan = {
      ...plan,
      title: title ?? plan.title,
      note: note ?? plan.note,
      ...(release ? { releaseAt: instantIn(release), releaseZone: release.zone } : {}),
    };
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'plan.edit',
      subjectKind: 'plan',
      subjectId: id,
      change: { title: changed.title, releaseAt: changed.releaseAt, before: plan.releaseAt },
    });
    const stored = await substanceChanged(ctx, tx, actor, { plan: changed, at, people: new Map() });
    return planView(ctx, tx, actor, stored);
  });
}

/** Locks a plan at the revision that was read. */
export async function planAt(
  tx: Knex.Transaction,
  id: string,
  revision: number,
): Promise<StoredPlan> {
  const plan = found(await lockPlan(tx, id));
  if (plan.revision !== revision) throw new Refusal('conflict');
  return plan;
}

/** The people in the audiences of a plan, asked before the transaction. */
export async function peopleOfPlan(ctx: Context, planId: string): Promise<PeopleCount> {
  return ctx.directory.count(audienceOf(await broughtBy(ctx.db.knex, planId)));
}

/** Stores the plan with its impact as of now. */
export async function withImpact(
  tx: Knex.Transaction,
  plan: StoredPlan,
  people: PeopleCount,
): Promise<StoredPlan> {
  const brought = await broughtBy(tx, plan.id);
  return updatePlan(tx, { ...plan, impact: impactOf(plan, brought, people) });
}

function instantIn(release: LocalTime): string {
  const result = instantOf(release);
  if (result.ok) return result.instant;
  throw new Refusal('invalid-input', {
    message: result.message,
    fields: [{ field: 'release.local', remedy: result.message }],
  });
}

async function draftsFor(
  tx: Knex.Transaction,
  offerIds: readonly string[],
): Promise<DraftedOffer[]> {
  const locked = await lockDrafts(tx, [...new Set(offerIds)]);
  return [...new Set(offerIds)].map((id, index) => {
    const { offer, draft } = locked.get(id) ?? {};
    if (offer && draft) return { offer, draft };
    throw new Refusal('not-found', {
      fields: [{ field: `offerIds.${index}`, remedy: 'Name an offer that has a draft' }],
    });
  });
}

async function peopleFor(ctx: Context, offerIds: readonly string[]): Promise<PeopleCount> {
  const brought = await currentDrafts(ctx.db.knex, offerIds);
  return ctx.directory.count(audienceOf(brought));
}

function newPlan(
  ctx: Context,
  actor: Actor,
  {
    input,
    releaseAt,
    at,
    brought,
    people,
  }: {
    input: CreatePlan;
    releaseAt: string;
    at: string;
    brought: DraftedOffer[];
    people: PeopleCount;
  },
): StoredPlan {
  const plan = { scenario: input.scenario, releaseAt, round: 0, impact: [] };
  return {
    id: ctx.newId(),
    ...plan,
    title: input.title ?? brought[0]?.offer.title ?? 'Release plan',
    note: input.note,
    state: 'draft',
    releaseZone: input.release.zone,
    contentHash: hashOf(plan, brought),
    impact: impactOf(plan, brought, people),
    revision: 1,
    createdBy: actor.ref,
    createdAt: at,
    updatedAt: at,
    submittedBy: undefined,
    submittedAt: undefined,
    releasedBy: undefined,
    releasedAt: undefined,
  };
}
