import { Criterion, gateOf } from './gate';
import { grantWaiverSchema, healthOf, Waiver, waiverHolds, withWaivers } from './waivers';

const waiver: Waiver = {
  id: 'w1',
  offerId: 'a',
  criterion: 'training',
  reason: 'The trainer is ill',
  grantedBy: 'user:default/ravi',
  grantedAt: '2026-12-01T09:00:00.000Z',
  until: '2026-12-31T00:00:00.000Z',
};

const missing = (id: string): Criterion => ({ id, title: id, state: 'missing', remedy: 'Add it.' });
const met = (id: string): Criterion => ({ id, title: id, state: 'met' });
const at = '2026-12-15T00:00:00.000Z';

test('a waiver counts from its grant until its end, which is excluded, or until it is revoked', () => {
  expect(waiverHolds(waiver, '2026-12-01T08:59:59.999Z')).toBe(false);
  expect(waiverHolds(waiver, '2026-12-01T09:00:00.000Z')).toBe(true);
  expect(waiverHolds(waiver, '2026-12-30T23:59:59.999Z')).toBe(true);
  expect(waiverHolds(waiver, '2026-12-31T00:00:00.000Z')).toBe(false);
  expect(waiverHolds({ ...waiver, revokedAt: at }, at)).toBe(false);
});

test('waives what is missing, by whom and why, and leaves alone what is met', () => {
  const criteria = withWaivers([missing('training'), missing('terms')], [waiver], at);
  expect(criteria.map(({ state }) => state)).toEqual(['waived', 'missing']);
  expect(criteria[0]?.waiver).toEqual({
    id: 'w1',
    by: 'user:default/ravi',
    reason: 'The trainer is ill',
    until: '2026-12-31T00:00:00.000Z',
  });
  expect(withWaivers([met('training')], [waiver], at)).toEqual([met('training')]);
  expect(withWaivers([missing('training')], [waiver], waiver.until)).toEqual([missing('training')]);
});

test('of several waivers the one that ends last is shown', () => {
  const longer = { ...waiver, id: 'w2', until: '2027-01-31T00:00:00.000Z' };
  expect(withWaivers([missing('training')], [waiver, longer], at)[0]?.waiver?.id).toBe('w2');
});

test('a gate is met when what is missing is waived, or has a milder consequence', () => {
  const waived = withWaivers([missing('training')], [waiver], at);
  const held: Criterion = { ...missing('releases'), consequence: 'held' };
  expect(gateOf('define-exit', [...waived, held]).met).toBe(true);
  expect(gateOf('define-exit', [...waived, missing('terms')]).met).toBe(false);
});

test.each([
  'owner',
  'audience-see',
  'audience-order',
  'options',
  'references',
  'bundle-acyclic',
  'termination-bundles',
])('%s can never be waived', criterion => {
  const asked = { criterion, reason: 'Please', until: '2027-01-01T00:00:00Z' };
  expect(grantWaiverSchema.safeParse(asked).success).toBe(false);
});

test('health is the share of criteria that are met or waived, rounded down', () => {
  expect(healthOf([met('a'), met('b'), missing('c')])).toBe(66);
  expect(healthOf([met('a'), ...withWaivers([missing('training')], [waiver], at)])).toBe(100);
  expect(healthOf([met('a'), { ...missing('b'), consequence: 'warning' }])).toBe(100);
  expect(healthOf([])).toBe(100);
});
