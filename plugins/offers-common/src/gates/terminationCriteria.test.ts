import { noticeBefore, replacementNeededAt, Termination } from '../plan/terminations';
import { terminationCriteria, TerminationFacts } from './terminationCriteria';

const RELEASE = '2026-12-01T09:00:00.000Z';

const termination = (changes: Partial<Termination> = {}): Termination => ({
  offerId: 'old',
  noticeAt: '2026-12-02T09:00:00.000Z',
  endsAt: '2027-01-31T23:00:00.000Z',
  endsZone: 'Europe/Amsterdam',
  noReplacement: 'Nobody uses it',
  subscriptions: { when: 'end' },
  reason: 'Too old',
  ...changes,
});

const lacking = (
  changes: Partial<Termination> = {},
  facts: Partial<TerminationFacts> = {},
): string[] =>
  terminationCriteria(
    {
      termination: termination(changes),
      title: 'Old',
      noticeDays: 30,
      replacementLive: undefined,
      dependants: [],
      ...facts,
    },
    RELEASE,
  )
    .filter(({ state }) => state === 'missing')
    .map(({ id, remedy }) => (/^[A-Z].+\.$/.test(remedy ?? '') ? id : `${id} without a remedy`));

test('an end with its notice, a reason and nothing that depends on it is complete', () => {
  expect(lacking()).toEqual([]);
});

test('asks for a replacement that is offered, or a reason for none', () => {
  expect(lacking({ noReplacement: undefined })).toEqual(['termination-replacement']);
  expect(lacking({ replacedBy: 'next' }, { replacementLive: false })).toEqual([
    'termination-replacement',
  ]);
  expect(lacking({ replacedBy: 'next' }, { replacementLive: true })).toEqual([]);
});

test('is not replaced by itself', () => {
  expect(lacking({ replacedBy: 'old' }, { replacementLive: true })).toEqual([
    'termination-replacement',
  ]);
});

test('needs its replacement from when subscriptions move to it', () => {
  const end = termination();
  const needed = (subscriptions: Termination['subscriptions']) =>
    replacementNeededAt({ ...end, subscriptions }, RELEASE);
  const at = '2027-01-10T00:00:00.000Z';
  expect(needed({ when: 'now' })).toEqual([RELEASE, end.endsAt]);
  expect(needed({ when: 'on-date', at })).toEqual([at, end.endsAt]);
  expect(needed({ when: 'consumer-chooses' })).toEqual([end.endsAt]);
});

test('holds the promised notice, counted from the release where that comes later', () => {
  expect(lacking({ noticeAt: '2027-01-01T23:00:00.000Z' })).toEqual([]);
  expect(lacking({ noticeAt: '2027-01-01T23:00:00.001Z' })).toEqual(['termination-notice']);
  expect(
    lacking({ noticeAt: '2026-01-01T00:00:00.000Z', endsAt: '2026-12-20T09:00:00.000Z' }),
  ).toEqual(['termination-notice']);
  expect(lacking({}, { noticeDays: undefined })).toEqual([]);
});

test('ends after its notice and after the release', () => {
  expect(lacking({ noticeAt: '2027-01-31T23:00:00.000Z' }, { noticeDays: 0 })).toEqual([
    'termination-end',
  ]);
  expect(lacking({ endsAt: RELEASE }, { noticeDays: 0 })).toContain('termination-end');
});

test('[rule 8] is stopped by a bundle that depends on it', () => {
  expect(lacking({}, { dependants: ['Starter kit'] })).toEqual(['termination-bundles']);
});

test('moves subscriptions to a replacement alone, and before the end', () => {
  expect(lacking({ subscriptions: { when: 'now' } }, { subscriptions: 7 })).toEqual([
    'termination-subscriptions',
  ]);
  const replaced = { replacedBy: 'next' };
  const live = { replacementLive: true };
  expect(lacking({ ...replaced, subscriptions: { when: 'now' } }, live)).toEqual([]);
  const on = (at: string) => ({ ...replaced, subscriptions: { when: 'on-date' as const, at } });
  expect(lacking(on('2027-01-31T23:00:00.000Z'), live)).toEqual([]);
  expect(lacking(on('2027-01-31T23:00:00.001Z'), live)).toEqual(['termination-subscriptions']);
  expect(lacking(on('2026-12-02T09:00:00.000Z'), live)).toEqual([]);
  expect(lacking(on('2026-12-02T08:59:59.999Z'), live)).toEqual(['termination-subscriptions']);
});

test('[rule 13] counts days of notice by the calendar of the zone, over a clock change too', () => {
  // Noon in Amsterdam on both days, with an hour of summer time in between.
  expect(noticeBefore('2027-04-10T10:00:00.000Z', 'Europe/Amsterdam', 30)).toBe(
    '2027-03-11T11:00:00.000Z',
  );
  expect(noticeBefore('2027-04-10T10:00:00.000Z', 'UTC', 30)).toBe('2027-03-11T10:00:00.000Z');
});
