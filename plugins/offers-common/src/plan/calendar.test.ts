import fc from 'fast-check';
import { seed } from '../testing/content';
import { calendarEvents, CalendarPlan, clashesOf } from './calendar';

const plan = (id: string, changes: Partial<CalendarPlan> = {}): CalendarPlan => ({
  id,
  releaseAt: '2026-12-10T09:00:00.000Z',
  preparationAt: undefined,
  isDone: false,
  offers: [],
  terminations: [],
  members: [],
  structure: [],
  ...changes,
});

const kinds = (...plans: CalendarPlan[]) => clashesOf(plans, []).map(({ kind }) => kind);

test('a plan that is done gets in nobody’s way', () => {
  const done = plan('a', { offers: ['x'], isDone: true });
  expect(kinds(done, plan('b', { offers: ['x'] }))).toEqual([]);
});

test('plans that touch nothing in common do not clash, be they at one instant', () => {
  expect(kinds(plan('a', { offers: ['x'] }), plan('b', { offers: ['y'] }))).toEqual([]);
});

test('[rule 7] two plans for one offer within a day clash; a day apart they do not', () => {
  const at = (releaseAt: string) => plan('b', { offers: ['x'], releaseAt });
  const first = plan('a', { offers: ['x'] });
  expect(kinds(first, at('2026-12-11T08:59:59.999Z'))).toEqual(['same-offer']);
  expect(kinds(first, at('2026-12-11T09:00:00.000Z'))).toEqual([]);
});

test('a version and an end of one offer clash, and so do a bundle and its member', () => {
  const ends = {
    offerId: 'x',
    noticeAt: '2026-12-11T00:00:00.000Z',
    endsAt: '2027-02-01T00:00:00.000Z',
  };
  expect(kinds(plan('a', { offers: ['x'] }), plan('b', { terminations: [ends] }))).toEqual([
    'same-offer',
  ]);
  const bundle = plan('a', { offers: ['kit'], members: ['x'] });
  expect(kinds(bundle, plan('b', { terminations: [ends] }))).toEqual(['bundle-member']);
  expect(kinds(plan('a', { offers: ['x'] }), { ...bundle, id: 'b' })).toEqual(['bundle-member']);
});

test('two changes of the same structure clash', () => {
  const structure = ['category databases'];
  expect(kinds(plan('a', { structure }), plan('b', { structure }))).toEqual(['same-structure']);
});

test('a release within a freeze is shown, and one at its end is not', () => {
  const freeze = {
    from: '2026-12-10T00:00:00.000Z',
    until: '2026-12-11T00:00:00.000Z',
    title: 'Year end',
  };
  expect(clashesOf([plan('a')], [freeze])).toEqual([
    { kind: 'freeze', planIds: ['a'], about: ['Year end'], from: freeze.from, until: freeze.until },
  ]);
  expect(clashesOf([plan('a', { releaseAt: freeze.until })], [freeze])).toEqual([]);
});

test('names each pair once, whatever the order of the plans', () => {
  const many = fc.array(
    fc.record({
      offers: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 }),
      hour: fc.integer({ min: 0, max: 72 }),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(many, drawn => {
      const plans = drawn.map(({ offers, hour }, index) =>
        plan(`p${index}`, {
          offers,
          releaseAt: new Date(Date.UTC(2026, 11, 1, hour)).toISOString(),
        }),
      );
      const pairs = clashesOf(plans, []).map(({ planIds }) => [...planIds].sort().join(' '));
      expect(new Set(pairs).size).toBe(pairs.length);
      expect(clashesOf([...plans].reverse(), [])).toEqual(clashesOf(plans, []));
    }),
    { seed },
  );
});

test('shows every date of a plan in the order of time', () => {
  const events = calendarEvents([
    plan('a', {
      preparationAt: '2026-12-01T00:00:00.000Z',
      terminations: [
        { offerId: 'x', noticeAt: '2026-12-11T00:00:00.000Z', endsAt: '2027-02-01T00:00:00.000Z' },
      ],
    }),
    plan('b', { releaseAt: '2026-12-05T00:00:00.000Z' }),
  ]);
  expect(events.map(({ planId, kind }) => `${planId} ${kind}`)).toEqual([
    'a preparation',
    'b release',
    'a release',
    'a notice',
    'a end',
  ]);
});
