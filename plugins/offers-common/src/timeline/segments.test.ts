import fc from 'fast-check';
import { accessSchema } from '../content/access';
import { explain } from '../explain/explain';
import { publicStateAt } from '../lifecycle/publicState';
import { seed } from '../testing/content';
import { aVersion, hour } from '../testing/timeline';
import { isInRing } from './ringBucket';
import { cutAt, Segment, segmentsOf } from './segments';
import { servedTo, servingAt } from './serving';
import { OfferTimeline, timelineOf } from './timeline';

const everyone = { allow: ['everyone'] };
const ringed = (rings: object[]) => accessSchema.parse({ see: everyone, order: everyone, rings });
const inTeam = { ref: 'user:default/ada', principals: ['group:default/payments'] };
const outside = { ref: 'user:default/otto', principals: ['group:default/contractors'] };

const covering = (segments: readonly Segment[], at: string) =>
  segments.filter(({ from, until }) => from <= at && (until === undefined || at < until));

const hours = fc.integer({ min: 0, max: 40 });
const needs = [{ product: 'component:default/db', version: '2' }];

const timelines: fc.Arbitrary<OfferTimeline> = fc
  .record({
    versions: fc.array(
      fc.record({
        from: hours,
        length: fc.option(fc.integer({ min: 1, max: 30 })),
        needs: fc.boolean(),
        rings: fc.array(fc.constantFrom({ percent: 50 }, { percent: 1, holdHours: 3 }), {
          maxLength: 2,
        }),
      }),
      { maxLength: 4 },
    ),
    endings: fc.array(fc.record({ recorded: hours, notice: hours, length: hours }), {
      maxLength: 2,
    }),
    suspensions: fc.array(
      fc.record({ from: hours, length: fc.option(fc.integer({ min: 1, max: 9 })) }),
      { maxLength: 2 },
    ),
    statuses: fc.array(
      fc.record({ at: hours, status: fc.constantFrom('released', 'deployed', 'withdrawn') }),
      { maxLength: 3 },
    ),
    ringEvents: fc.array(
      fc.record({
        at: hours,
        number: fc.integer({ min: 1, max: 4 }),
        kind: fc.constantFrom('promote', 'hold', 'resume', 'roll-back'),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ versions, endings, suspensions, statuses, ringEvents }) =>
    timelineOf(
      versions.map(({ from, length, needs: isNeedy, rings }, index) =>
        aVersion({
          number: index + 1,
          validFrom: hour(from),
          validUntil: length === null ? undefined : hour(from + length),
          releases: isNeedy ? needs : [],
          access: ringed(rings.map((ring, at) => ({ name: `Ring ${at}`, ...ring }))),
        }),
      ),
      {
        offerId: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
        endings: endings.map(({ recorded, notice, length }) => ({
          recordedAt: hour(recorded),
          noticeAt: hour(recorded + notice),
          endsAt: hour(recorded + notice + length),
          replacedBy: undefined,
        })),
        suspensions: suspensions.map(({ from, length }) => ({
          kind: 'suspend' as const,
          from: hour(from),
          until: length === null ? undefined : hour(from + length),
        })),
        releases: [
          {
            product: 'component:default/db',
            version: '2',
            history: statuses
              .map(({ at, status }) => ({ at: hour(at), status: status as 'deployed' }))
              .sort((a, b) => a.at.localeCompare(b.at)),
          },
        ],
        ringEvents: ringEvents.map(({ at, number, kind }) => ({
          number,
          kind: kind as 'hold',
          at: hour(at),
        })),
      },
    ),
  );

test('lists and explain cannot disagree: at every instant the segments are what is served', () => {
  fc.assert(
    fc.property(timelines, fc.integer({ min: -1, max: 90 }), (timeline, half) => {
      const at = hour(half / 2);
      const segments = covering(segmentsOf(timeline), at);
      const serving = servingAt(timeline, at);
      const first = segments.find(({ audience }) => audience.whom !== 'outside');
      const other = segments.find(({ audience }) => audience.whom === 'outside');
      expect(first?.number).toBe(serving?.first.version.number);
      expect(first?.state).toBe(serving?.first.state);
      expect(other?.number).toBe(serving?.outside?.version.number);
      expect(first !== undefined && first.audience.whom === 'in').toBe(serving?.ring !== undefined);
      for (const person of [inTeam, outside]) {
        const own = segments.find(
          ({ audience }) =>
            audience.whom === 'all' ||
            (audience.whom === 'in') === isInRing(audience.ring, timeline.offerId, person),
        );
        expect(own?.number).toBe(servedTo(timeline, person, at)?.version.number);
        const answer = explain(timeline, person, at);
        expect(answer.visible.answer).toBe(own !== undefined);
        expect(answer.visible.answer).toBe(answer.visible.reasons.every(({ holds }) => holds));
        const canBe = own !== undefined && !['held', 'suspended'].includes(own.state);
        expect(answer.orderable.answer).toBe(canBe);
      }
    }),
    { seed, numRuns: 2000 },
  );
});

test('segments of one audience never overlap, and each has a length', () => {
  fc.assert(
    fc.property(timelines, timeline => {
      const segments = segmentsOf(timeline);
      for (const { from, until } of segments)
        expect(until === undefined || from < until).toBe(true);
      for (const { from } of segments) {
        const kinds = covering(segments, from).map(({ audience }) => audience.whom);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(kinds.includes('all') && kinds.length > 1).toBe(false);
      }
    }),
    { seed, numRuns: 1000 },
  );
});

describe('what is held', () => {
  const needy = aVersion({ releases: needs });
  const releases = (...history: { status: 'deployed' | 'withdrawn'; at: string }[]) => [
    { product: 'component:default/db', version: '2', history },
  ];

  test('becomes available by itself once what it needs is deployed', () => {
    const timeline = timelineOf([needy], {
      releases: releases({ status: 'deployed', at: hour(5) }),
    });
    expect([0, 4.9, 5].map(at => publicStateAt(timeline, hour(at)))).toEqual([
      'held',
      'held',
      'available',
    ]);
  });

  test('is visible, and says for what it waits', () => {
    const { visible, orderable } = explain(timelineOf([needy]), inTeam, hour(1));
    expect([visible.answer, orderable.answer]).toEqual([true, false]);
    expect(orderable.reasons.find(({ code }) => code === 'deployed')?.sentence).toContain(
      'held until this is deployed: component:default/db 2',
    );
  });

  test('lets the version before it serve until it can take over', () => {
    const next = aVersion({ number: 2, validFrom: hour(3), releases: needs });
    const timeline = timelineOf([aVersion(), next], {
      releases: releases({ status: 'deployed', at: hour(6) }, { status: 'withdrawn', at: hour(9) }),
    });
    const served = (at: number) => {
      const first = servingAt(timeline, hour(at))?.first;
      return `${first?.version.number} ${first?.state}`;
    };
    // Once it has taken over, the earlier one does not come back.
    expect([3, 5, 6, 9].map(served)).toEqual([
      '1 available',
      '1 available',
      '2 available',
      '2 held',
    ]);
  });
});

describe('what is suspended', () => {
  const timeline = timelineOf([aVersion()], {
    suspensions: [{ kind: 'suspend', from: hour(2), until: hour(4) }],
  });

  test.each([
    [1.9, true, 'available'],
    [2, false, 'suspended'],
    [3.9, false, 'suspended'],
    [4, true, 'available'],
  ])('%s hours in, it can be ordered: %s', (at, isOrderable, state) => {
    const answer = explain(timeline, outside, hour(at));
    expect(answer.visible.answer).toBe(true);
    expect(answer.orderable.answer).toBe(isOrderable);
    expect(answer.state).toBe(state);
  });
});

describe('what ends', () => {
  const ending = { recordedAt: hour(1), noticeAt: hour(2), endsAt: hour(6), replacedBy: undefined };

  test('is ending from its notice, and over at its end', () => {
    const timeline = timelineOf([aVersion()], { endings: [ending] });
    expect([1, 2, 5.9, 6].map(at => publicStateAt(timeline, hour(at)))).toEqual([
      'available',
      'ending',
      'ending',
      'ended',
    ]);
    expect(explain(timeline, inTeam, hour(6)).visible.answer).toBe(false);
  });

  test('[rule 7] a later termination takes the place of the earlier one, and the past stays', () => {
    const later = { ...ending, recordedAt: hour(4), noticeAt: hour(5), endsAt: hour(9) };
    const timeline = timelineOf([aVersion()], { endings: [ending, later] });
    expect([3, 4, 5, 8, 9].map(at => publicStateAt(timeline, hour(at)))).toEqual([
      'ending',
      'available',
      'ending',
      'ending',
      'ended',
    ]);
  });

  test('may live again with a version that begins after its end', () => {
    const again = aVersion({ number: 2, validFrom: hour(8) });
    const timeline = timelineOf([aVersion(), again], { endings: [ending] });
    expect([6, 8].map(at => publicStateAt(timeline, hour(at)))).toEqual(['scheduled', 'available']);
  });
});

describe('a bundle', () => {
  const bundle = timelineOf([
    aVersion({
      members: [
        { offerId: 'a', dispensable: false },
        { offerId: 'b', dispensable: true },
      ],
    }),
  ]);
  const ask = (a: boolean, b: boolean) =>
    explain(bundle, inTeam, hour(1), [
      { offerId: 'a', orderable: a, title: 'Database' },
      { offerId: 'b', orderable: b },
    ]).orderable;

  test('[rule 8] can be ordered only while enough of a choice can, and never with nothing in it', () => {
    const oneOf = (atLeast: number) =>
      timelineOf([
        aVersion({
          members: ['a', 'b'].map(offerId => ({
            offerId,
            dispensable: true,
            choice: { key: 'disk', atLeast },
          })),
        }),
      ]);
    const answer = (atLeast: number, a: boolean, b: boolean) =>
      explain(oneOf(atLeast), inTeam, hour(1), [
        { offerId: 'a', orderable: a },
        { offerId: 'b', orderable: b },
      ]).orderable.answer;
    expect([answer(1, true, false), answer(1, false, false)]).toEqual([true, false]);
    expect([answer(2, true, true), answer(2, true, false)]).toEqual([true, false]);
    expect([answer(0, true, false), answer(0, false, false)]).toEqual([true, false]);
  });

  test('[rule 8] can be ordered only while every member can that it cannot do without', () => {
    expect(ask(true, false).answer).toBe(true);
    expect(ask(false, true).answer).toBe(false);
    expect(ask(false, true).reasons.at(-1)?.sentence).toBe(
      'Not every member of the bundle can be ordered: Database.',
    );
  });

  test('[rule 8] a member that nobody explained counts as one that cannot be ordered', () => {
    expect(explain(bundle, inTeam, hour(1)).orderable.answer).toBe(false);
  });
});

test('a life that is cut at further instants serves the same at each of them', () => {
  const audience = { whom: 'all' as const };
  const life: Segment[] = [
    { from: '2', until: '5', number: 1, state: 'available', audience },
    { from: '5', until: undefined, number: 2, state: 'available', audience },
  ];
  const pieces = cutAt(life, ['7', '3', '5', '1', '3']);
  expect(pieces.map(({ from, until, number }) => [from, until, number])).toEqual([
    ['2', '3', 1],
    ['3', '5', 1],
    ['5', '7', 2],
    ['7', undefined, 2],
  ]);
  expect(cutAt(life, [])).toEqual(life);
});
