import { z } from 'zod';
import { DEMAND_STATES } from '../vocabulary';

/** The states of a demand. @public */
export const demandStateSchema = z.enum(DEMAND_STATES).meta({ id: 'DemandState' });

/** A state of a demand. @public */
export type DemandState = z.infer<typeof demandStateSchema>;

/** What can happen to a demand. @public */
export type DemandEvent =
  'triage' | 'plan' | 'replan' | 'unplan' | 'finish' | 'decline' | 'merge' | 'reopen';

/** What each event makes of a state. @public */
export type DemandTransitions = Readonly<Partial<Record<DemandEvent, DemandState>>>;

const open: DemandTransitions = {
  triage: 'triaged',
  plan: 'planned',
  decline: 'declined',
  merge: 'merged',
};

/**
 * The one table of what a demand may become; what it does not list is refused. Whoever plans a demand
 * has weighed it, so it need not be triaged first; a plan that ends without a release gives it back.
 * @public
 */
export const demandTransitions: Readonly<Record<DemandState, DemandTransitions>> = {
  raised: open,
  triaged: open,
  planned: { replan: 'planned', finish: 'done', unplan: 'triaged' },
  declined: { reopen: 'raised' },
  merged: {},
  done: {},
};

/** The state after an event, or undefined when the state does not allow it. @public */
export function nextDemandState(state: DemandState, event: DemandEvent): DemandState | undefined {
  return demandTransitions[state][event];
}

/** A demand as the rule of merging looks at it. @public */
export interface MergeableDemand {
  id: string;
  state: DemandState;
  /** how many others were merged into it */
  takenIn: number;
}

/**
 * Why one demand cannot be merged into another, as a sentence; undefined when it can. No chains: what was
 * merged leads to the demand that is worked on, in one step.
 * @public
 */
export function refuseMerge(demand: MergeableDemand, into: MergeableDemand): string | undefined {
  if (demand.id === into.id) return 'Name another demand: nothing is merged into itself';
  if (!['raised', 'triaged', 'planned'].includes(into.state)) {
    return `The other demand is ${into.state}; merge into one that is under way`;
  }
  if (demand.takenIn > 0) {
    return 'Others were merged into this demand; merge the other one into this one instead';
  }
  return undefined;
}
