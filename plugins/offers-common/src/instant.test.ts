import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { instantOf, instantSchema, localTimeSchema, zoneSchema } from './instant';
import { formatInstant } from './instantWords';
import { seed } from './testing/content';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** Every zone that the runtime knows, as the specification of its Intl lists them. */
const zones = Intl.supportedValuesOf('timeZone');

/** An instant at which a zone's clock changes, and its offsets (minutes) before and after. */
interface ClockChange {
  zone: string;
  at: number;
  before: number;
  after: number;
}

/** The clock changes of 2026 and 2027, found by halving the weeks over which the offset differs. */
function clockChangesOf(zone: string): ClockChange[] {
  const offset = (ms: number) => IANAZone.create(zone).offset(ms);
  const found: ClockChange[] = [];
  for (let week = Date.UTC(2026, 0, 1); week < Date.UTC(2028, 0, 1); week += WEEK) {
    if (offset(week) === offset(week + WEEK)) continue;
    let [low, high] = [week, week + WEEK];
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (offset(middle) === offset(week)) low = middle;
      else high = middle;
    }
    found.push({ zone, at: high, before: offset(low), after: offset(high) });
  }
  return found;
}

const changes = zones.flatMap(clockChangesOf);
const forward = changes.filter(({ before, after }) => after > before);
const back = changes.filter(({ before, after }) => after < before);

/** What the clock on the wall shows, when it is this many minutes ahead of UTC. */
const wall = (ms: number, offset: number) =>
  new Date(ms + offset * MINUTE).toISOString().slice(0, 16);
const iso = (ms: number) => new Date(ms).toISOString();

describe('instants', () => {
  test.each([
    ['2026-12-01T09:00:00Z', '2026-12-01T09:00:00.000Z'],
    ['2026-12-01T09:00:00+01:00', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01T09:00:00.123456Z', '2026-12-01T09:00:00.123Z'],
    ['2028-02-29T23:30:00-05:00', '2028-03-01T04:30:00.000Z'],
  ])('[rule 13] %s is stored as %s', (given, stored) => {
    expect(instantSchema.parse(given)).toBe(stored);
  });

  test.each([
    '2026-12-01T09:00:00',
    '2026-12-01',
    '2027-02-29T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '0000-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59-14:00',
    'tomorrow',
    '',
  ])('[rule 13] "%s" is refused, saying what to give', given => {
    const messages = instantSchema.safeParse(given).error?.issues.map(({ message }) => message);
    expect(messages).toEqual([expect.stringMatching(/^Give an instant/)]);
  });

  test('[rule 13] the order of the texts is the order of time', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    const written = fc
      .tuple(dates, fc.constantFrom('Z', '+14:00', '-12:00', '+05:45'))
      .map(([date, offset]) => date.toISOString().replace('Z', offset));
    fc.assert(
      fc.property(written, written, (one, other) => {
        const [a, b] = [instantSchema.parse(one), instantSchema.parse(other)];
        expect(Math.sign(a.localeCompare(b, 'en'))).toBe(
          Math.sign(Date.parse(one) - Date.parse(other)),
        );
      }),
      { seed },
    );
  });
});

describe('local times, in every zone of the runtime', () => {
  test('there are zones with clock changes, and not all of an hour', () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(new Set(forward.map(({ zone }) => zone)).size).toBeGreaterThan(100);
    expect(new Set(changes.map(({ before, after }) => Math.abs(after - before)))).toContain(30);
  });

  test('[rule 13] where the clock goes forward, what it skips is refused, and its edges are not', () => {
    for (const { zone, at, before, after } of forward) {
      const local = (ms: number, offset: number) => instantOf({ local: wall(ms, offset), zone });
      expect(local(at - MINUTE, before)).toEqual({ ok: true, instant: iso(at - MINUTE) });
      for (let ms = at; ms < at + (after - before) * MINUTE; ms += 15 * MINUTE) {
        expect(local(ms, before)).toEqual(
          expect.objectContaining({ ok: false, reason: 'skipped' }),
        );
      }
      expect(local(at, after)).toEqual({ ok: true, instant: iso(at) });
    }
  });

  test('[rule 13] where the clock goes back, a time that comes twice means its first', () => {
    for (const { zone, at, before, after } of back) {
      const local = (ms: number) => instantOf({ local: wall(ms, before), zone });
      for (let ms = at - (before - after) * MINUTE; ms < at; ms += 15 * MINUTE) {
        expect(local(ms)).toEqual({ ok: true, instant: iso(ms) });
      }
      expect(instantOf({ local: wall(at + (before - after) * MINUTE, after), zone })).toEqual({
        ok: true,
        instant: iso(at + (before - after) * MINUTE),
      });
    }
  });

  test('[rule 13] the leap day is there once every four years', () => {
    for (const zone of zones) {
      expect(instantOf({ local: '2028-02-29T12:00', zone }).ok).toBe(true);
      expect(instantOf({ local: '2027-02-29T12:00', zone })).toEqual(
        expect.objectContaining({ ok: false, reason: 'invalid' }),
      );
    }
  });

  test('[rule 13] the wall clock of an instant names that instant, or the same wall clock before it', () => {
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2037, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, ms) => {
        const minute = Math.floor(ms / MINUTE) * MINUTE;
        const local = wall(minute, IANAZone.create(zone).offset(minute));
        const named = instantOf({ local, zone });
        const instant = named.ok ? Date.parse(named.instant) : NaN;
        expect(instant).toBeLessThanOrEqual(minute);
        expect(wall(instant, IANAZone.create(zone).offset(instant))).toBe(local);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  test.each([
    ['2026-12-01T24:00', 'invalid'],
    ['2026-12-01T25:00', 'invalid'],
    ['2026-12-01T23:60', 'invalid'],
    ['2011-12-30T12:00', 'skipped'],
  ])('[rule 13] %s in Apia is %s', (local, reason) => {
    expect(instantOf({ local, zone: 'Pacific/Apia' })).toEqual({
      ok: false,
      reason,
      message: expect.stringMatching(/^2\d{3}-.*[cC]hoose/),
    });
  });

  test('[rule 13] a local time without a zone, or with an unknown one, is refused', () => {
    expect(localTimeSchema.safeParse({ local: '2026-12-01T09:00' }).success).toBe(false);
    expect(localTimeSchema.safeParse({ local: '2026-12-01T09:00Z', zone: 'UTC' }).success).toBe(
      false,
    );
    expect(zoneSchema.safeParse('Europe/Nowhere').error?.issues[0]?.message).toMatch(/IANA/);
    expect(zones.filter(zone => !zoneSchema.safeParse(zone).success)).toEqual([]);
  });
});

test('an instant reads as the clock of the zone shows it, with its short name', () => {
  expect(formatInstant('2026-12-01T08:00:00.000Z', 'Europe/Amsterdam')).toBe(
    '1 Dec 2026, 09:00 CET',
  );
  expect(formatInstant('2026-07-01T08:00:00.000Z', 'Europe/London')).toBe('1 Jul 2026, 09:00 BST');
});
