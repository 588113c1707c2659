import { OffersProblem, Plan, Verdict } from '@offerdesk/backstage-plugin-offers-common';
import { createHash } from 'node:crypto';
import { Asker } from '../identity/asker';
import { inline } from '../views/text';
import { turnLine } from '../views/turn';
import { PlanValue } from '../views/values';
import { planStateWords, verdictWords } from '../views/words';
import { BotServices } from './services';

/** What is refused since something else came before the click. */
const STALE: readonly string[] = ['not-open', 'content-changed'];

/** A decision as a click or a modal brings it. */
export interface AskedDecision {
  plan: PlanValue;
  verdict: Verdict;
  reason?: string;
  /** the modal that it was typed in: each modal is its own decision, its retries are not */
  viewId?: string;
}

/**
 * Decides in the asker's name. Who may, and on what, the backend says; the same click, pressed or
 * delivered again, is the same decision (rule 5).
 *
 * @returns what to tell the person
 * @throws OffersProblem, IdentityRefusal, NoAnswer
 */
export async function decideOnPlan(
  services: Pick<BotServices, 'offers' | 'nudge'>,
  asker: Asker,
  asked: AskedDecision,
): Promise<string> {
  const { plan, verdict, reason } = asked;
  const offers = services.offers.for(asker);
  try {
    const decided = await offers.call('decide', {
      params: { id: plan.p },
      body: { verdict, contentHash: plan.h, ...(reason ? { reason } : {}) },
      idempotencyKey: decisionKey(asker, asked),
    });
    return recordedWords(decided, verdict);
  } catch (error) {
    if (!(error instanceof OffersProblem) || !STALE.includes(error.code ?? '')) throw error;
    return await whatCameBetween(error, plan.p, offers);
  } finally {
    services.nudge();
  }
}

function decisionKey(
  { teamId, slackUserId }: Asker,
  { plan, verdict, reason, viewId }: AskedDecision,
) {
  const parts = [
    'decide',
    teamId,
    slackUserId,
    plan.p,
    plan.h,
    verdict,
    viewId ?? '',
    reason ?? '',
  ];
  return idempotencyKey(parts);
}

/** An idempotency key that is the same for the same parts, on every replica and after every restart. */
export function idempotencyKey(parts: readonly string[]): string {
  return `slack-${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}

function recordedWords(plan: Plan, verdict: Verdict): string {
  const [mark, did] = verdictWords[verdict];
  const of = verdict === 'request-changes' ? ' to' : '';
  return `${mark} Recorded: you ${did}${of} *${inline(plan.title)}*. ${progressWords(plan, verdict)}`;
}

/** What becomes of it: the verdict itself is said already. */
function progressWords({ state, approval }: Plan, verdict: Verdict): string {
  if (verdict === 'reject') return 'Whoever asked for it hears why, and the plan is over.';
  if (verdict === 'request-changes')
    return 'Whoever asked for it hears what to change, and submits it again.';
  const { given, required } = approval;
  return state === 'submitted'
    ? `${given} of ${required} approvals are given.`
    : 'That was the last approval it needed: it can be published.';
}

/** The click came too late: who was before it, when, and what they did; for those who may read the plan. */
async function whatCameBetween(
  problem: OffersProblem,
  planId: string,
  offers: ReturnType<BotServices['offers']['for']>,
): Promise<string> {
  const plan = await offers.call('getPlan', { params: { id: planId } }).catch(() => undefined);
  if (!plan?.turn) throw problem;
  const title = `*${inline(plan.title)}*`;
  const turn = turnLine(plan.turn, await offers.names([plan.turn.by]));
  return plan.state === 'submitted'
    ? `The plan ${title} is another one than you saw.\n${turn}\nLook at its card as it is now, and decide on that.`
    : `The plan ${title} does not wait for a decision any more: ${planStateWords[plan.state]}.\n${turn}`;
}
