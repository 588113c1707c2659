import { CountedDecision, Surface, Verdict } from './approval';
import { approvesIn, Asked, couldApproveIn, Decider } from './asked';
import { currentStep, seatOf } from './progress';

/** Why a person may not decide; the codes are stable. @public */
export type DecisionRefusal =
  | 'not-an-approver'
  | 'author-cannot-decide'
  | 'stand-in-for-author'
  | 'not-your-turn'
  | 'not-open'
  | 'approval-expired'
  | 'content-changed'
  | 'already-decided'
  | 'decide-in-portal'
  | 'not-low-risk'
  | 'reason-missing';

/** What the rule of decisions looks at. @public */
export interface DecisionInput {
  asked: Asked;
  /** the decider with their groups */
  decider: Decider;
  /** whom the decider stands in for at this instant, with their groups */
  standsInFor: readonly Decider[];
  /** everyone who wrote or implements what the plan brings, and who created, changed or submitted it */
  excluded: readonly string[];
  planOpen: boolean;
  currentHash: string;
  /** the hash that the decider saw */
  decidedHash: string;
  verdict: Verdict;
  reason: string | undefined;
  surface: Surface;
  /** whether it is taken together with others */
  inBatch?: boolean | undefined;
  /** decisions so far */
  decisions: readonly CountedDecision[];
  /** the instant of the decision */
  at: string;
}

/** Where a decision counts, and for whom; or why it may not be taken. @public */
export type DecisionJudgement =
  | { ok: true; step: string; onBehalfOf: string | undefined }
  | { ok: false; refusal: DecisionRefusal };

const refused = (refusal: DecisionRefusal): DecisionJudgement => ({ ok: false, refusal });

/**
 * Whether a decision may be taken, and in which step it counts (rules 3, 4 and 5). Who had a part in a
 * change cannot decide on it, for nobody, and nobody can decide for them. Only an approver of the step
 * whose turn it is can, or who stands in for one. A decision counts for the content it was given on, once
 * for a person and once for whom they stood in for.
 * @public
 */
export function judgeDecision(input: DecisionInput): DecisionJudgement {
  const { decider, excluded, asked, at } = input;
  if (excluded.includes(decider.ref)) return refused('author-cannot-decide');
  const seats = seatsOf(input).filter(seat => asked.steps.some(step => couldApproveIn(step, seat)));
  if (seats.length === 0) return refused('not-an-approver');
  const free = seats.filter(({ ref }) => !excluded.includes(ref));
  if (free.length === 0) return refused('stand-in-for-author');
  if (hasDecided(input)) return refused('already-decided');
  const untaken = free.filter(({ ref }) => !isTaken(input, ref));
  if (untaken.length === 0) return refused('already-decided');
  if (!input.planOpen) return refused('not-open');
  if (asked.expiresAt !== undefined && asked.expiresAt <= at) return refused('approval-expired');
  if (input.decidedHash !== input.currentHash) return refused('content-changed');
  const step = currentStep(input);
  const seat = step && untaken.find(each => approvesIn(step, each, at));
  if (!step || !seat) return refused('not-your-turn');
  if (step.decideIn === 'portal' && input.surface === 'slack') return refused('decide-in-portal');
  if (input.inBatch && !step.lowRisk) return refused('not-low-risk');
  if (input.verdict !== 'approve' && !input.reason?.trim()) return refused('reason-missing');
  return {
    ok: true,
    step: step.id,
    onBehalfOf: seat.ref === decider.ref ? undefined : seat.ref,
  };
}

/** Whom a decider can decide for: themselves first, then whom they stand in for, in one order. */
function seatsOf({ decider, standsInFor }: DecisionInput): Decider[] {
  const others = [...standsInFor].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return [decider, ...others];
}

function hasDecided({ decisions, decider, currentHash }: DecisionInput): boolean {
  return decisions.some(
    given => given.decider === decider.ref && given.contentHash === currentHash,
  );
}

/** Whether a decision for this person counts already; what somebody excluded said for them does not. */
function isTaken({ decisions, currentHash, excluded }: DecisionInput, ref: string): boolean {
  return decisions.some(
    given =>
      seatOf(given) === ref &&
      given.contentHash === currentHash &&
      !excluded.includes(given.decider),
  );
}
