import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

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

/** SHA-256 of a text, in hex. @public */
export type Sha256 = (text: string) => string;

const sha256Hex: Sha256 = text => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * The hash of an entry: of what it says, and of the entry before it.
 * @param hash - another SHA-256, such as that of the platform, where many entries are hashed
 * @public
 */
export function auditHash(
  facts: AuditFacts,
  previousHash: string,
  hash: Sha256 = sha256Hex,
): string {
  const { seq, at, actor, surface, action, subjectKind, subjectId, reason, change } = facts;
  const said = [actor, surface, action, subjectKind, subjectId, reason, change];
  // A list of texts, whole numbers and null has one spelling only: this is its canonical JSON (RFC 8785).
  return hash(JSON.stringify([previousHash, seq, at, ...said]));
}

/** Where a log ends: the number and the hash of its last entry. @public */
export interface AuditHead {
  seq: number;
  hash: string;
}

/** The head of an empty log. @public */
export const AUDIT_START: AuditHead = { seq: 0, hash: AUDIT_GENESIS };

/**
 * Checks a log entry by entry, in the order of `seq` from the first, and remembers nothing but where it is:
 * a log of any length is checked in constant memory.
 * @public
 */
export class AuditChainCheck {
  private last: AuditHead = AUDIT_START;
  private touched: number | undefined;

  /**
   * @param hash - another SHA-256, such as that of the platform
   * @param noted - a head that was noted earlier: who rewrites a whole log cannot keep it
   */
  constructor(
    private readonly hash: Sha256 = sha256Hex,
    private readonly noted?: AuditHead,
  ) {}

  /** Looks at the next entry; false from the first one on that was touched, removed or put in. */
  next(link: AuditLink): boolean {
    if (this.touched !== undefined) return false;
    const { seq, hash } = link;
    const whole =
      seq === this.last.seq + 1 &&
      link.previousHash === this.last.hash &&
      hash === auditHash(link, this.last.hash, this.hash) &&
      (seq !== this.noted?.seq || hash === this.noted.hash);
    if (whole) this.last = { seq, hash };
    else this.broken();
    return whole;
  }

  /** Says that the next entry cannot be read at all. */
  broken(): void {
    this.touched ??= this.last.seq + 1;
  }

  /**
   * Says that nothing follows. Entries cut off at the end leave a whole chain; the head that is kept beside
   * the log still remembers them, and so does one that was noted.
   */
  ends(head: AuditHead = this.last): void {
    const { seq, hash } = this.last;
    if (head.seq !== seq || head.hash !== hash || seq < (this.noted?.seq ?? 0)) this.broken();
  }

  /** The first entry that is not as it was written; undefined as long as all are. */
  get firstTouched(): number | undefined {
    return this.touched;
  }

  /** The last entry that is as it was written. */
  get head(): AuditHead {
    return this.last;
  }
}
