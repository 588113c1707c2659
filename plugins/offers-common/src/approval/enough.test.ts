import fc from 'fast-check';
import { aStep } from '../testing/asked';
import { seed } from '../testing/content';
import { neededIn } from './asked';
import { unfillableStep } from './enough';

const step = (id: string, people: string[], need: ReturnType<typeof aStep>['need'] = 'any') =>
  aStep({ id, people, need });

test('a step needs as many people without a part in the change as approvals', () => {
  const steps = [step('one', ['a', 'b', 'c'], { count: 2 })];
  expect(unfillableStep(steps, ['a'])).toBeUndefined();
  expect(unfillableStep(steps, ['a', 'b'])).toMatchObject({
    step: 'one',
    needed: 2,
    people: 1,
    shared: false,
  });
});

test('everyone had a part: also of all and of a share one is needed', () => {
  expect(unfillableStep([step('one', ['a'], 'all')], ['a'])).toMatchObject({ people: 0 });
  expect(unfillableStep([step('one', [], { percent: 10 })], [])).toMatchObject({ people: 0 });
});

test('[rule 4] steps that need the same person cannot both be met', () => {
  const same = [step('one', ['a']), step('two', ['a'])];
  expect(unfillableStep(same, [])).toMatchObject({ step: 'two', shared: true });
  expect(unfillableStep([step('one', ['a', 'b']), step('two', ['a'])], [])).toBeUndefined();
});

test('it finds people for the steps exactly where trying everything does', () => {
  const some = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 0 });
  const needs = fc.constantFrom('any' as const, 'all' as const, { count: 2 }, { percent: 50 });
  const steps = fc.array(fc.tuple(some, needs), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(steps, all => {
      const asked = all.map(([people, need], index) => step(`s${index}`, people, need));
      const seats = asked.flatMap(each =>
        Array.from({ length: neededIn(each, []) }, () => each.people),
      );
      expect(unfillableStep(asked, []) === undefined).toBe(canSeat(seats, []));
    }),
    { seed },
  );
});

function canSeat(seats: readonly (readonly string[])[], taken: readonly string[]): boolean {
  const [first, ...rest] = seats;
  if (!first) return true;
  return first.some(person => !taken.includes(person) && canSeat(rest, [...taken, person]));
}
