import fc from 'fast-check';
import {
  deployedAt,
  judgeReport,
  productReleaseStatusAt,
  productReleaseStatusSchema,
  productReleaseTransitions,
  StatusChange,
} from './productRelease';

const statuses = productReleaseStatusSchema.options;
const day = (number: number) => new Date(Date.UTC(2026, 10, number)).toISOString();
const history: StatusChange[] = [
  { status: 'released', at: day(1) },
  { status: 'deployed', at: day(3) },
  { status: 'withdrawn', at: day(5) },
  { status: 'deployed', at: day(7) },
];

describe('what may follow what', () => {
  test('every status is reached from a release that nobody knows', () => {
    const found = new Set<keyof typeof productReleaseTransitions>(['unknown']);
    for (const status of found) productReleaseTransitions[status].forEach(next => found.add(next));
    expect([...found].sort()).toEqual(['unknown', ...statuses].sort());
  });

  test('no status is the last, and none follows itself', () => {
    for (const status of statuses) {
      expect(productReleaseTransitions[status].length).toBeGreaterThan(0);
      expect(productReleaseTransitions[status]).not.toContain(status);
    }
  });

  test.each([
    ['withdrawn', [], 'Report it as released or deployed first'],
    ['released', history.slice(0, 2), 'It is deployed: report withdrawn'],
    ['released', history.slice(0, 3), 'It is withdrawn: report deployed'],
  ] as const)('%s is refused where it is not listed, with the remedy', (status, before, remedy) => {
    expect(judgeReport(before, { status }, day(20))).toEqual({
      outcome: 'refused',
      code: 'wrong-state',
      field: 'status',
      remedy,
    });
  });
});

describe('a product release as of an instant', () => {
  test.each([
    ['before its first status', '2026-10-31T23:59:59.999Z', undefined, false],
    ['once it was released', day(2), 'released', false],
    ['at the very instant of its deployment', day(3), 'deployed', true],
    ['just before its withdrawal', '2026-11-04T23:59:59.999Z', 'deployed', true],
    ['once it was withdrawn', day(5), 'withdrawn', false],
    ['once it was deployed again', day(8), 'deployed', true],
    ['far ahead', '2036-01-01T00:00:00.000Z', 'deployed', true],
  ])('%s', (_when, at, status, deployed) => {
    expect(productReleaseStatusAt(history, at)).toBe(status);
    expect(deployedAt(history, at)).toBe(deployed);
  });

  test('one that nobody reported is never deployed', () => {
    expect(deployedAt([], day(9))).toBe(false);
  });

  test('the later of two statuses of one instant holds', () => {
    const both: StatusChange[] = [
      { status: 'released', at: day(1) },
      { status: 'deployed', at: day(1) },
    ];
    expect(deployedAt(both, day(1))).toBe(true);
  });
});

describe('a report', () => {
  const now = '2026-11-20T12:00:00.000Z';

  test('holds from now, unless it says since when', () => {
    expect(judgeReport([], { status: 'released' }, now)).toEqual({ outcome: 'change', at: now });
    expect(judgeReport([], { status: 'deployed', at: day(9) }, now)).toEqual({
      outcome: 'change',
      at: day(9),
    });
  });

  test('may be a minute ahead, as clocks are, and no more', () => {
    const within = '2026-11-20T12:01:00.000Z';
    const beyond = '2026-11-20T12:01:00.001Z';
    expect(judgeReport([], { status: 'released', at: within }, now).outcome).toBe('change');
    expect(judgeReport([], { status: 'released', at: beyond }, now)).toMatchObject({
      outcome: 'refused',
      code: 'invalid-input',
      field: 'at',
    });
  });

  test('never lies before the last status, whichever clock wrote it', () => {
    const ahead: StatusChange[] = [{ status: 'released', at: '2026-11-20T12:00:30.000Z' }];
    expect(judgeReport(ahead, { status: 'deployed' }, now)).toEqual({
      outcome: 'change',
      at: '2026-11-20T12:00:30.000Z',
    });
    expect(judgeReport(history, { status: 'withdrawn', at: day(6) }, now)).toMatchObject({
      outcome: 'refused',
      code: 'wrong-state',
      field: 'at',
      remedy: expect.stringContaining(day(7)),
    });
  });

  test('[rule 5] that comes again changes nothing, also late and out of order', () => {
    for (const { status, at } of history) {
      expect(judgeReport(history, { status, at }, now)).toEqual({ outcome: 'repeat' });
    }
    expect(judgeReport(history, { status: 'deployed' }, now)).toEqual({ outcome: 'repeat' });
  });

  test('[rule 5] whatever is reported, times never go back and each status is another', () => {
    const reports = fc.array(
      fc.record({
        status: fc.constantFrom(...statuses),
        at: fc.option(fc.integer({ min: 1, max: 28 }).map(day), { nil: undefined }),
      }),
    );
    fc.assert(
      fc.property(reports, given => {
        const stored: StatusChange[] = [];
        for (const report of given) {
          const verdict = judgeReport(stored, report, now);
          if (verdict.outcome !== 'change') continue;
          stored.push({ status: report.status, at: verdict.at });
          expect(judgeReport(stored, report, now)).toEqual({ outcome: 'repeat' });
        }
        const times = stored.map(({ at }) => at);
        expect(times).toEqual([...times].sort());
        const pairs = stored.map(({ status }, index) => [stored[index - 1]?.status, status]);
        expect(pairs.every(([before, after]) => before !== after)).toBe(true);
      }),
      { seed: 20261124 },
    );
  });
});
