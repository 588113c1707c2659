import { accessSchema } from '../content/access';
import { explain } from '../explain/explain';
import { aVersion, hour } from '../testing/timeline';
import { isInRing, personSalt, ringBucket, ringLimit, ringSalt } from './ringBucket';
import { isRingToBeHeld, refuseRingAct, ringsInTheWay } from './ringRules';
import { ringWay } from './ringStages';
import { servedTo } from './serving';
import { RingEvent, timelineOf } from './timeline';

const OFFER = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';
const everyone = { allow: ['everyone'] };
const pilot = { name: 'Pilot', groups: ['group:default/payments'], holdHours: 2 };
const half = { name: 'Half', percent: 50 };
const ringed = (rings: object[]) => accessSchema.parse({ see: everyone, order: everyone, rings });
const next = aVersion({ number: 2, validFrom: hour(10), access: ringed([pilot, half]) });
const ada = { ref: 'user:default/ada', principals: ['group:default/payments'] };
const otto = { ref: 'user:default/otto', principals: [] };

const withEvents = (...ringEvents: RingEvent[]) =>
  timelineOf([aVersion(), next], { offerId: OFFER, ringEvents });
const event = (kind: RingEvent['kind'], at: number): RingEvent => ({
  number: 2,
  kind,
  at: hour(at),
});
const stages = (...events: RingEvent[]) =>
  ringWay(next, withEvents(...events)).stages.map(
    ({ from, ring, isHeld }) => `${from.slice(11, 16)} ${ring}${isHeld ? ' held' : ''}`,
  );

describe('the way through the rings', () => {
  test('goes on by itself after the hold time, and waits where there is none', () => {
    expect(stages()).toEqual(['10:00 0', '12:00 1']);
  });

  test('goes on at once when it is promoted, to everybody in the end', () => {
    expect(stages(event('promote', 11), event('promote', 13))).toEqual([
      '10:00 0',
      '11:00 1',
      '13:00 2',
    ]);
  });

  test('stands while it is held; resuming lets the hold time begin anew', () => {
    expect(stages(event('hold', 11), event('resume', 15))).toEqual([
      '10:00 0',
      '11:00 0 held',
      '15:00 0',
      '17:00 1',
    ]);
  });

  test('begins only when the version takes over', () => {
    const needy = { ...next, releases: [{ product: 'component:default/db', version: '2' }] };
    expect(ringWay(needy, timelineOf([needy])).stages).toEqual([]);
  });
});

describe('who is served what', () => {
  const number = (person: typeof ada, at: number, ...events: RingEvent[]) =>
    servedTo(withEvents(...events), person, hour(at))?.version.number;

  test('the ring gets the next version, everybody else goes on with the one before', () => {
    expect([number(ada, 10), number(otto, 10)]).toEqual([2, 1]);
    expect([number(ada, 20, event('promote', 13)), number(otto, 20, event('promote', 13))]).toEqual(
      [2, 2],
    );
  });

  test('rolling back gives everybody the version before', () => {
    expect(number(ada, 11, event('roll-back', 11))).toBe(1);
    expect(number(ada, 10.9, event('roll-back', 11))).toBe(2);
  });

  test('of a first version those outside the ring see nothing, and are told why when they may know', () => {
    const first = timelineOf([{ ...next, number: 1 }], { offerId: OFFER });
    const answer = explain(first, otto, hour(10));
    expect(answer.visible.answer).toBe(false);
    expect(answer.visible.reasons.find(({ holds }) => !holds)?.code).toBe('in-ring');
    expect(explain(first, ada, hour(10)).orderable.answer).toBe(true);
  });
});

describe('the drawing of lots', () => {
  const people = Array.from({ length: 5000 }, (_, index) => `user:default/person-${index}`);

  test('is stable: a person who was in stays in when the percentage grows', () => {
    const inAt = (percent: number) =>
      people.filter(ref => isInRing({ groups: [], percent }, OFFER, { ref, principals: [] }));
    const [ten, thirty] = [new Set(inAt(10)), new Set(inAt(30))];
    expect([...ten].every(ref => thirty.has(ref))).toBe(true);
    expect(ten.size / people.length).toBeCloseTo(0.1, 1);
    expect(thirty.size / people.length).toBeCloseTo(0.3, 1);
  });

  test('0 per cent lets nobody in, and 100 everybody', () => {
    const [ref = ''] = people;
    expect(isInRing({ groups: [], percent: 0 }, OFFER, { ref, principals: [] })).toBe(false);
    expect(
      people.every(each =>
        isInRing({ groups: [], percent: 100 }, OFFER, { ref: each, principals: [] }),
      ),
    ).toBe(true);
  });

  test('everyone in a ring is everybody, whatever its percentage', () => {
    const ring = { groups: ['everyone'], percent: 0 };
    expect(people.every(ref => isInRing(ring, OFFER, { ref, principals: [] }))).toBe(true);
  });

  test('is another one for each offer, in numbers that 64-bit integers hold', () => {
    const other = ringSalt('1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed');
    const buckets = people.map(ref => [
      ringBucket(ringSalt(OFFER), personSalt(ref)),
      ringBucket(other, personSalt(ref)),
    ]);
    expect(buckets.filter(([a, b]) => a === b).length).toBeLessThan(50);
    const largest = BigInt(Math.max(other.a, ringSalt(OFFER).a)) * 2_147_483_647n;
    expect(largest < 2n ** 63n).toBe(true);
  });
});

describe('what may be done with a ring', () => {
  const refusal = (act: RingEvent['kind'], at: number, ...events: RingEvent[]) =>
    refuseRingAct(withEvents(...events), next, act, hour(at));

  test.each([
    ['before it begins', refusal('promote', 9), /not begun/],
    [
      'when it is for everybody',
      refusal('hold', 14, event('promote', 13)),
      /for everybody already/,
    ],
    ['when it is held already', refusal('hold', 11.5, event('hold', 11)), /held already/],
    ['when it is not held', refusal('resume', 11), /not held/],
    ['after it was rolled back', refusal('promote', 12, event('roll-back', 11)), /rolled back/],
  ])('nothing %s', (_when, given, sentence) => expect(given).toMatch(sentence));

  test('a version without rings has none', () => {
    expect(refuseRingAct(withEvents(), aVersion(), 'promote', hour(11))).toBe(
      'This version has no rings.',
    );
  });

  test('promoting while it runs is allowed', () => {
    expect(refusal('promote', 11)).toBeUndefined();
  });

  test('[rule 7] a second version with rings waits until the first has gone through them', () => {
    const third = { access: ringed([half]) };
    expect(ringsInTheWay(withEvents(), third, hour(20))).toBe(2);
    expect(ringsInTheWay(withEvents(event('promote', 13)), third, hour(20))).toBeUndefined();
    expect(ringsInTheWay(withEvents(), { access: ringed([]) }, hour(20))).toBeUndefined();
  });
});

test('a ring lets in whom the rings before it let in, too', () => {
  const rings = [
    { groups: ['group:default/payments'], percent: 5 },
    { groups: ['group:default/search', 'group:default/payments'], percent: 0 },
    { groups: [], percent: 50 },
  ];
  expect([0, 1, 2, 3].map(index => ringLimit(rings, index))).toEqual([
    { groups: ['group:default/payments'], percent: 5 },
    { groups: ['group:default/payments', 'group:default/search'], percent: 5 },
    { groups: ['group:default/payments', 'group:default/search'], percent: 50 },
    undefined,
  ]);
});

describe('a ring holds by itself', () => {
  const watch = { atLeast: 10, failedPercent: 20 };
  test.each([
    [{ ended: 9, failed: 9 }, false],
    [{ ended: 10, failed: 1 }, false],
    [{ ended: 10, failed: 2 }, true],
    [{ ended: 50, failed: 9 }, false],
  ])('of %j: %s', (orders, held) => expect(isRingToBeHeld(orders, watch)).toBe(held));

  test('never before an order has failed, however strict it is', () => {
    const strict = { atLeast: 0, failedPercent: 0 };
    expect(isRingToBeHeld({ ended: 0, failed: 0 }, strict)).toBe(false);
    expect(isRingToBeHeld({ ended: 1, failed: 1 }, strict)).toBe(true);
  });
});
