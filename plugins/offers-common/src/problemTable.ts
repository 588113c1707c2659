/**
 * Every refusal of the product: its HTTP status and the sentence that portal and Slack show when the
 * answer brings no better one. One table, so that surfaces cannot disagree.
 * @public
 */
export const problemTable = {
  'invalid-input': [400, 'Something in the request is not right; mend the fields named.'],
  'idempotency-key-missing': [400, 'Send an Idempotency-Key header with a unique value.'],
  'version-missing': [428, 'Send an If-Match header with the ETag that you read.'],
  'not-signed-in': [401, 'Sign in first.'],
  'not-allowed': [403, 'Your role does not allow this; ask a catalog manager.'],
  'not-an-approver': [403, 'You are not an approver of this plan.'],
  'not-a-glass-breaker': [
    403,
    'You are not one of those who may approve alone in an emergency (offers.approval.breakGlass).',
  ],
  'author-cannot-decide': [
    403,
    'You wrote or submitted this change, so somebody else has to decide on it.',
  ],
  'author-cannot-waive': [
    403,
    'You wrote this version, so somebody else has to waive what it lacks.',
  ],
  'stand-in-for-author': [
    403,
    'Whom you stand in for had a part in this change, so nobody can decide for them.',
  ],
  'decide-in-portal': [403, 'This decision is taken in the portal: open the plan there.'],
  'not-low-risk': [
    403,
    'The policy wants a plan like this decided by itself: open its card, or the portal.',
  ],
  'not-found': [404, 'There is nothing here that you can see.'],
  conflict: [409, 'Somebody changed this in the meantime; load it again.'],
  'name-taken': [409, 'Another offer has this name; choose another.'],
  'idempotency-key-reused': [
    409,
    'This Idempotency-Key was used for another request; use a new one.',
  ],
  'already-decided': [409, 'You have already decided on this.'],
  'not-your-turn': [
    409,
    'The step that waits for a decision is not one of yours now: see the plan for whose turn it is.',
  ],
  'approval-expired': [409, 'Nobody decided in time; the plan has to be submitted again.'],
  'not-open': [409, 'This plan is not waiting for a decision any more.'],
  'content-changed': [409, 'The plan changed after you saw it; look at it again.'],
  'wrong-state': [409, 'It is not in a state that allows this; load it again.'],
  'offer-in-plan': [409, 'The offer is already in a plan that is under way.'],
  'already-published': [409, 'This offer has already been published.'],
  'has-draft': [409, 'The offer has a draft already; edit that one.'],
  'never-published': [
    409,
    'This offer has never been published, so its only draft stays; edit that one.',
  ],
  'scenario-mismatch': [422, 'The scenario of the plan does not bring this; see the fields.'],
  'gate-not-met': [422, 'Some criteria are not met yet; see what is missing.'],
  'not-recalculable': [
    422,
    'Some of the prices cannot be recalculated; see the fields, and leave those offers out.',
  ],
  'reason-missing': [422, 'Give a reason.'],
  'no-price': [422, 'There is no price for that; choose another currency.'],
  'not-orderable': [409, 'This cannot be ordered at that time.'],
  'source-failed': [
    502,
    'The source did not answer with a catalogue; look at its address and try again.',
  ],
  'approvers-unknown': [
    502,
    'Who approves could not be found out; try again, or tell an administrator.',
  ],
  'link-code-wrong': [
    409,
    'This code is mistyped, used up or more than ten minutes old: get a new one and type it.',
  ],
  'slack-linked-elsewhere': [
    409,
    'This Slack account belongs to another user of the portal. Unlink it there first, or ask the people who run the portal.',
  ],
  'slack-already-linked': [
    409,
    'You have linked another account of this Slack workspace. Unlink that one first.',
  ],
  'lease-lost': [409, 'The claim on this delivery has passed to somebody else.'],
  unavailable: [503, 'The service is not available at the moment; try again in a minute.'],
} as const satisfies Record<string, readonly [number, string]>;

/** The stable code of a refusal. @public */
export type ProblemCode = keyof typeof problemTable;

/** The codes of all refusals. */
export const problemCodes = Object.keys(problemTable).filter(isProblemCode);

/** Whether a text is the code of a refusal. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemTable, code);
}
