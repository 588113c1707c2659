import { hashJson } from '../content/contentHash';

/** What an audit entry says; the hash of an entry covers all of it and the hash before it (rule 12). @public */
export interface AuditFacts {
  /** 1, 2, 3… without a gap */
  seq: number;
  /** UTC instant */
  at: string;
  actor: string;
  surface: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  reason: string | null;
  /** what it changed, as JSON */
  change: string;
}

/** An audit entry with its place in the chain. @public */
export interface AuditLink extends AuditFacts {
  previousHash: string;
  hash: string;
}

/** The hash before the first entry. @public */
export const AUDIT_GENESIS = '0'.repeat(64);

/** The hash of an entry: of what it says, and of the entry before it. @public */
export function auditHash(facts: AuditFacts, previousHash: string): string {
  const { seq, at, actor, surface, action, subjectKind, subjectId, reason, change } = facts;
  return hashJson([
    previousHash,
    seq,
    at,
    actor,
    surface,
    action,
    subjectKind,
    subjectId,
    reason,
    change,
  ]);
}

/**
 * The first entry that was touched, removed or put in; undefined when the log is whole.
 * @param entries - in the order of `seq`, from the first
 * @public
 */
export function firstTouched(entries: Iterable<AuditLink>): number | undefined {
  let previousHash = AUDIT_GENESIS;
  let expected = 1;
  for (const entry of entries) {
    const whole =
      entry.seq === expected &&
      entry.previousHash === previousHash &&
      entry.hash === auditHash(entry, previousHash);
    if (!whole) return expected;
    previousHash = entry.hash;
    expected += 1;
  }
  return undefined;
}
