import fc from 'fast-check';
import { aPerson, asking, aStep } from '../testing/asked';
import { seed } from '../testing/content';
import { CountedDecision, Verdict } from './approval';
import { DecisionInput, DecisionRefusal, judgeDecision } from './decide';

const mia = aPerson('mia', 'release-managers');
const ravi = aPerson('ravi', 'release-managers');
const rosa = aPerson('rosa', 'release-managers');
const olga = aPerson('olga', 'operations');
const ada = aPerson('ada', 'engineers');
const NOW = '2026-12-01T10:00:00.000Z';

const twoSteps = asking(
  aStep({ need: { count: 2 } }),
  aStep({
    id: 'operations',
    approvers: ['group:default/operations'],
    people: [olga.ref],
    openedAt: undefined,
  }),
);

const decision = (changes: Partial<DecisionInput> = {}): DecisionInput => ({
  asked: twoSteps,
  decider: mia,
  standsInFor: [],
  excluded: ['user:default/carla'],
  planOpen: true,
  currentHash: 'now',
  decidedHash: 'now',
  verdict: 'approve',
  reason: undefined,
  surface: 'portal',
  decisions: [],
  at: NOW,
  ...changes,
});

const given = (decider: string, changes: Partial<CountedDecision> = {}): CountedDecision => ({
  decider,
  verdict: 'approve',
  contentHash: 'now',
  step: 'approval',
  ...changes,
});

const refusal = (changes: Partial<DecisionInput>): DecisionRefusal | undefined => {
  const judged = judgeDecision(decision(changes));
  return judged.ok ? undefined : judged.refusal;
};

const verdicts = fc.constantFrom<Verdict>('approve', 'reject', 'request-changes');

test('an approver who had no part in the change may decide, in the step whose turn it is', () => {
  expect(judgeDecision(decision())).toEqual({ ok: true, step: 'approval', onBehalfOf: undefined });
});

test('an approver may be named in person', () => {
  const asked = asking(aStep({ approvers: [ada.ref], people: [ada.ref] }));
  expect(refusal({ asked, decider: ada })).toBeUndefined();
});

describe('[rule 3] a decision counts for the content it was given on', () => {
  test('who saw another content is asked to look again', () => {
    expect(refusal({ decidedHash: 'before' })).toBe('content-changed');
  });

  test('after a change the same person may decide again', () => {
    expect(refusal({ decisions: [given(mia.ref, { contentHash: 'before' })] })).toBeUndefined();
  });
});

describe('[rule 4] who wrote a change cannot approve it', () => {
  test.each<[Verdict]>([['approve'], ['reject'], ['request-changes']])(
    'nor %s it, though an approver',
    verdict => {
      expect(refusal({ excluded: [mia.ref], verdict, reason: 'Because' })).toBe(
        'author-cannot-decide',
      );
    },
  );

  test('who is no approver cannot either', () => {
    expect(refusal({ decider: ada })).toBe('not-an-approver');
  });

  test('whatever else is so, an author is refused, also as a stand-in for whomever', () => {
    const inputs = fc.record({
      planOpen: fc.boolean(),
      decidedHash: fc.constantFrom('now', 'before'),
      verdict: verdicts,
      reason: fc.option(fc.string(), { nil: undefined }),
      standsInFor: fc.subarray([mia, olga, rosa]),
      decisions: fc.array(
        fc
          .tuple(fc.constantFrom(mia.ref, ravi.ref), verdicts)
          .map(([who, verdict]) => given(who, { verdict })),
      ),
    });
    fc.assert(
      fc.property(inputs, changes => {
        const excluded = ['user:default/x', ravi.ref];
        expect(refusal({ ...changes, decider: ravi, excluded })).toBe('author-cannot-decide');
      }),
      { seed },
    );
  });

  test('nobody decides for an author', () => {
    const standIn = { decider: ada, standsInFor: [mia], excluded: [mia.ref] };
    expect(refusal(standIn)).toBe('stand-in-for-author');
  });
});

describe('[rule 4] one person counts once', () => {
  test('over all steps of the plan', () => {
    const asked = asking(aStep(), aStep({ id: 'second', openedAt: undefined }));
    expect(refusal({ asked, decisions: [given(mia.ref)] })).toBe('already-decided');
    expect(refusal({ asked, decider: ravi, decisions: [given(mia.ref)] })).toBeUndefined();
  });

  test('also when they decided for somebody else before', () => {
    const decisions = [given(mia.ref, { onBehalfOf: rosa.ref })];
    expect(refusal({ decisions })).toBe('already-decided');
  });

  test('who stands in for one that has decided has nothing to decide for them, nor the other way round', () => {
    const forMia = { decider: ada, standsInFor: [mia] };
    expect(refusal({ ...forMia, decisions: [given(mia.ref)] })).toBe('already-decided');
    const decisions = [given(ada.ref, { onBehalfOf: mia.ref })];
    expect(refusal({ decisions })).toBe('already-decided');
  });

  test('what an author said for somebody takes nobody the word', () => {
    const decisions = [given(ada.ref, { onBehalfOf: mia.ref })];
    expect(refusal({ decisions, excluded: [ada.ref] })).toBeUndefined();
  });
});

describe('standing in', () => {
  test('one decides for whom one stands in for, and in their step', () => {
    expect(judgeDecision(decision({ decider: ada, standsInFor: [mia] }))).toEqual({
      ok: true,
      step: 'approval',
      onBehalfOf: mia.ref,
    });
  });

  test('one decides for oneself first', () => {
    expect(judgeDecision(decision({ decider: mia, standsInFor: [ravi] }))).toMatchObject({
      onBehalfOf: undefined,
    });
  });

  test('of several, the first by name whose word is not given yet, whatever the order', () => {
    const decisions = [given(ravi.ref)];
    for (const standsInFor of [
      [rosa, mia, ravi],
      [ravi, mia, rosa],
    ]) {
      expect(judgeDecision(decision({ decider: ada, standsInFor, decisions }))).toMatchObject({
        onBehalfOf: mia.ref,
      });
    }
  });

  test('for somebody who does not approve carries nothing', () => {
    expect(refusal({ decider: ada, standsInFor: [aPerson('ben', 'engineers')] })).toBe(
      'not-an-approver',
    );
  });
});

describe('[rule 5] N clicks make one decision', () => {
  test.each<[Verdict]>([['approve'], ['reject'], ['request-changes']])('after %s', verdict => {
    const decisions = [given(mia.ref, { verdict })];
    expect(refusal({ decisions, reason: 'Because' })).toBe('already-decided');
  });

  test('also when that decision has closed the plan: the answer stays the same', () => {
    const decisions = [given(mia.ref, { verdict: 'reject' })];
    expect(refusal({ decisions, planOpen: false })).toBe('already-decided');
  });
});

describe('steps come one after the other', () => {
  test('who approves in a later one waits, for each verdict', () => {
    for (const verdict of ['approve', 'reject', 'request-changes'] as const) {
      expect(refusal({ decider: olga, verdict, reason: 'x' })).toBe('not-your-turn');
    }
  });

  test('and decides when its turn has come; those of the step before have nothing left to decide', () => {
    const decisions = [given(mia.ref), given(ravi.ref)];
    expect(judgeDecision(decision({ decider: olga, decisions }))).toMatchObject({
      ok: true,
      step: 'operations',
    });
    expect(refusal({ decider: rosa, decisions })).toBe('not-your-turn');
  });

  test('a decision of all or of a share is that of those who were asked', () => {
    const asked = asking(aStep({ need: 'all' }));
    expect(refusal({ asked })).toBeUndefined();
    expect(refusal({ asked, decider: rosa })).toBe('not-your-turn');
  });
});

describe('time', () => {
  const asked = {
    ...asking(
      aStep({
        escalation: {
          afterHours: 24,
          approvers: ['group:default/operations'],
          people: [olga.ref],
        },
      }),
    ),
    expiresAt: '2026-12-08T09:00:00.000Z',
  };

  test.each<[string, string, DecisionRefusal | undefined]>([
    ['before', '2026-12-02T08:59:59.999Z', 'not-your-turn'],
    ['at', '2026-12-02T09:00:00.000Z', undefined],
  ])('%s the instant of the escalation', (_, at, expected) => {
    expect(refusal({ asked, decider: olga, at })).toBe(expected);
    expect(refusal({ asked, at })).toBeUndefined();
  });

  test.each<[string, string, DecisionRefusal | undefined]>([
    ['before', '2026-12-08T08:59:59.999Z', undefined],
    ['at', '2026-12-08T09:00:00.000Z', 'approval-expired'],
    ['after', '2027-01-01T00:00:00.000Z', 'approval-expired'],
  ])('%s the expiry', (_, at, expected) => {
    expect(refusal({ asked, at })).toBe(expected);
  });
});

describe('where and why', () => {
  test('what is to be decided in the portal is not decided in Slack', () => {
    const asked = asking(aStep({ decideIn: 'portal' }));
    expect(refusal({ asked, surface: 'slack' })).toBe('decide-in-portal');
    expect(refusal({ asked, surface: 'portal' })).toBeUndefined();
  });

  test('only what policy calls low-risk is decided together with others', () => {
    const low = asking(aStep({ lowRisk: true }));
    expect(refusal({ asked: low, inBatch: true })).toBeUndefined();
    expect(refusal({ asked: asking(aStep()), inBatch: true })).toBe('not-low-risk');
    expect(refusal({ asked: asking(aStep()) })).toBeUndefined();
  });

  test('whoever does not approve says why; white space is no reason', () => {
    expect(refusal({ verdict: 'reject' })).toBe('reason-missing');
    expect(refusal({ verdict: 'request-changes', reason: ' \n' })).toBe('reason-missing');
    expect(refusal({ verdict: 'reject', reason: 'Too dear' })).toBeUndefined();
  });

  test('a closed plan takes no decision, and one of which nothing was asked none either', () => {
    expect(refusal({ planOpen: false })).toBe('not-open');
    expect(refusal({ asked: asking() })).toBe('not-an-approver');
  });
});
