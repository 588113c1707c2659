import {
  CreateDelegation,
  Delegation,
  delegationFault,
  Delegations,
  planDecidePermission,
} from '@offerdesk/backstage-plugin-offers-common';
import { redrawAtEnd } from '../announcements/standInCards';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { isApprover } from '../plans/readers';
import { askStandIn } from '../plans/standIn';
import { found, Refusal } from '../refusal';
import {
  insertDelegation,
  lockDelegation,
  lockDelegations,
  revoke,
  selectDelegationsOf,
} from './store';

/** The delegations that a person gave and those that they hold. */
export async function listDelegations(ctx: Context, actor: Actor): Promise<Delegations> {
  const all = await selectDelegationsOf(ctx.db.knex, actor.ref, nowOf(ctx));
  return {
    given: all.filter(({ delegator }) => delegator === actor.ref),
    held: all.filter(({ delegate }) => delegate === actor.ref),
  };
}

/**
 * Lets somebody decide for the person who asks, for a while: nobody gives away what is another's. What
 * waits for the person goes to the stand-in too.
 * @throws Refusal `not-an-approver`, `invalid-input`
 */
export async function createDelegation(
  ctx: Context,
  actor: Actor,
  input: CreateDelegation,
  key: string,
): Promise<Delegation> {
  const at = nowOf(ctx);
  if (!(await isApprover(ctx, actor, []))) throw new Refusal('not-an-approver');
  await ctx.guard.require(actor.credentials, planDecidePermission);
  await refuseFaulty(ctx, actor, input, at);
  const request = { caller: actor.ref, key, operation: 'createDelegation', input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const delegation = { ...input, id: ctx.newId(), delegator: actor.ref, createdAt: at };
      await lockDelegations(tx);
      await insertDelegation(tx, delegation);
      const { delegate, from, until, reason } = delegation;
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'delegation.create',
        subjectKind: 'delegation',
        subjectId: delegation.id,
        reason,
        change: { delegate, from, until },
      });
      await askStandIn(ctx, tx, delegation, at);
      return delegation;
    }),
  );
}

/**
 * Ends a delegation from now on; what was decided under it stands.
 * @throws Refusal `not-found` for one that the person did not give
 */
export async function revokeDelegation(
  ctx: Context,
  actor: Actor,
  id: string,
  key: string,
): Promise<Delegation> {
  const at = nowOf(ctx);
  await ctx.guard.require(actor.credentials, planDecidePermission);
  const request = { caller: actor.ref, key, operation: `revokeDelegation:${id}`, input: null };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const delegation = found(await lockDelegation(tx, id));
      if (delegation.delegator !== actor.ref) throw new Refusal('not-found');
      if (delegation.revokedAt !== undefined) return delegation;
      await revoke(tx, id, at);
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'delegation.revoke',
        subjectKind: 'delegation',
        subjectId: id,
        change: { delegate: delegation.delegate },
      });
      const revoked = { ...delegation, revokedAt: at };
      await redrawAtEnd(ctx, tx, revoked, at);
      return revoked;
    }),
  );
}

async function refuseFaulty(
  ctx: Context,
  actor: Actor,
  input: CreateDelegation,
  at: string,
): Promise<void> {
  const maxDays = ctx.settings.approval.maxDelegationDays;
  const fault = delegationFault(input, { delegator: actor.ref, at, maxDays });
  if (fault) throw new Refusal('invalid-input', { fields: [fault] });
  const missing = await ctx.directory.missing([input.delegate]);
  if (missing.size > 0) {
    throw new Refusal('invalid-input', {
      fields: [{ field: 'delegate', remedy: 'Name a person of the software catalogue' }],
    });
  }
}
