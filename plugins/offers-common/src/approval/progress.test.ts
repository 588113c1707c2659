import fc from 'fast-check';
import { asking, aStep } from '../testing/asked';
import { seed } from '../testing/content';
import { CountedDecision, PlanApproval, Verdict } from './approval';
import { neededIn } from './asked';
import { approvalProgress, currentStep, ProgressInput, seatOf } from './progress';

const people = ['mia', 'ravi', 'rosa', 'olga'].map(name => `user:default/${name}`);
const [mia = '', ravi = '', rosa = '', olga = ''] = people;

const given = (decider: string, changes: Partial<CountedDecision> = {}): CountedDecision => ({
  decider,
  verdict: 'approve',
  contentHash: 'now',
  step: 'one',
  ...changes,
});

const one = aStep({ id: 'one', need: { count: 2 } });
const two = aStep({ id: 'two', need: 'any', openedAt: undefined });

const progress = (
  decisions: readonly CountedDecision[],
  changes: Partial<ProgressInput> = {},
): PlanApproval =>
  approvalProgress({
    asked: asking(one, two),
    currentHash: 'now',
    excluded: [],
    decisions,
    ...changes,
  });

describe('[rule 3] only decisions on this content count', () => {
  test('approvals of an earlier content do not', () => {
    const decisions = [given(mia, { contentHash: 'before' }), given(ravi)];
    expect(progress(decisions)).toMatchObject({ given: 1, required: 3, outcome: 'open' });
  });

  test('nor does a rejection of it', () => {
    const decisions = [given(mia, { verdict: 'reject', contentHash: 'before' })];
    expect(progress(decisions).outcome).toBe('open');
  });

  test('nor what somebody approved alone', () => {
    const breakGlass = { by: mia, at: '', reason: 'Fire', contentHash: 'before' };
    const asked = { ...asking(one), breakGlass };
    expect(progress([], { asked }).outcome).toBe('open');
    const now = { ...asking(one), breakGlass: { ...breakGlass, contentHash: 'now' } };
    expect(progress([], { asked: now })).toMatchObject({
      outcome: 'approved',
      given: 0,
      breakGlass: { by: mia, reason: 'Fire' },
    });
    expect(progress([], { asked: now, excluded: [mia] }).outcome).toBe('open');
  });
});

describe('how an approval ends', () => {
  const second = given(rosa, { step: 'two' });
  test.each<[string, CountedDecision[], PlanApproval['outcome']]>([
    ['too few', [given(mia)], 'open'],
    ['the first step alone', [given(mia), given(ravi)], 'open'],
    ['every step', [given(mia), given(ravi), second], 'approved'],
    [
      'a request for changes holds it up',
      [given(mia), given(ravi, { verdict: 'request-changes' })],
      'changes-requested',
    ],
    [
      'a rejection ends it, whoever approved',
      [given(mia), given(ravi), given(rosa, { step: 'two', verdict: 'reject' })],
      'rejected',
    ],
    [
      'a rejection weighs more than a request',
      [given(mia, { verdict: 'request-changes' }), given(ravi, { verdict: 'reject' })],
      'rejected',
    ],
  ])('%s', (_, decisions, outcome) => expect(progress(decisions).outcome).toBe(outcome));

  test('a plan of which nothing was asked is never approved', () => {
    expect(progress([given(mia)], { asked: asking() })).toMatchObject({
      required: 0,
      outcome: 'open',
    });
  });
});

test('steps say whose turn it is', () => {
  const states = (decisions: CountedDecision[]) =>
    progress(decisions).steps.map(({ state }) => state);
  expect(states([])).toEqual(['open', 'waiting']);
  expect(states([given(mia), given(ravi)])).toEqual(['met', 'open']);
  expect(states([given(mia), given(ravi), given(rosa, { step: 'two' })])).toEqual(['met', 'met']);
});

describe('how many are needed', () => {
  const needed = (need: typeof one.need, count: number, excluded: string[] = []) =>
    neededIn(
      { need, people: Array.from({ length: count }, (_, index) => `user:x/${index}`) },
      excluded,
    );

  test('any is one, a number is that number, all are all without those who had a part', () => {
    expect(needed('any', 5)).toBe(1);
    expect(needed({ count: 3 }, 5)).toBe(3);
    expect(needed('all', 5)).toBe(5);
    expect(needed('all', 5, ['user:x/0', 'user:x/9'])).toBe(4);
  });

  test.each([
    [50, 4, 2],
    [50, 5, 3],
    [51, 4, 3],
    [1, 5, 1],
    [100, 7, 7],
    [29, 100, 29],
    [33, 3, 1],
    [34, 3, 2],
    [100, 0, 1],
  ])('%i %% of %i people are %i: rounded up, never none', (percent, count, expected) => {
    expect(needed({ percent }, count)).toBe(expected);
  });

  test('a share is the least number of people that reaches it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 300 }),
        (percent, count) => {
          const least = needed({ percent }, count);
          expect(least * 100).toBeGreaterThanOrEqual(percent * count);
          expect((least - 1) * 100).toBeLessThan(percent * count);
        },
      ),
      { seed },
    );
  });
});

const verdicts = fc.constantFrom<Verdict>(
  'approve',
  'approve',
  'approve',
  'reject',
  'request-changes',
);
const person = fc.constantFrom(...people);
const arrivals = fc.array(
  fc
    .record({
      decider: person,
      verdict: verdicts,
      onBehalfOf: fc.option(person, { nil: undefined }),
      contentHash: fc.constantFrom('now', 'now', 'before'),
      step: fc.constantFrom('one', 'two'),
    })
    .map(({ onBehalfOf, ...rest }) => (onBehalfOf ? { ...rest, onBehalfOf } : rest)),
  { maxLength: 8 },
);

test('[rule 5] the progress depends neither on the order nor on the number of arrivals', () => {
  fc.assert(
    fc.property(arrivals, fc.subarray(people), (decisions, excluded) => {
      const now = progress(decisions, { excluded });
      expect(progress([...decisions].reverse(), { excluded })).toEqual(now);
      expect(progress([...decisions, ...decisions], { excluded })).toEqual(now);
    }),
    { seed },
  );
});

test('[rule 4] nobody counts twice, for themselves or as a stand-in, and no seat is taken twice', () => {
  fc.assert(
    fc.property(arrivals, decisions => {
      const approved = decisions.filter(
        each => each.contentHash === 'now' && each.verdict === 'approve',
      );
      const { steps } = progress(decisions);
      const total = steps.reduce((sum, step) => sum + step.given, 0);
      expect(total).toBeLessThanOrEqual(new Set(approved.map(({ decider }) => decider)).size);
      expect(total).toBeLessThanOrEqual(new Set(approved.map(seatOf)).size);
    }),
    { seed },
  );
});

test('[rule 4] who is excluded never counts, nor does anybody for them', () => {
  fc.assert(
    fc.property(arrivals, fc.subarray(people, { minLength: 1 }), (decisions, excluded) => {
      const without = decisions.filter(
        each => !excluded.includes(each.decider) && !excluded.includes(seatOf(each)),
      );
      expect(progress(decisions, { excluded })).toEqual(progress(without, { excluded }));
    }),
    { seed },
  );
});

test('the step whose turn it is is the first that is not met', () => {
  const turn = (decisions: CountedDecision[]) =>
    currentStep({ asked: asking(one, two), currentHash: 'now', excluded: [], decisions })?.id;
  expect(turn([given(mia)])).toBe('one');
  expect(turn([given(mia), given(ravi)])).toBe('two');
  expect(turn([given(mia), given(ravi), given(olga, { step: 'two' })])).toBeUndefined();
});
