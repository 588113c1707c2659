import {
  namedApprovers,
  planReadPermission,
  Decider,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { Refusal } from '../refusal';
import { isAsked } from './decisionStore';

/** Whether the policy names the person, or one whom they stand in for, whatever plan it is. */
function isNamed(ctx: Pick<Context, 'settings'>, principals: readonly string[]): boolean {
  const named = namedApprovers(ctx.settings.approval);
  return principals.some(principal => named.has(principal));
}

/** Who may approve alone reads plans; standing in for them does not carry it. */
const breaksGlass = ({ settings }: Pick<Context, 'settings'>, { principals }: Actor): boolean =>
  principals.some(principal => settings.approval.breakGlass.includes(principal));

const principalsOf = (actor: Actor, standsInFor: readonly Decider[]): string[] => [
  ...new Set([...actor.principals, ...standsInFor.flatMap(({ principals }) => principals)]),
];

/** @throws Refusal `not-allowed` when the person does not read plans: staff by role, and approvers, do */
export async function requirePlanReader(
  ctx: Context,
  actor: Actor,
  standsInFor: readonly Decider[] = [],
): Promise<void> {
  const reads =
    actor.can.has('readAll') ||
    isNamed(ctx, principalsOf(actor, standsInFor)) ||
    breaksGlass(ctx, actor);
  if (!reads) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, planReadPermission);
}

/**
 * Which plans a person finds in lists: all, or those that they are asked about, by one of the principals.
 * @throws Refusal `not-allowed` when there are none
 */
export async function plansReadBy(
  ctx: Context,
  actor: Actor,
  standsInFor: readonly Decider[],
): Promise<'all' | readonly string[]> {
  const principals = principalsOf(actor, standsInFor);
  const readsAll = actor.can.has('readAll') || isNamed(ctx, principals) || breaksGlass(ctx, actor);
  if (!readsAll && !(await isAsked(ctx.db.knex, principals))) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, planReadPermission);
  return readsAll ? 'all' : principals;
}

/**
 * Who owns what a plan brings, or was found by a resolver, reads the plans that they are asked about.
 * @throws Refusal `not-allowed`, the same for a plan that is not there (rule 1)
 */
export async function requireReaderOf(
  ctx: Context,
  actor: Actor,
  planId: string,
  standsInFor: readonly Decider[] = [],
): Promise<void> {
  const principals = principalsOf(actor, standsInFor);
  const reads =
    actor.can.has('readAll') ||
    isNamed(ctx, principals) ||
    breaksGlass(ctx, actor) ||
    (await isAsked(ctx.db.knex, principals, planId));
  if (!reads) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, planReadPermission);
}

/** Whether a person approves plans: named by the policy, or asked about one. */
export async function isApprover(
  ctx: Pick<Context, 'settings' | 'db'>,
  actor: Actor,
  standsInFor: readonly Decider[],
): Promise<boolean> {
  const principals = principalsOf(actor, standsInFor);
  return isNamed(ctx, principals) || isAsked(ctx.db.knex, principals);
}
