import fc from 'fast-check';
import { seed } from '../testing/content';
import { aVersion } from '../testing/timeline';
import { servingAt } from '../timeline/serving';
import { TimedVersion, timelineOf } from '../timeline/timeline';
import { publicStateAt } from './publicState';

const instant = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString();

/** Instants close together, so that windows touch and overlap. */
const times = fc.integer({ min: 0, max: 30 });

const stateAt = (versions: readonly TimedVersion[], at: string) =>
  publicStateAt(timelineOf(versions), at);
const servingVersion = (versions: readonly TimedVersion[], at: string) =>
  servingAt(timelineOf(versions), at)?.first.version;

const windows: fc.Arbitrary<TimedVersion[]> = fc
  .array(fc.record({ from: times, length: fc.option(fc.integer({ min: 1, max: 20 })) }), {
    maxLength: 6,
  })
  .map(all =>
    all.map(({ from, length }, index) =>
      aVersion({
        number: index + 1,
        validFrom: instant(from),
        validUntil: length === null ? undefined : instant(from + length),
      }),
    ),
  );

const one = aVersion({ number: 1, validFrom: instant(10), validUntil: instant(20) });

describe('an offer with one version', () => {
  test('nothing published is a draft', () => expect(stateAt([], instant(0))).toBe('draft'));

  test.each([
    ['before its start', 9, 'scheduled'],
    ['at its start', 10, 'available'],
    ['just before its end', 19, 'available'],
    ['at its end', 20, 'ended'],
    ['after it', 21, 'ended'],
  ])('%s', (_, at, state) => expect(stateAt([one], instant(at))).toBe(state));
});

test('[rule 7] two scheduled changes both take effect, each at its instant', () => {
  const versions = [
    aVersion({ number: 1, validFrom: instant(0), validUntil: undefined }),
    aVersion({ number: 3, validFrom: instant(20), validUntil: undefined }),
    aVersion({ number: 2, validFrom: instant(10), validUntil: undefined }),
  ];
  const serving = [0, 9, 10, 19, 20, 30].map(at => servingVersion(versions, instant(at))?.number);
  expect(serving).toEqual([1, 1, 2, 2, 3, 3]);
});

test('[rule 7] an earlier version does not come back when a later one ends', () => {
  const versions = [
    aVersion({ number: 1, validFrom: instant(0), validUntil: undefined }),
    aVersion({ number: 2, validFrom: instant(10), validUntil: instant(20) }),
  ];
  expect(stateAt(versions, instant(20))).toBe('ended');
});

test('between two versions the offer is scheduled again', () => {
  const versions = [one, aVersion({ number: 2, validFrom: instant(25) })];
  expect(stateAt(versions, instant(22))).toBe('scheduled');
});

test('[rule 7] the version that serves has begun, and none that has begun is later', () => {
  fc.assert(
    fc.property(windows, times, (versions, ms) => {
      const at = instant(ms);
      const begun = versions.filter(({ validFrom }) => validFrom <= at);
      const serving = servingVersion(versions, at);
      expect(serving === undefined || begun.includes(serving)).toBe(true);
      const later = begun.filter(
        ({ validFrom, number }) =>
          serving &&
          (validFrom > serving.validFrom ||
            (validFrom === serving.validFrom && number > serving.number)),
      );
      expect(later).toEqual([]);
    }),
    { seed },
  );
});

test('[rule 2] a version published later never changes what served before it began', () => {
  fc.assert(
    fc.property(windows, times, times, (versions, from, ms) => {
      fc.pre(ms < from);
      const added = aVersion({ number: versions.length + 1, validFrom: instant(from) });
      expect(servingVersion([...versions, added], instant(ms))).toEqual(
        servingVersion(versions, instant(ms)),
      );
    }),
    { seed },
  );
});

test('the order in which versions are stored makes no difference', () => {
  fc.assert(
    fc.property(windows, times, (versions, ms) => {
      const at = instant(ms);
      const reversed = [...versions].reverse();
      expect(servingVersion(reversed, at)).toEqual(servingVersion(versions, at));
      expect(stateAt(reversed, at)).toBe(stateAt(versions, at));
    }),
    { seed },
  );
});

test('windows are half-open: available exactly from the start, up to the end, of what serves', () => {
  fc.assert(
    fc.property(windows, times, (versions, ms) => {
      const at = instant(ms);
      const begun = versions.filter(({ validFrom }) => validFrom <= at);
      const last = begun.sort((a, b) => (a.validFrom < b.validFrom ? 1 : b.number - a.number))[0];
      const latest = begun
        .filter(({ validFrom }) => validFrom === last?.validFrom)
        .sort((a, b) => b.number - a.number)[0];
      const isWithin =
        latest !== undefined && (latest.validUntil === undefined || at < latest.validUntil);
      expect(stateAt(versions, at) === 'available').toBe(isWithin);
    }),
    { seed },
  );
});
