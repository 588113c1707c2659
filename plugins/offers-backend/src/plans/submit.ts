import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { redrawCards, tellThreads } from '../announcements/cards';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { gateRefusal, titlesOf } from '../gateRefusal';
import { askingFor, sendAsked } from './asking';
import { gateOfPlan } from './gate';
import { itemsOf } from './items';
import { peopleOfPlan, planAt, requirePlanManager, withImpact } from './plans';
import { after } from './state';
import { addPlanAuthor } from './store';
import { hashOf } from './substance';
import { planView } from './view';

/**
 * Submits a plan for approval: the Define exit gate must be met, and somebody must be able to approve.
 * @throws Refusal `gate-not-met` with a field for each missing criterion, `approvers-unknown`
 */
export async function submitPlan(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  const at = nowOf(ctx);
  const people = await peopleOfPlan(ctx, id);
  return ctx.db.transaction(async tx => {
    const plan = await planAt(tx, id, revision);
    const items = await itemsOf(tx, plan);
    const anew = { ...after(plan, 'submit', at), round: plan.round + 1 };
    const submitted = {
      ...anew,
      contentHash: hashOf(ctx, anew, items),
      submittedBy: actor.ref,
      submittedAt: at,
    };
    const refusal = gateRefusal(
      [await gateOfPlan(ctx, tx, plan)],
      missing => `Not complete yet: ${titlesOf(missing)}.`,
    );
    if (refusal) throw refusal;
    await addPlanAuthor(tx, id, actor.ref);
    const asking = await askingFor(ctx, tx, { plan: submitted, items, at });
    if (!asking.ok) throw asking.refusal;
    const stored = await withImpact(tx, { ...submitted, asked: asking.asked }, people);
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'plan.submit',
      subjectKind: 'plan',
      subjectId: id,
      change: {
        contentHash: stored.contentHash,
        steps: asking.asked.steps.map(step => step.id),
        asked: asking.people,
      },
    });
    if (stored.round === 1) {
      await redrawCards(ctx, tx, stored, at);
    } else {
      await tellThreads(ctx, tx, stored, {
        decider: actor.ref,
        verdict: 'submit',
        surface: actor.surface,
        at,
      });
    }
    await sendAsked(ctx, tx, stored, at);
    return planView(ctx, tx, actor, stored);
  });
}
