import fc from 'fast-check';
import { seed } from '../testing/content';
import { approvalProgress, DecisionInput, mayDecide, refuseDecision, Verdict } from './approval';

const policy = { approvers: ['group:default/release-managers'], required: 2 };
const mia = { ref: 'user:default/mia', principals: ['group:default/release-managers'] };
const ravi = { ref: 'user:default/ravi', principals: ['group:default/release-managers'] };
const ada = { ref: 'user:default/ada', principals: ['group:default/engineers'] };

const decision = (changes: Partial<DecisionInput> = {}): DecisionInput => ({
  policy,
  decider: mia,
  excluded: ['user:default/carla'],
  planOpen: true,
  currentHash: 'now',
  decidedHash: 'now',
  verdict: 'approve',
  reason: undefined,
  decisions: [],
  ...changes,
});

const given = (decider: string, verdict: Verdict = 'approve', contentHash = 'now') => ({
  decider,
  verdict,
  contentHash,
});

test('an approver who had no part in the change may decide', () => {
  expect(refuseDecision(decision())).toBeUndefined();
  expect(mayDecide(decision())).toBe(true);
});

test('an approver may be named in person', () => {
  const named = { approvers: ['user:default/ada'], required: 1 };
  expect(refuseDecision(decision({ policy: named, decider: ada }))).toBeUndefined();
});

describe('[rule 3] a decision counts for the content it was given on', () => {
  test('who saw another content is asked to look again', () => {
    expect(refuseDecision(decision({ decidedHash: 'before' }))).toBe('content-changed');
  });

  test('after a change the same person may decide again', () => {
    const decisions = [given(mia.ref, 'approve', 'before')];
    expect(refuseDecision(decision({ decisions }))).toBeUndefined();
  });

  test('approvals of an earlier content do not count', () => {
    const decisions = [given(mia.ref, 'approve', 'before'), given(ravi.ref)];
    expect(approvalProgress(policy, 'now', decisions)).toEqual({
      given: 1,
      required: 2,
      outcome: 'open',
    });
  });

  test('nor does a rejection of it', () => {
    const decisions = [given(mia.ref, 'reject', 'before'), given(mia.ref), given(ravi.ref)];
    expect(approvalProgress(policy, 'now', decisions).outcome).toBe('approved');
  });
});

describe('[rule 4] who wrote a change cannot approve it', () => {
  test.each<[Verdict]>([['approve'], ['reject'], ['request-changes']])(
    'nor %s it, though an approver',
    verdict => {
      const authored = decision({
        decider: ravi,
        excluded: [ravi.ref],
        verdict,
        reason: 'Because',
      });
      expect(refuseDecision(authored)).toBe('author-cannot-decide');
      expect(mayDecide(authored)).toBe(false);
    },
  );

  test('who is no approver cannot either', () => {
    expect(refuseDecision(decision({ decider: ada }))).toBe('not-an-approver');
  });

  test('whatever else is so, an author is refused', () => {
    const verdicts = fc.constantFrom<Verdict>('approve', 'reject', 'request-changes');
    const inputs = fc.record({
      planOpen: fc.boolean(),
      decidedHash: fc.constantFrom('now', 'before'),
      verdict: verdicts,
      reason: fc.option(fc.string(), { nil: undefined }),
      decisions: fc.array(
        fc.tuple(fc.constantFrom(mia.ref, ravi.ref), verdicts).map(d => given(...d)),
      ),
    });
    fc.assert(
      fc.property(inputs, changes => {
        const authored = decision({
          ...changes,
          decider: ravi,
          excluded: ['user:default/x', ravi.ref],
        });
        expect(refuseDecision(authored)).toBe('author-cannot-decide');
      }),
      { seed },
    );
  });

  test('one person counts once, however often their approval arrives', () => {
    const decisions = [given(mia.ref), given(mia.ref), given(mia.ref)];
    expect(approvalProgress(policy, 'now', decisions)).toEqual({
      given: 1,
      required: 2,
      outcome: 'open',
    });
  });
});

describe('[rule 5] N clicks make one decision', () => {
  test.each<[Verdict]>([['approve'], ['reject'], ['request-changes']])('after %s', verdict => {
    const decisions = [given(mia.ref, verdict)];
    expect(refuseDecision(decision({ decisions, reason: 'Because' }))).toBe('already-decided');
  });

  test('also when that decision has closed the plan: the answer stays the same', () => {
    const decisions = [given(mia.ref, 'reject')];
    expect(refuseDecision(decision({ decisions, planOpen: false }))).toBe('already-decided');
  });

  test('the progress does not depend on the order or the number of arrivals', () => {
    const arrivals = fc.array(
      fc
        .tuple(
          fc.constantFrom(mia.ref, ravi.ref, ada.ref),
          fc.constantFrom<Verdict>('approve', 'reject', 'request-changes'),
          fc.constantFrom('now', 'before'),
        )
        .map(arrival => given(...arrival)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(arrivals, decisions => {
        const progress = approvalProgress(policy, 'now', decisions);
        expect(approvalProgress(policy, 'now', [...decisions].reverse())).toEqual(progress);
        expect(approvalProgress(policy, 'now', [...decisions, ...decisions])).toEqual(progress);
      }),
      { seed },
    );
  });
});

describe('how an approval ends', () => {
  test.each<[string, [string, Verdict][], string]>([
    ['too few', [[mia.ref, 'approve']], 'open'],
    [
      'enough',
      [
        [mia.ref, 'approve'],
        [ravi.ref, 'approve'],
      ],
      'approved',
    ],
    [
      'a request for changes holds it up',
      [
        [mia.ref, 'approve'],
        [ravi.ref, 'request-changes'],
      ],
      'changes-requested',
    ],
    [
      'a rejection ends it, whoever approved',
      [
        [mia.ref, 'approve'],
        [ravi.ref, 'approve'],
        [ada.ref, 'reject'],
      ],
      'rejected',
    ],
    [
      'a rejection weighs more than a request',
      [
        [mia.ref, 'request-changes'],
        [ravi.ref, 'reject'],
      ],
      'rejected',
    ],
  ])('%s', (_, decisions, outcome) => {
    const all = decisions.map(([decider, verdict]) => given(decider, verdict));
    expect(approvalProgress(policy, 'now', all).outcome).toBe(outcome);
  });

  test('whoever does not approve says why; white space is no reason', () => {
    expect(refuseDecision(decision({ verdict: 'reject' }))).toBe('reason-missing');
    expect(refuseDecision(decision({ verdict: 'request-changes', reason: ' \n' }))).toBe(
      'reason-missing',
    );
    expect(refuseDecision(decision({ verdict: 'reject', reason: 'Too dear' }))).toBeUndefined();
  });

  test('a closed plan takes no decision', () => {
    expect(refuseDecision(decision({ planOpen: false }))).toBe('not-open');
  });
});
