import { z } from 'zod';
import { PLAN_STATES } from '../vocabulary';

/** The states of a release plan (design: "Stages of a plan"). @public */
export const planStateSchema = z.enum(PLAN_STATES).meta({ id: 'PlanState' });

/** A state of a release plan. @public */
export type PlanState = z.infer<typeof planStateSchema>;

/** What can happen to a release plan. @public */
export type PlanEvent =
  | 'submit'
  | 'request-changes'
  | 'approve'
  | 'reject'
  | 'void-approvals'
  | 'withdraw'
  | 'implement'
  | 'make-ready'
  | 'release'
  | 'cancel';

/** What each event makes of a state. @public */
export type Transitions = Readonly<Partial<Record<PlanEvent, PlanState>>>;

const open: Transitions = { cancel: 'cancelled' };

/** The one table of what a plan may become; what it does not list is refused. @public */
export const planTransitions: Readonly<Record<PlanState, Transitions>> = {
  draft: { ...open, submit: 'submitted' },
  submitted: {
    ...open,
    'request-changes': 'changes-requested',
    approve: 'approved',
    reject: 'rejected',
    'void-approvals': 'submitted',
    withdraw: 'draft',
  },
  'changes-requested': { ...open, submit: 'submitted' },
  approved: {
    ...open,
    'void-approvals': 'submitted',
    withdraw: 'draft',
    implement: 'implementing',
  },
  implementing: {
    ...open,
    'void-approvals': 'submitted',
    withdraw: 'draft',
    'make-ready': 'ready',
  },
  ready: { ...open, 'void-approvals': 'submitted', withdraw: 'draft', release: 'released' },
  released: {},
  rejected: {},
  cancelled: {},
};

/** The state after an event, or undefined when the state does not allow it. @public */
export function nextPlanState(state: PlanState, event: PlanEvent): PlanState | undefined {
  return planTransitions[state][event];
}

/** Whether nothing more can happen to a plan in this state. @public */
export function isFinalPlanState(state: PlanState): boolean {
  return Object.keys(planTransitions[state]).length === 0;
}

/** The value-stream stage that a plan is in. @public */
export function stageOf(state: PlanState): 'define' | 'implement' | 'publish' | 'ended' {
  switch (state) {
    case 'draft':
    case 'submitted':
    case 'changes-requested':
      return 'define';
    case 'approved':
    case 'implementing':
      return 'implement';
    case 'ready':
    case 'released':
      return 'publish';
    default:
      return 'ended';
  }
}
