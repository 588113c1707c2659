import { Asked, Decider } from './asked';

/** Why a person may not approve alone; the codes are stable. @public */
export type BreakGlassRefusal =
  | 'not-a-glass-breaker'
  | 'author-cannot-decide'
  | 'not-open'
  | 'approval-expired'
  | 'content-changed'
  | 'reason-missing';

/** What the rule of emergencies looks at. @public */
export interface BreakGlassInput {
  asked: Asked;
  decider: Decider;
  /** the groups and users that policy names for emergencies */
  breakers: readonly string[];
  /** who had a part in the change */
  excluded: readonly string[];
  planOpen: boolean;
  currentHash: string;
  decidedHash: string;
  reason: string;
  at: string;
}

/**
 * Whether a person may approve a plan alone, in an emergency: a named role, never who had a part in the
 * change (rule 4), on the content that they saw (rule 3), with a reason. Standing in for somebody does
 * not carry this.
 *
 * @returns the refusal, or undefined when they may
 * @public
 */
export function judgeBreakGlass(input: BreakGlassInput): BreakGlassRefusal | undefined {
  const { decider, breakers, excluded, asked, at } = input;
  if (excluded.includes(decider.ref)) return 'author-cannot-decide';
  const isNamed = [decider.ref, ...decider.principals].some(ref => breakers.includes(ref));
  if (!isNamed) return 'not-a-glass-breaker';
  if (!input.planOpen) return 'not-open';
  if (asked.expiresAt !== undefined && asked.expiresAt <= at) return 'approval-expired';
  if (input.decidedHash !== input.currentHash) return 'content-changed';
  if (!input.reason.trim()) return 'reason-missing';
  return undefined;
}
