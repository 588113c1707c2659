import { Criterion, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { askApprovers, redrawCards, tellThreads } from '../announcements/cards';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { Refusal } from '../refusal';
import { peopleOfPlan, planAt, requirePlanManager, withImpact } from './plans';
import { after } from './state';
import { addPlanAuthor } from './store';
import { broughtBy, gateOfPlan, hashOf } from './substance';
import { excludedFrom, planView } from './view';

/**
 * Submits a plan for approval: the Define exit gate must be met, and somebody must be able to approve.
 * @throws Refusal `gate-not-met` with a field for each missing criterion
 */
export async function submitPlan(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  const at = nowOf(ctx);
  const approvers = await approverPeople(ctx);
  const people = await peopleOfPlan(ctx, id);
  return ctx.db.transaction(async tx => {
    const plan = await planAt(tx, id, revision);
    const brought = await broughtBy(tx, id);
    const asked = { ...after(plan, 'submit', at), round: plan.round + 1 };
    const submitted = {
      ...asked,
      contentHash: hashOf(asked, brought),
      submittedBy: actor.ref,
      submittedAt: at,
    };
    refuseMissing(gateOfPlan(ctx, plan, brought).criteria);
    await addPlanAuthor(tx, id, actor.ref);
    const excluded = await excludedFrom(tx, submitted);
    const askedPeople = approvers.filter(person => !excluded.includes(person));
    refuseNobody(askedPeople.length, ctx.settings.approval.required);
    const stored = await withImpact(tx, submitted, people);
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'plan.submit',
      subjectKind: 'plan',
      subjectId: id,
      change: { contentHash: stored.contentHash, asked: askedPeople },
    });
    await redrawCards(ctx, tx, stored, at);
    if (stored.round > 1) {
      await tellThreads(ctx, tx, stored, {
        decider: actor.ref,
        verdict: 'submit',
        surface: actor.surface,
        at,
      });
    }
    await askApprovers(ctx, tx, stored, askedPeople, at);
    return planView(ctx, tx, actor, stored);
  });
}

async function approverPeople(ctx: Context): Promise<string[]> {
  const groups = await Promise.all(
    ctx.settings.approval.approvers.map(ref => ctx.directory.peopleOf(ref)),
  );
  return [...new Set(groups.flat())];
}

function refuseMissing(criteria: readonly Criterion[]): void {
  const missing = criteria.filter(({ state }) => state === 'missing');
  if (missing.length === 0) return;
  throw new Refusal('gate-not-met', {
    message: `Not complete yet: ${missing.map(({ title }) => title.toLowerCase()).join(', ')}.`,
    fields: missing.map(({ id, field, remedy }) => ({ field: field ?? id, remedy: remedy ?? '' })),
  });
}

function refuseNobody(approvers: number, required: number): void {
  if (approvers >= required) return;
  throw new Refusal('gate-not-met', {
    message: `The policy asks for ${required} ${required === 1 ? 'approval' : 'approvals'}, and only ${approvers} of the approvers had no part in this change.`,
    fields: [
      {
        field: 'approvers',
        remedy: 'Ask an administrator to name more approvers in offers.approval.approvers.',
      },
    ],
  });
}
