import {
  isFinalPlanState,
  nextPlanState,
  PlanEvent,
  PlanState,
  planStateSchema,
  planTransitions,
  stageOf,
} from './planStates';

const states = planStateSchema.options;
const followers = (state: PlanState) => Object.values(planTransitions[state]);

/** Every state that some row of events leads to. */
function reachableFrom(start: PlanState): Set<PlanState> {
  const found = new Set<PlanState>([start]);
  for (const state of found) for (const next of followers(state)) found.add(next);
  return found;
}

test('every state is reached from draft', () => {
  expect([...reachableFrom('draft')].sort()).toEqual([...states].sort());
});

test('the final states are released, rejected and cancelled; from any other one can be reached', () => {
  const final = states.filter(isFinalPlanState);
  expect(final).toEqual(['released', 'rejected', 'cancelled']);
  for (const state of states) {
    expect([...reachableFrom(state)].some(isFinalPlanState)).toBe(true);
  }
});

test('what is not listed is refused', () => {
  expect(nextPlanState('draft', 'release')).toBeUndefined();
  expect(nextPlanState('approved', 'release')).toBeUndefined();
  expect(nextPlanState('released', 'cancel')).toBeUndefined();
  expect(nextPlanState('rejected', 'submit')).toBeUndefined();
});

test('the way of an offer: draft to released', () => {
  const events: PlanEvent[] = ['submit', 'approve', 'implement', 'make-ready', 'release'];
  const way = events.reduce<PlanState[]>(
    (before, event) => [...before, nextPlanState(before.at(-1) ?? 'draft', event) ?? 'draft'],
    ['draft'],
  );
  expect(way).toEqual(['draft', 'submitted', 'approved', 'implementing', 'ready', 'released']);
});

test('[rule 3] wherever approvals stand, they can be voided, and the plan waits for new ones', () => {
  for (const state of ['submitted', 'approved', 'implementing', 'ready'] as const) {
    expect(nextPlanState(state, 'void-approvals')).toBe('submitted');
  }
});

test('[rule 3] nothing is released without an approval on the way', () => {
  const withoutApproval = new Set<PlanState>(['draft']);
  for (const state of withoutApproval) {
    for (const [event, next] of Object.entries(planTransitions[state])) {
      if (event !== 'approve') withoutApproval.add(next);
    }
  }
  expect([...withoutApproval].sort()).toEqual([
    'cancelled',
    'changes-requested',
    'draft',
    'rejected',
    'submitted',
  ]);
});

test('a stage ends where the design says: Define at approved, Implement at ready', () => {
  expect(states.map(state => [state, stageOf(state)])).toEqual([
    ['draft', 'define'],
    ['submitted', 'define'],
    ['changes-requested', 'define'],
    ['approved', 'implement'],
    ['implementing', 'implement'],
    ['ready', 'publish'],
    ['released', 'publish'],
    ['rejected', 'ended'],
    ['cancelled', 'ended'],
  ]);
});
