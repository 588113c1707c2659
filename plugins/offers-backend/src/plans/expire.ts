import { tellOutcome } from '../announcements/cards';
import { record } from '../audit/audit';
import { Context, nowOf } from '../context';
import { oneByOne } from '../sweeps/oneByOne';
import { Sweep } from '../sweeps/sweeps';
import { after } from './state';
import { lockPlan, updatePlan } from './store';
import { selectExpired } from './waitingStore';

/** Who acts when nobody did in time. */
const BY_RULE = 'system:approvals';

/** How many plans one sweep takes back at most; the next one is soon. */
const AT_ONCE = 50;

const REASON = 'Nobody decided in time. Submit the plan again to ask anew.';

/** Takes back the plans that nobody decided on in time. */
export const expiry: Sweep = { id: 'offers-approval-expiry', everySeconds: 10, run: expirePlans };

/**
 * Takes back every plan whose approval has expired, each in a transaction of its own.
 * @returns how many this replica took back
 */
export async function expirePlans(ctx: Context): Promise<number> {
  const at = nowOf(ctx);
  const due = await selectExpired(ctx.db.knex, at, AT_ONCE);
  return oneByOne(ctx, 'Taking back a plan', due, id => expirePlan(ctx, id, at));
}

/** The lock is the claim: of many replicas, one finds the plan still waiting (rule 5). */
async function expirePlan(ctx: Context, id: string, at: string): Promise<boolean> {
  return ctx.db.transaction(async tx => {
    const plan = await lockPlan(tx, id);
    const expiresAt = plan?.asked?.expiresAt;
    if (plan?.state !== 'submitted' || expiresAt === undefined || expiresAt > at) return false;
    const stored = await updatePlan(tx, after(plan, 'withdraw', at));
    await record(tx, {
      at,
      actor: BY_RULE,
      surface: 'system',
      action: 'plan.expire',
      subjectKind: 'plan',
      subjectId: id,
      reason: REASON,
      change: { expiresAt, state: stored.state, before: plan.state },
    });
    const happening = {
      decider: BY_RULE,
      verdict: 'expire' as const,
      reason: REASON,
      surface: 'system' as const,
      at,
    };
    await tellOutcome(ctx, tx, stored, happening);
    return true;
  });
}
