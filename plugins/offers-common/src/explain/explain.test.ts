import fc from 'fast-check';

import { isInAudience } from '../audience/audience';
import { accessSchema, Ring } from '../content/access';
import { EVERYONE } from '../refs';
import { seed } from '../testing/content';
import { TimedVersion, timelineOf } from '../timeline/timeline';
import { explain as explainTimeline } from './explain';
import { Viewer } from './viewer';

const instant = (hour: number) => new Date(Date.UTC(2026, 11, 1, hour)).toISOString();

const engineers = { allow: ['group:default/engineers'] };
const ada = {
  principals: ['user:default/ada', 'group:default/engineers'],
  zone: 'Europe/Amsterdam',
};
const otto = { principals: ['user:default/otto', 'group:default/contractors'] };

const explain = (versions: readonly TimedVersion[], viewer: Viewer, at: string) =>
  explainTimeline(timelineOf(versions), viewer, at);

const version = (changes: Partial<TimedVersion> = {}): TimedVersion => ({
  number: 1,
  validFrom: instant(8),
  validUntil: instant(18),
  access: accessSchema.parse({ see: engineers, order: engineers }),
  releases: [],
  members: [],
  ...changes,
});

const codes = (reasons: readonly { code: string; holds: boolean }[]) =>
  reasons.map(({ code, holds }) => `${code} ${holds ? 'holds' : 'fails'}`);

describe('the reasons, in the order in which people read them', () => {
  test('who may order, while it is offered', () => {
    const { visible, orderable, state, version: serving } = explain([version()], ada, instant(9));
    expect([state, serving]).toEqual(['available', 1]);
    expect(visible.answer).toBe(true);
    expect(orderable.answer).toBe(true);
    expect(orderable.reasons.map(({ sentence }) => sentence)).toEqual([
      'Version 1 is published.',
      'It is offered since 1 Dec 2026, 09:00 CET.',
      'It is offered until 1 Dec 2026, 19:00 CET.',
      'In the audience of this offer.',
      'Among those who may order it.',
    ]);
  });

  test('who may see but not order', () => {
    const access = accessSchema.parse({ see: engineers, order: { allow: ['user:default/ben'] } });
    const { visible, orderable } = explain([version({ access })], ada, instant(9));
    expect([visible.answer, orderable.answer]).toEqual([true, false]);
    expect(codes(orderable.reasons).at(-1)).toBe('may-order fails');
    expect(orderable.reasons.at(-1)?.sentence).toMatch(/Its owner can add/);
  });

  test('nothing published', () => {
    const { state, visible, orderable } = explain([], ada, instant(9));
    expect(state).toBe('draft');
    expect(codes(visible.reasons)).toEqual(['published fails']);
    expect(orderable).toEqual(visible);
  });

  test('before its time', () => {
    const { visible } = explain([version()], ada, instant(7));
    expect(codes(visible.reasons)).toEqual(['published holds', 'begun fails', 'may-see holds']);
    expect(visible.reasons[1]?.sentence).toBe('It is offered from 1 Dec 2026, 09:00 CET.');
  });

  test('after its end, and when it returns: the next of those ahead', () => {
    const versions = [
      version(),
      version({ number: 3, validFrom: instant(22) }),
      version({ number: 2, validFrom: instant(20), validUntil: instant(21) }),
    ];
    const { state, visible } = explain(versions, { principals: ada.principals }, instant(19));
    expect(state).toBe('scheduled');
    expect(visible.reasons.find(({ code }) => code === 'not-ended')).toEqual({
      code: 'not-ended',
      holds: false,
      sentence: 'It ended on 1 Dec 2026, 18:00 UTC. It returns on 1 Dec 2026, 20:00 UTC.',
    });
  });
});

describe('[rule 1] nothing a person may not see is visible to them', () => {
  test.each([
    ['outside the audience', otto, 9],
    ['before its time', ada, 7],
    ['at its end', ada, 18],
  ])('%s', (_, viewer, hour) => {
    const { visible, orderable } = explain([version()], viewer, instant(hour));
    expect([visible.answer, orderable.answer]).toEqual([false, false]);
  });

  test('at its first instant it can be ordered, with nothing in between', () => {
    const first = Date.UTC(2026, 11, 1, 8);
    const at = (ms: number) =>
      explain([version()], ada, new Date(ms).toISOString()).orderable.answer;
    expect([at(first - 1), at(first)]).toEqual([false, true]);
  });

  test('a deny wins over every allow', () => {
    const access = accessSchema.parse({
      see: { allow: [EVERYONE, 'user:default/ada'], deny: ['group:default/engineers'] },
      order: { allow: [EVERYONE] },
    });
    expect(explain([version({ access })], ada, instant(9)).visible.answer).toBe(false);
  });

  test('whoever may order may see', () => {
    const access = accessSchema.parse({ see: {}, order: { allow: [EVERYONE] } });
    expect(explain([version({ access })], ada, instant(9)).orderable.answer).toBe(false);
  });

  const principal = fc.constantFrom(EVERYONE, ...ada.principals, ...otto.principals);
  const audience = fc.record({
    allow: fc.uniqueArray(principal, { maxLength: 3 }),
    deny: fc.uniqueArray(principal, { maxLength: 1 }),
  });
  const versions = fc.array(
    fc.record({
      number: fc.integer({ min: 1, max: 9 }),
      validFrom: fc.integer({ min: 0, max: 20 }).map(instant),
      validUntil: fc.option(fc.integer({ min: 21, max: 23 }).map(instant), { nil: undefined }),
      access: fc.record({ see: audience, order: audience, rings: fc.constant<Ring[]>([]) }),
      releases: fc.constant([]),
      members: fc.constant([]),
    }),
    { maxLength: 4 },
  );

  test('an answer is yes exactly when every reason holds, and then the rule has been kept', () => {
    const viewers = fc.constantFrom(ada, otto);
    fc.assert(
      fc.property(versions, viewers, fc.integer({ min: 0, max: 23 }), (all, viewer, hour) => {
        const at = instant(hour);
        const { visible, orderable, version: number, state } = explain(all, viewer, at);
        expect(visible.answer).toBe(visible.reasons.every(({ holds }) => holds));
        expect(orderable.answer).toBe(orderable.reasons.every(({ holds }) => holds));
        const permitted = all.filter(
          found =>
            found.number === number &&
            found.validFrom <= at &&
            (found.validUntil === undefined || at < found.validUntil) &&
            isInAudience(found.access.see, viewer.principals),
        );
        expect(visible.answer && (permitted.length === 0 || state !== 'available')).toBe(false);
        expect(orderable.answer && !visible.answer).toBe(false);
      }),
      { seed, numRuns: 500 },
    );
  });
});
