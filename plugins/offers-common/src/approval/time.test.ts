import { aStep } from '../testing/asked';
import { escalatesAt, isEscalated } from './asked';
import { CreateDelegation, delegationFault, isInForce } from './delegation';
import { reminderInstants, remindersSchema } from './reminders';

const OPENED = '2026-12-01T09:00:00.000Z';

test.each([
  [
    [72, 24, 24],
    [24, 72],
  ],
  [{ firstHours: 24, max: 3 }, [24, 72, 168]],
  [{ firstHours: 12, factor: 1, max: 2 }, [12, 24]],
])('reminders of %j come after %j hours', (given, hours) => {
  expect(remindersSchema.parse(given)).toEqual(hours);
});

test.each([[[]], [undefined]])('none are none (%j)', given => {
  expect(reminderInstants(OPENED, given ?? [], undefined)).toEqual([]);
});

test('what cannot be is refused with what could', () => {
  expect(() => remindersSchema.parse('daily')).toThrow('give hours such as [24, 72]');
});

test('reminders are at their hours, and none at or after the expiry', () => {
  const until = (expiresAt?: string) => reminderInstants(OPENED, [24, 48], expiresAt);
  expect(until()).toEqual(['2026-12-02T09:00:00.000Z', '2026-12-03T09:00:00.000Z']);
  expect(until('2026-12-03T09:00:00.001Z')).toHaveLength(2);
  expect(until('2026-12-03T09:00:00.000Z')).toHaveLength(1);
});

test('[rule 13] an escalation counts hours and not days of a calendar, and begins at its instant', () => {
  // Clocks in Europe change on 28 March 2027.
  const step = aStep({
    openedAt: '2027-03-27T12:00:00.000Z',
    escalation: { afterHours: 24, approvers: [], people: [] },
  });
  expect(escalatesAt(step)).toBe('2027-03-28T12:00:00.000Z');
  expect(isEscalated(step, '2027-03-28T11:59:59.999Z')).toBe(false);
  expect(isEscalated(step, '2027-03-28T12:00:00.000Z')).toBe(true);
  expect(isEscalated({ ...step, openedAt: undefined }, '2030-01-01T00:00:00.000Z')).toBe(false);
});

const delegation = {
  from: '2026-12-01T00:00:00.000Z',
  until: '2026-12-08T00:00:00.000Z',
};

test.each([
  ['2026-11-30T23:59:59.999Z', false],
  ['2026-12-01T00:00:00.000Z', true],
  ['2026-12-07T23:59:59.999Z', true],
  ['2026-12-08T00:00:00.000Z', false],
])('a delegation at %s holds: %s', (at, holds) => {
  expect(isInForce(delegation, at)).toBe(holds);
});

test('a delegation ends at the instant at which it is taken back', () => {
  const revoked = { ...delegation, revokedAt: '2026-12-02T00:00:00.000Z' };
  expect(isInForce(revoked, '2026-12-01T23:59:59.999Z')).toBe(true);
  expect(isInForce(revoked, '2026-12-02T00:00:00.000Z')).toBe(false);
});

describe('a delegation that cannot be made', () => {
  const wanted: CreateDelegation = {
    ...delegation,
    delegate: 'user:default/ada',
    reason: 'Holiday',
  };
  const fault = (
    changes: Partial<CreateDelegation>,
    maxDays = 7,
    at = '2026-12-01T08:00:00.000Z',
  ) =>
    delegationFault({ ...wanted, ...changes }, { delegator: 'user:default/mia', at, maxDays })
      ?.field;

  test.each<[string, string | undefined, string | undefined]>([
    ['to oneself', fault({ delegate: 'user:default/mia' }), 'delegate'],
    ['ends as it begins', fault({ until: delegation.from }), 'until'],
    ['ends in the past', fault({}, 7, '2026-12-08T00:00:00.000Z'), 'until'],
    ['too long', fault({ until: '2026-12-08T00:00:00.001Z' }), 'until'],
    ['where policy allows none', fault({}, 0), 'until'],
    ['as long as policy says', fault({}), undefined],
  ])('%s', (_, found, field) => expect(found).toBe(field));
});
