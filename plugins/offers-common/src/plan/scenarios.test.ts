import { scenarioSchema } from './scenario';
import { scenarioFaults, scenarioRules } from './scenarios';

const fresh = { offerId: 'fresh', published: false };
const live = { offerId: 'live', published: true };
const other = { offerId: 'other', published: true };
const none = { versions: [], terminations: [], changes: 0 };

const faultsOf = (...[scenario, items]: [(typeof scenarioSchema.options)[number], object]) =>
  scenarioFaults(scenario, { ...none, ...items }).map(({ field }) => field);

test('every scenario has its rule', () => {
  expect(Object.keys(scenarioRules)).toEqual(scenarioSchema.options);
});

test('a new offer was never published, and a change is one of a published offer', () => {
  expect(faultsOf('new', { versions: [fresh] })).toEqual([]);
  expect(faultsOf('new', { versions: [fresh, live] })).toEqual(['offerIds.1']);
  expect(faultsOf('change', { versions: [live, other] })).toEqual([]);
  expect(faultsOf('change', { versions: [fresh, live] })).toEqual(['offerIds.0']);
});

test('a bundle and a termination bring new and next versions together', () => {
  expect(faultsOf('bundle', { versions: [fresh, live] })).toEqual([]);
  expect(faultsOf('terminate', { versions: [fresh, live], terminations: [other] })).toEqual([]);
});

test.each(scenarioSchema.options)('%s brings something', scenario => {
  expect(faultsOf(scenario, {})).toEqual([scenario === 'terminate' ? 'terminations' : 'offerIds']);
});

test.each(scenarioSchema.options)('%s of structure alone is allowed for a change', scenario => {
  expect(faultsOf(scenario, { changes: 1 }).length === 0).toBe(scenario === 'change');
});

test.each(['new', 'change', 'bundle'] as const)('%s ends no offer', scenario => {
  const versions = [scenario === 'new' ? fresh : live];
  expect(faultsOf(scenario, { versions, terminations: [other] })).toEqual(['terminations']);
});

test('a plan ends what was published, once, and brings no version of it', () => {
  expect(faultsOf('terminate', { terminations: [fresh] })).toEqual(['terminations.0.offerId']);
  expect(faultsOf('terminate', { terminations: [live, live] })).toEqual(['terminations.1.offerId']);
  expect(faultsOf('terminate', { versions: [live], terminations: [live] })).toEqual([
    'terminations.0.offerId',
  ]);
});
