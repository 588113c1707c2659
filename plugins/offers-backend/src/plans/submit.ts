import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { askApprovers, redrawCards, tellThreads } from '../announcements/cards';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { gateRefusal, titlesOf } from '../gateRefusal';
import { Refusal } from '../refusal';
import { gateOfPlan } from './gate';
import { itemsOf } from './items';
import { peopleOfPlan, planAt, requirePlanManager, withImpact } from './plans';
import { after } from './state';
import { addPlanAuthor } from './store';
import { hashOf } from './substance';
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
  const approvers = await ctx.directory.peopleOfAll(ctx.settings.approval.approvers);
  const people = await peopleOfPlan(ctx, id);
  return ctx.db.transaction(async tx => {
    const plan = await planAt(tx, id, revision);
    const items = await itemsOf(tx, plan);
    const asked = { ...after(plan, 'submit', at), round: plan.round + 1 };
    const submitted = {
      ...asked,
      contentHash: hashOf(asked, items),
      submittedBy: actor.ref,
      submittedAt: at,
    };
    const refusal = gateRefusal(
      [await gateOfPlan(ctx, tx, plan)],
      missing => `Not complete yet: ${titlesOf(missing)}.`,
    );
    if (refusal) throw refusal;
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
