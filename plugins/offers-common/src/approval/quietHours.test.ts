import fc from 'fast-check';
import { DateTime } from 'luxon';
import { approvalPolicySchema } from './policy';
import { quietUntil } from './quietHours';

const nights = { from: '20:00', until: '08:00', weekends: false };
const inAmsterdam = (at: string, quiet: object = {}) =>
  quietUntil({ ...nights, ...quiet }, 'Europe/Amsterdam', at);

describe('quiet hours', () => {
  it.each([
    ['in the day', '2026-12-01T12:00:00.000Z', {}, undefined],
    ['as they begin', '2026-12-01T19:00:00.000Z', {}, '2026-12-02T07:00:00.000Z'],
    ['after midnight', '2026-12-02T03:00:00.000Z', {}, '2026-12-02T07:00:00.000Z'],
    ['as they end', '2026-12-02T07:00:00.000Z', {}, undefined],
    [
      'at noon',
      '2026-12-02T11:30:00.000Z',
      { from: '12:00', until: '13:00' },
      '2026-12-02T12:00:00.000Z',
    ],
    ['over a weekend', '2026-12-04T20:00:00.000Z', { weekends: true }, '2026-12-07T07:00:00.000Z'],
    ['on a Sunday', '2026-12-06T12:00:00.000Z', { weekends: true }, '2026-12-07T07:00:00.000Z'],
    ['on a Sunday, where only nights are quiet', '2026-12-06T12:00:00.000Z', {}, undefined],
    // The clock goes from 02:00 to 03:00 there on 28 March 2027, and back on 31 October.
    [
      '[rule 13] to a skipped time',
      '2027-03-27T23:00:00.000Z',
      { until: '02:30' },
      '2027-03-28T01:30:00.000Z',
    ],
    [
      '[rule 13] to a time that comes twice',
      '2027-10-30T22:00:00.000Z',
      { until: '02:30' },
      '2027-10-31T00:30:00.000Z',
    ],
    [
      '[rule 13] in a night that is longer',
      '2027-10-30T20:00:00.000Z',
      {},
      '2027-10-31T07:00:00.000Z',
    ],
  ])('%s: %s', (_what, at, quiet, until) => {
    expect(inAmsterdam(at, quiet)).toBe(until);
  });

  it('[rule 13] end in every zone at their local time, whatever the clock does, and nothing is quiet then', () => {
    const minute = 60_000;
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45));
    const written = ([hour, minutes]: readonly [number, number]) =>
      `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }),
        time,
        time,
        fc.boolean(),
        (zone, instant, begins, ends, weekends) => {
          fc.pre(written(begins) !== written(ends));
          const quiet = { from: written(begins), until: written(ends), weekends };
          const until = quietUntil(quiet, zone, new Date(instant).toISOString());
          if (until === undefined) return;
          const end = Date.parse(until);
          expect(end).toBeGreaterThan(instant);
          expect(quietUntil(quiet, zone, until)).toBeUndefined();
          expect(quietUntil(quiet, zone, new Date(end - 1).toISOString())).toBe(until);
          // Two days of a weekend, a night on either side, and an hour of the clock.
          expect(end - instant).toBeLessThanOrEqual((4 * 24 + 2) * 60 * minute);
          const local = DateTime.fromMillis(end, { zone });
          const isMoved = local.offset !== local.minus({ hours: 3 }).offset;
          const isMonday = weekends && local.weekday === 1 && local.toFormat('HH:mm') === '00:00';
          expect(isMoved || isMonday || local.toFormat('HH:mm') === quiet.until).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the policy', () => {
  const policy = (quietHours: object) =>
    approvalPolicySchema.safeParse({ approvers: ['group:default/mia'], quietHours });

  it('has no quiet hours unless told, and leaves weekends and approvals out of them', () => {
    expect(approvalPolicySchema.parse({ approvers: ['group:default/mia'] }).quietHours).toBe(
      undefined,
    );
    expect(policy({ from: '20:00', until: '08:00' }).data?.quietHours).toEqual({
      ...nights,
      zone: 'UTC',
      approvals: false,
    });
  });

  it.each([
    [{ from: '8pm', until: '08:00' }, 'give a time of day'],
    [{ from: '20:00', until: '20:00' }, 'end at another time'],
    [{ from: '20:00', until: '08:00', zone: 'Mars/Olympus' }, 'IANA time zone'],
    [{ from: '20:00', until: '08:00', night: true }, 'night is not known here'],
  ])('refuses %j', (quietHours, words) => {
    expect(policy(quietHours).error?.message).toContain(words);
  });
});
