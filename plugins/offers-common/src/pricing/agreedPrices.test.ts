import fc from 'fast-check';
import { seed } from '../testing/content';
import { PricedVersion, pricesFor } from './agreedPrices';

const day = (count: number) => new Date(Date.UTC(2027, 0, 1 + count)).toISOString();

const aVersion = (
  number: number,
  from: number,
  {
    existing,
    until,
    published = -1,
  }: { existing?: number; until?: number; published?: number } = {},
): PricedVersion => ({
  number,
  validFrom: day(from),
  validUntil: until === undefined ? undefined : day(until),
  existingFrom: existing === undefined ? undefined : day(existing),
  publishedAt: day(published),
});

const forNew = (versions: PricedVersion[], at: number) =>
  pricesFor({ kind: 'new', at: day(at) }, versions)?.number;
const forExisting = (versions: PricedVersion[], agreed: number, at: number) =>
  pricesFor({ kind: 'existing', agreed, at: day(at) }, versions)?.number;

test('[rule 10] a new order has the prices of the version that serves', () => {
  const versions = [aVersion(1, 0), aVersion(2, 10, { until: 20 })];
  expect([-1, 0, 9, 10, 19, 20].map(at => forNew(versions, at))).toEqual([
    undefined,
    1,
    1,
    2,
    2,
    undefined,
  ]);
});

test('[rule 10] a new order of who is outside a ring has the prices of the version before', () => {
  const versions = [aVersion(1, 0), aVersion(2, 10)];
  expect(pricesFor({ kind: 'new', at: day(15), serving: 1 }, versions)?.number).toBe(1);
});

test('[rule 10] a subscription keeps what it agreed to while no version says otherwise', () => {
  const versions = [aVersion(1, 0), aVersion(2, 10), aVersion(3, 20)];
  expect([5, 15, 500].map(at => forExisting(versions, 1, at))).toEqual([1, 1, 1]);
  expect(forExisting(versions, 2, 500)).toBe(2);
});

test.each([
  ['after the date for new orders', 30],
  ['on the same date', 10],
  ['before it', 5],
])('[rule 10] the date for subscriptions stands for itself: %s', (_, existing) => {
  const versions = [aVersion(1, 0), aVersion(2, 10, { existing })];
  expect(forExisting(versions, 1, existing - 1)).toBe(1);
  expect(forExisting(versions, 1, existing)).toBe(2);
  expect([forNew(versions, 9), forNew(versions, 10)]).toEqual([1, 2]);
});

test('[rule 10] a version that was published after its date sets no prices in hindsight', () => {
  const versions = [aVersion(1, 0), aVersion(2, 14, { existing: 10, published: 14 })];
  expect([9, 10, 13, 14].map(at => forExisting(versions, 1, at))).toEqual([1, 1, 1, 2]);
});

test('[rule 10] what is taken back sets no prices any more, be its date ahead or past', () => {
  const takenBackAt = day(25);
  const versions = [
    aVersion(1, 0, { existing: 5 }),
    { ...aVersion(2, 10, { existing: 20 }), takenBackAt },
    { ...aVersion(3, 15, { existing: 30 }), takenBackAt },
  ];
  expect([5, 20, 24, 25, 30].map(at => forExisting(versions, 0, at))).toEqual([1, 2, 2, 1, 1]);
  // Who ordered by it keeps what was agreed.
  expect(forExisting(versions, 2, 40)).toBe(2);
});

test('[rule 10] several changes in a row each take effect at their date', () => {
  const versions = [
    aVersion(1, 0),
    aVersion(2, 10, { existing: 20 }),
    aVersion(3, 15),
    aVersion(4, 30, { existing: 40 }),
  ];
  expect([19, 20, 39, 40].map(at => forExisting(versions, 1, at))).toEqual([1, 2, 2, 4]);
  expect([20, 39, 40].map(at => forExisting(versions, 3, at))).toEqual([3, 3, 4]);
});

test('[rule 10] [rule 7] dates out of the order of numbers are kept: none is dropped', () => {
  const versions = [
    aVersion(1, 0),
    aVersion(2, 10, { existing: 50 }),
    aVersion(3, 20, { existing: 40 }),
  ];
  expect([39, 40, 49, 50].map(at => forExisting(versions, 1, at))).toEqual([1, 3, 3, 2]);
  // who agreed to version 3 has agreed to more than version 2 says
  expect(forExisting(versions, 3, 60)).toBe(3);
});

test('[rule 10] of two changes at one instant the later version holds', () => {
  const versions = [
    aVersion(3, 20, { existing: 40 }),
    aVersion(1, 0),
    aVersion(2, 10, { existing: 40 }),
  ];
  expect(forExisting(versions, 1, 40)).toBe(3);
});

test('an unknown agreement has no price', () => {
  expect(forExisting([aVersion(1, 0)], 7, 10)).toBeUndefined();
});

test('[rule 10] prices change at the dates that later versions name, and at no other', () => {
  const versions = fc
    .array(fc.record({ from: fc.nat(50), existing: fc.option(fc.nat(50)) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map(all =>
      all.map(({ from, existing }, index) =>
        aVersion(index + 1, from, existing === null ? {} : { existing }),
      ),
    );
  fc.assert(
    fc.property(versions, fc.nat(5), (all, index) => {
      const agreed = Math.min(index + 1, all.length);
      const dates = all
        .filter(({ number }) => number > agreed)
        .flatMap(({ existingFrom }) => (existingFrom ? [existingFrom] : []));
      for (let at = 0; at <= 51; at += 1) {
        const before = at === 0 ? agreed : forExisting(all, agreed, at - 1);
        const now = forExisting(all, agreed, at);
        // a date that passes brings one of the versions that name it; on other days nothing changes
        const due = all
          .filter(({ number, existingFrom }) => number > agreed && existingFrom === day(at))
          .map(({ number }) => number);
        expect(now).toBe(dates.includes(day(at)) ? Math.max(...due) : before);
      }
    }),
    { seed, numRuns: 300 },
  );
});
