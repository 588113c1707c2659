import fc from 'fast-check';
import { seed } from '../testing/content';
import { hashJson } from '../content/contentHash';
import { AUDIT_GENESIS, AuditChainCheck, AuditFacts, auditHash, AuditLink } from './chain';

const text = fc.string({ unit: 'binary', maxLength: 20 });

const facts: fc.Arbitrary<Omit<AuditFacts, 'seq'>> = fc.record({
  at: fc.constantFrom('2026-12-01T08:00:00.000Z', '2026-12-02T08:00:00.000Z'),
  actor: text,
  surface: fc.constantFrom('portal', 'slack'),
  action: text,
  subjectKind: text,
  subjectId: text,
  reason: fc.option(text),
  change: fc.json(),
});

/** A whole log of these entries. */
function logOf(entries: readonly Omit<AuditFacts, 'seq'>[]): AuditLink[] {
  return entries.reduce<AuditLink[]>((log, entry) => {
    const previousHash = log.at(-1)?.hash ?? AUDIT_GENESIS;
    const numbered = { ...entry, seq: log.length + 1 };
    return [...log, { ...numbered, previousHash, hash: auditHash(numbered, previousHash) }];
  }, []);
}

/** What the check finds in a log that it is shown entry by entry. */
function firstTouched(log: readonly AuditLink[]): number | undefined {
  const check = new AuditChainCheck();
  log.forEach(link => check.next(link));
  return check.firstTouched;
}

const logs = fc.array(facts, { minLength: 1, maxLength: 8 }).map(logOf);
const place = fc.nat({ max: 7 });

/** The log with its entry at a place, and which one that is. */
function pick(log: readonly AuditLink[], index: number): [AuditLink, number] {
  const at = index % log.length;
  const entry = log[at];
  if (!entry) throw new Error('the log is empty');
  return [entry, at];
}

test('[rule 12] a whole log is whole, also an empty one and each beginning of it', () => {
  fc.assert(
    fc.property(logs, place, (log, index) => {
      expect(firstTouched(log)).toBeUndefined();
      expect(firstTouched(log.slice(0, index))).toBeUndefined();
    }),
    { seed },
  );
});

test.each<keyof AuditLink>([
  'at',
  'actor',
  'surface',
  'action',
  'subjectKind',
  'subjectId',
  'reason',
  'change',
  'previousHash',
  'hash',
])('[rule 12] an entry whose %s was touched is found', field => {
  fc.assert(
    fc.property(logs, place, text, (log, index, value) => {
      const [entry, at] = pick(log, index);
      fc.pre(entry[field] !== value);
      expect(firstTouched(log.with(at, { ...entry, [field]: value }))).toBe(at + 1);
    }),
    { seed },
  );
});

test('[rule 12] a touched entry is found even when its own hash was made anew', () => {
  fc.assert(
    fc.property(logs, place, text, (log, index, actor) => {
      const [entry, at] = pick(log, index);
      fc.pre(entry.actor !== actor && at < log.length - 1);
      const forged = { ...entry, actor };
      const hashed = { ...forged, hash: auditHash(forged, entry.previousHash) };
      expect(firstTouched(log.with(at, hashed))).toBe(at + 2);
    }),
    { seed },
  );
});

test('[rule 12] a removed entry is found, at its place', () => {
  fc.assert(
    fc.property(logs, place, (log, index) => {
      const [, at] = pick(log, index);
      fc.pre(at < log.length - 1);
      expect(firstTouched(log.toSpliced(at, 1))).toBe(at + 1);
    }),
    { seed },
  );
});

test('[rule 12] entries that changed places are found', () => {
  fc.assert(
    fc.property(logs, place, place, (log, one, other) => {
      const [a, i] = pick(log, one);
      const [b, j] = pick(log, other);
      fc.pre(i < j);
      expect(firstTouched(log.with(i, b).with(j, a))).toBe(i + 1);
    }),
    { seed },
  );
});

test('[rule 12] an entry that was put in is found', () => {
  fc.assert(
    fc.property(logs, place, (log, index) => {
      const [entry, at] = pick(log, index);
      expect(firstTouched(log.toSpliced(at, 0, { ...entry }))).toBe(at + 2);
    }),
    { seed },
  );
});

test('[rule 12] a number that is left out is found, though every hash is right', () => {
  const entry = {
    at: '2026-12-01T08:00:00.000Z',
    actor: 'user:default/carla',
    surface: 'portal',
    action: 'offer.create',
    subjectKind: 'offer',
    subjectId: 'a',
    reason: null,
    change: '{}',
  };
  const second = { ...entry, seq: 2 };
  const hash = auditHash(second, AUDIT_GENESIS);
  expect(firstTouched([{ ...second, previousHash: AUDIT_GENESIS, hash }])).toBe(1);
});

test('[rule 12] what one field says cannot be moved into the next without being found', () => {
  const [entry] = logOf([
    {
      at: '',
      actor: 'ab',
      surface: 'c',
      action: '',
      subjectKind: '',
      subjectId: '',
      reason: null,
      change: '{}',
    },
  ]);
  expect(entry && firstTouched([{ ...entry, actor: 'a', surface: 'bc' }])).toBe(1);
  expect(entry && firstTouched([{ ...entry, reason: '' }])).toBe(1);
});

test('[rule 12] entries cut off at the end are found by the head that was kept', () => {
  fc.assert(
    fc.property(logs, place, (log, index) => {
      const [last] = pick(log, log.length - 1);
      const [, kept] = pick(log, index);
      const check = new AuditChainCheck();
      log.slice(0, kept).forEach(link => check.next(link));
      check.ends(last);
      expect(check.firstTouched).toBe(kept + 1);
      const whole = new AuditChainCheck();
      log.forEach(link => whole.next(link));
      whole.ends(last);
      expect([whole.firstTouched, whole.head]).toEqual([
        undefined,
        { seq: last.seq, hash: last.hash },
      ]);
    }),
    { seed },
  );
});

test('[rule 12] what comes after a touched entry makes nothing whole again', () => {
  fc.assert(
    fc.property(logs, logs, (log, other) => {
      const [first] = pick(log, 0);
      const check = new AuditChainCheck();
      expect(check.next({ ...first, actor: `${first.actor}!` })).toBe(false);
      expect(other.map(link => check.next(link))).toEqual(other.map(() => false));
      expect([check.firstTouched, check.head.seq]).toEqual([1, 0]);
    }),
    { seed },
  );
});

test('[rule 12] the hash is that of the canonical JSON of what an entry says', () => {
  fc.assert(
    fc.property(facts, fc.nat(), (entry, seq) => {
      const { at, actor, surface, action, subjectKind, subjectId, reason, change } = entry;
      const said = [actor, surface, action, subjectKind, subjectId, reason, change];
      expect(auditHash({ ...entry, seq }, AUDIT_GENESIS)).toBe(
        hashJson([AUDIT_GENESIS, seq, at, ...said]),
      );
    }),
    { seed },
  );
});

test('[rule 12] a log that was rewritten as a whole is found by a head that was noted', () => {
  fc.assert(
    fc.property(logs, place, (log, index) => {
      const [{ seq, hash }] = pick(log, index);
      const found = (noted: { seq: number; hash: string }, shown: readonly AuditLink[]) => {
        const check = new AuditChainCheck(undefined, noted);
        shown.forEach(link => check.next(link));
        check.ends();
        return check.firstTouched;
      };
      expect(found({ seq, hash }, log)).toBeUndefined();
      const rewritten = logOf(log.map(link => ({ ...link, actor: `${link.actor}!` })));
      expect(found({ seq, hash }, rewritten)).toBe(seq);
      expect(found({ seq, hash }, log.slice(0, seq - 1))).toBe(seq);
    }),
    { seed },
  );
});
