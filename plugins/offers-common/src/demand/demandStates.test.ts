import {
  DemandEvent,
  DemandState,
  demandStateSchema,
  demandTransitions,
  MergeableDemand,
  nextDemandState,
  refuseMerge,
} from './demandStates';

const states = demandStateSchema.options;
const followers = (state: DemandState) => Object.values(demandTransitions[state]);

function reachableFrom(start: DemandState): Set<DemandState> {
  const found = new Set<DemandState>([start]);
  for (const state of found) for (const next of followers(state)) found.add(next);
  return found;
}

test('every state is reached from raised', () => {
  expect([...reachableFrom('raised')].sort()).toEqual([...states].sort());
});

test('the final states are done and merged; from any other one can be reached', () => {
  expect(states.filter(state => followers(state).length === 0)).toEqual(['done', 'merged']);
  for (const state of states) {
    const reached = reachableFrom(state);
    expect(reached.has('done') || reached.has('merged')).toBe(true);
  }
});

test('what is not listed is refused', () => {
  expect(nextDemandState('raised', 'finish')).toBeUndefined();
  expect(nextDemandState('planned', 'plan')).toBeUndefined();
  expect(nextDemandState('planned', 'decline')).toBeUndefined();
  expect(nextDemandState('declined', 'triage')).toBeUndefined();
  expect(nextDemandState('merged', 'reopen')).toBeUndefined();
  expect(nextDemandState('done', 'reopen')).toBeUndefined();
});

test('the way of a demand: raised to done, also when its first plan came to nothing', () => {
  const events: DemandEvent[] = ['triage', 'plan', 'unplan', 'plan', 'replan', 'finish'];
  const way = events.reduce<DemandState[]>(
    (before, event) => [...before, nextDemandState(before.at(-1) ?? 'raised', event) ?? 'declined'],
    ['raised'],
  );
  expect(way).toEqual(['raised', 'triaged', 'planned', 'triaged', 'planned', 'planned', 'done']);
});

describe('a demand is merged into another', () => {
  const one: MergeableDemand = { id: '1', state: 'raised', takenIn: 0 };
  const other: MergeableDemand = { id: '2', state: 'triaged', takenIn: 3 };

  test('that is under way, however many it has taken in', () => {
    expect(refuseMerge(one, other)).toBeUndefined();
    expect(refuseMerge(one, { ...other, state: 'planned' })).toBeUndefined();
  });

  test.each([
    ['itself', one, one, /itself/],
    ['one that is merged: no chains', one, { ...other, state: 'merged' as const }, /is merged/],
    ['one that was declined', one, { ...other, state: 'declined' as const }, /is declined/],
    ['one that is done', one, { ...other, state: 'done' as const }, /is done/],
    ['any, once others were merged into it: no chains', other, one, /into this one instead/],
  ])('but not into %s', (_what, demand, into, words) => {
    expect(refuseMerge(demand, into)).toMatch(words);
  });
});
