import {
  changesTitle,
  CreatePlan,
  Plan,
  planTitle,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { isUniqueViolation } from '../database/failures';
import { linkDemandToPlan } from '../demand/linking';
import { Refusal } from '../refusal';
import { PlanItems, putItems } from './items';
import { requireMovers } from './movers';
import { datesIn, plannedItems } from './planned';
import { requirePlanManager } from './plans';
import { addPlanAuthor, insertPlan, StoredPlan } from './store';
import { audienceToBe, hashOf, impactOf, PeopleCount } from './substance';
import { planView } from './view';

/**
 * Creates a plan with what it brings: drafts of offers, ends of offers, changes of structure and views.
 * @throws Refusal `not-found` for an offer without a draft, `scenario-mismatch`, `offer-in-plan`, and what `requireMovers`
 * refuses
 */
export async function createPlan(
  ctx: Context,
  actor: Actor,
  input: CreatePlan,
  key: string,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  await requireMovers(ctx, actor, input.changes);
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: 'createPlan', input };
  const dates = datesOfNew(input);
  const people = await ctx.directory.count(await audienceToBe(ctx.db.knex, input));
  return untaken(() =>
    ctx.db.transaction(tx =>
      once(tx, request, at, () => beginPlan(ctx, tx, actor, { input, dates, people, at })),
    ),
  );
}

/** The dates of a plan that is made. */
export function datesOfNew({
  release,
  preparation,
}: Pick<CreatePlan, 'release' | 'preparation'>): PlanDates {
  return datesIn(release, preparation, { releaseAt: '', preparationAt: undefined });
}

/** Says of an offer that another plan took meanwhile what is said of one that it had before. */
export async function untaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('offer-in-plan');
    throw error;
  }
}

interface PlanDates {
  releaseAt: string;
  preparationAt: string | undefined;
}

/** A plan that is made in this transaction. */
export interface NewPlan {
  input: CreatePlan;
  dates: PlanDates;
  people: PeopleCount;
  at: string;
  /** what the log says of it besides what it brings */
  told?: Record<string, unknown>;
}

/**
 * Stores a plan with what it brings, and its entry in the log.
 * @throws Refusal what `createPlan` refuses
 */
export async function beginPlan(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  { input, dates, people, at, told = {} }: NewPlan,
): Promise<Plan> {
  const id = ctx.newId();
  const items = await plannedItems(tx, input, { ...dates, planId: id });
  const plan = newPlan(actor, { id, input, dates, at });
  plan.contentHash = hashOf(ctx, plan, items);
  plan.impact = await impactOf(tx, plan, items, people);
  plan.title =
    input.title ?? planTitle(plan.impact) ?? changesTitle(items.changes) ?? 'Release plan';
  await insertPlan(tx, plan);
  await putItems(tx, id, items);
  await addPlanAuthor(tx, id, actor.ref);
  await record(tx, {
    at,
    actor: actor.ref,
    surface: actor.surface,
    action: 'plan.create',
    subjectKind: 'plan',
    subjectId: id,
    change: { scenario: plan.scenario, ...inShort(items), ...dates, ...told },
  });
  await linkDemandToPlan(ctx, tx, actor, input.demandIds, { planId: id, at });
  return planView(ctx, tx, actor, plan);
}

/** What a plan brings, as the log says it. */
export function inShort({ offers, terminations, changes }: PlanItems): Record<string, unknown> {
  return {
    offers: offers.map(({ offer }) => offer.name),
    ...(terminations.length > 0
      ? { ends: terminations.map(({ offerId, endsAt }) => ({ offerId, endsAt })) }
      : {}),
    ...(changes.length > 0
      ? { changes: changes.map(({ kind, target }) => `${kind} ${target}`) }
      : {}),
  };
}

function newPlan(
  actor: Actor,
  {
    id,
    input,
    dates,
    at,
  }: {
    id: string;
    input: CreatePlan;
    dates: PlanDates;
    at: string;
  },
): StoredPlan {
  return {
    id,
    scenario: input.scenario,
    ...dates,
    releaseZone: input.release.zone,
    preparationZone: input.preparation?.zone,
    toldFor: undefined,
    title: '',
    note: input.note,
    state: 'draft',
    round: 0,
    contentHash: '',
    asked: undefined,
    impact: [],
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
