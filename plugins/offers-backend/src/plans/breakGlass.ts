import {
  BreakGlass,
  judgeBreakGlass,
  Plan,
  planBreakGlassPermission,
} from '@offerdesk/backstage-plugin-offers-common';
import { tellOutcome } from '../announcements/cards';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { found, Refusal } from '../refusal';
import { refuseIncomplete } from './decide';
import { Standing, standingOf } from './decisions';
import { requireReaderOf } from './readers';
import { stakeholders, tellStakeholders } from './stakeholders';
import { after } from './state';
import { lockPlan, updatePlan } from './store';
import { planView } from './view';

/**
 * Approves a plan alone, in an emergency, and tells every approver. Who had a part in the change cannot
 * (rule 4); it counts for the content that was seen (rule 3), and is no decision of a step.
 */
export async function breakGlass(
  ctx: Context,
  actor: Actor,
  id: string,
  { contentHash, reason }: BreakGlass,
  key: string,
): Promise<Plan> {
  await requireReaderOf(ctx, actor, id);
  await ctx.guard.require(actor.credentials, planBreakGlassPermission);
  const people = await stakeholders(ctx);
  const at = nowOf(ctx);
  const input = { contentHash, reason };
  const request = { caller: actor.ref, key, operation: `breakGlass:${id}`, input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const plan = found(await lockPlan(tx, id));
      const standing = await standingOf(ctx, tx, plan);
      const refusal = judgeBreakGlass({
        ...standing,
        decider: actor,
        breakers: ctx.settings.approval.breakGlass,
        planOpen: plan.state === 'submitted',
        currentHash: plan.contentHash,
        decidedHash: contentHash,
        reason,
        at,
      });
      if (refusal) throw new Refusal(refusal);
      const gate = await refuseIncomplete(ctx, tx, plan);
      const asked = { ...standing.asked, breakGlass: { by: actor.ref, at, reason, contentHash } };
      const approved = after({ ...plan, asked }, 'approve', at);
      const told = await tellStakeholders(ctx, tx, approved, { people, at });
      const stored = await updatePlan(tx, told);
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'plan.break-glass',
        subjectKind: 'plan',
        subjectId: id,
        reason,
        change: {
          contentHash,
          state: stored.state,
          before: plan.state,
          given: standing.approval.given,
          required: standing.approval.required,
        },
      });
      const happening = {
        decider: actor.ref,
        verdict: 'break-glass' as const,
        reason,
        surface: actor.surface,
        at,
      };
      await tellOutcome(ctx, tx, stored, happening, approversOf(standing, actor.ref));
      return planView(ctx, tx, actor, stored, [], gate);
    }),
  );
}

/** Everyone who could have decided, in whichever step, now or later. */
function approversOf({ asked }: Standing, breaker: string): string[] {
  const people = asked.steps.flatMap(({ people: own, escalation }) => [
    ...own,
    ...(escalation?.people ?? []),
  ]);
  return [...new Set(people)].filter(person => person !== breaker);
}
