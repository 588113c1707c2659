import { z } from 'zod';

/** What an approver may say of a plan. @public */
export const verdictSchema = z
  .enum(['approve', 'reject', 'request-changes'])
  .meta({ id: 'Verdict' });

/** What an approver may say of a plan. @public */
export type Verdict = z.infer<typeof verdictSchema>;

/** Where a person acted. @public */
export const surfaceSchema = z.enum(['portal', 'slack', 'api', 'system']).meta({ id: 'Surface' });

/** Where a person acted. @public */
export type Surface = z.infer<typeof surfaceSchema>;

/** One person's decision on one content hash of a plan. @public */
export const decisionSchema = z
  .strictObject({
    decider: z.string(),
    verdict: verdictSchema,
    contentHash: z.string(),
    reason: z.string().optional(),
    surface: surfaceSchema,
    at: z.string(),
    voided: z.boolean().meta({ description: 'Given on a content that changed since' }),
  })
  .meta({ id: 'Decision' });

/** One person's decision on one content hash of a plan. @public */
export type Decision = z.infer<typeof decisionSchema>;

/** Who approves, and how many of them are needed. @public */
export interface ApprovalPolicy {
  /** user and group refs that approve */
  approvers: readonly string[];
  /** how many different people */
  required: number;
}

/** Why a person may not decide; the codes are stable. @public */
export type DecisionRefusal =
  | 'not-an-approver'
  | 'author-cannot-decide'
  | 'not-open'
  | 'content-changed'
  | 'already-decided'
  | 'reason-missing';

/** What the rule of decisions looks at. @public */
export interface DecisionInput {
  policy: ApprovalPolicy;
  /** the decider's own ref and their groups, lower case */
  decider: { ref: string; principals: readonly string[] };
  /** everyone who wrote or implements what the plan brings, and who created or submitted the plan */
  excluded: readonly string[];
  planOpen: boolean;
  currentHash: string;
  /** the hash that the decider saw */
  decidedHash: string;
  verdict: Verdict;
  reason: string | undefined;
  /** decisions so far */
  decisions: readonly Pick<Decision, 'decider' | 'verdict' | 'contentHash'>[];
}

/**
 * Whether a decision may be taken (rules 3, 4 and 5). Who wrote a change cannot decide on it; only an
 * approver can; a decision counts for the content it was given on, once for a person.
 *
 * @returns the refusal, or undefined when the decision may be taken
 * @public
 */
export function refuseDecision(input: DecisionInput): DecisionRefusal | undefined {
  const { decider, policy, verdict } = input;
  const isApprover = [decider.ref, ...decider.principals].some(ref =>
    policy.approvers.includes(ref),
  );
  if (input.excluded.includes(decider.ref)) return 'author-cannot-decide';
  if (!isApprover) return 'not-an-approver';
  if (hasDecided(input)) return 'already-decided';
  if (!input.planOpen) return 'not-open';
  if (input.decidedHash !== input.currentHash) return 'content-changed';
  if (verdict !== 'approve' && !input.reason?.trim()) return 'reason-missing';
  return undefined;
}

function hasDecided({ decisions, decider, currentHash }: DecisionInput): boolean {
  return decisions.some(
    given => given.decider === decider.ref && given.contentHash === currentHash,
  );
}

/** Whether a person may decide at all, before they say what: for showing or hiding the buttons. @public */
export function mayDecide(
  input: Pick<DecisionInput, 'policy' | 'decider' | 'excluded' | 'decisions' | 'currentHash'>,
): boolean {
  const refusal = refuseDecision({
    ...input,
    planOpen: true,
    decidedHash: input.currentHash,
    verdict: 'approve',
    reason: undefined,
  });
  return refusal === undefined;
}

/** Where a plan's approval stands. @public */
export const approvalProgressSchema = z
  .strictObject({
    given: z.int(),
    required: z.int(),
    outcome: z.enum(['open', 'approved', 'rejected', 'changes-requested']),
  })
  .meta({ id: 'ApprovalProgress' });

/** Where a plan's approval stands. @public */
export type ApprovalProgress = z.infer<typeof approvalProgressSchema>;

/**
 * Where the approval of a content stands. Only decisions on that very content count, one for a person
 * (rules 3 and 4); a rejection ends it, whoever approved; then a request for changes.
 * @public
 */
export function approvalProgress(
  policy: ApprovalPolicy,
  currentHash: string,
  decisions: readonly Pick<Decision, 'decider' | 'verdict' | 'contentHash'>[],
): ApprovalProgress {
  const counting = decisions.filter(({ contentHash }) => contentHash === currentHash);
  const said = (verdict: Verdict) => counting.filter(given => given.verdict === verdict);
  const given = new Set(said('approve').map(({ decider }) => decider)).size;
  return { given, required: policy.required, outcome: outcome() };

  function outcome(): ApprovalProgress['outcome'] {
    if (said('reject').length > 0) return 'rejected';
    if (said('request-changes').length > 0) return 'changes-requested';
    return given >= policy.required ? 'approved' : 'open';
  }
}
