import {
  approvalProgress,
  Asked,
  AskedStep,
  Decision,
  PlanApproval,
  seatOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { excludedFromAll } from './excluded';
import { selectDecisions, StoredDecision } from './decisionStore';
import { StoredPlan } from './store';

/** A decision, and whether who took it, or for whom, has become an author of what was decided on. */
export type WeighedDecision = StoredDecision & { byAuthor: boolean };

/** Where a plan's approval stands, and everything that says so. */
export interface Standing {
  asked: Asked;
  decisions: WeighedDecision[];
  /** who had a part in the change */
  excluded: string[];
  approval: PlanApproval;
}

type Settled = Pick<Context, 'settings'>;

/**
 * Where the approvals of some plans stand. Who approves and edits afterwards, be it only words, wrote what
 * they approved: their decision does not count any more (rule 4).
 */
export async function standingsOf(
  ctx: Settled,
  connection: Connection,
  plans: readonly StoredPlan[],
): Promise<Map<string, Standing>> {
  const ids = plans.map(({ id }) => id);
  const decisions = await selectDecisions(connection, ids);
  const excluded = await excludedFromAll(connection, ids);
  return new Map(
    plans.map(plan => {
      const taken = decisions
        .filter(({ planId }) => planId === plan.id)
        .map(({ planId: _planId, ...decision }) => decision);
      return [plan.id, standing(ctx, plan, taken, excluded.get(plan.id) ?? [])] as const;
    }),
  );
}

/** Where the approval of one plan stands. */
export async function standingOf(
  ctx: Settled,
  connection: Connection,
  plan: StoredPlan,
): Promise<Standing> {
  const found = (await standingsOf(ctx, connection, [plan])).get(plan.id);
  return found ?? standing(ctx, plan, [], []);
}

/** Where an approval stands, given its decisions and who had a part in the change. */
export function standing(
  ctx: Settled,
  plan: Pick<StoredPlan, 'asked' | 'contentHash'>,
  decisions: readonly StoredDecision[],
  excluded: string[],
): Standing {
  const asked = plan.asked ?? askedBeforehand(ctx);
  return {
    asked,
    excluded,
    decisions: decisions.map(decision => ({
      ...decision,
      byAuthor: excluded.includes(decision.decider) || excluded.includes(seatOf(decision)),
    })),
    approval: approvalProgress({
      asked,
      currentHash: plan.contentHash,
      decisions,
      excluded,
    }),
  };
}

/**
 * What a plan is asked for as far as can be told without its facts: for one that was not submitted yet, and
 * for one that was before there were steps. Its people are not known, so whoever has to be one of them is not.
 */
function askedBeforehand({ settings }: Settled): Asked {
  return {
    steps: settings.approval.steps
      .filter(({ when }) => when === undefined)
      .map(({ id, title, approvers, need, decideIn, lowRisk }): AskedStep => ({
        id,
        title,
        approvers: approvers.principals,
        people: [],
        need,
        remindAfterHours: [],
        decideIn,
        lowRisk,
      })),
  };
}

/** A decision as it is shown, with whether it still counts. */
export function decisionView(
  { byAuthor, ...decision }: WeighedDecision,
  currentHash: string,
): Decision {
  return { ...decision, voided: byAuthor || decision.contentHash !== currentHash };
}
