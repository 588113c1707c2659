/** What a statement is sent with. */
type Values = readonly unknown[];

/** What is longer, in characters, is sent by itself: SQLite takes texts of a million bytes, and keeps long statements prepared. */
const LONGEST = 60_000;

/** A write that gives nothing back but that it failed. */
const GIVES_NOTHING = /^\s*(insert into|update)\s(?![\s\S]*\breturning\b)/i;

const BEGIN = /^begin;?$/i;
export const COMMIT = /^commit;?$/i;
/** All of a transaction, not back to a point within it. */
const ROLLBACK = /^rollback;?$/i;

/**
 * Writes of the transaction of one connection to SQLite that wait for the next statement which has an answer: they are
 * sent together, as one text, since each statement that is sent by itself is a turn of SQLite's thread. What one of
 * them fails of, the statement that they went with fails of, so the transaction has no effect, as ever.
 */
export class HeldWrites {
  private held: string[] = [];
  private isWithin = false;

  /**
   * Keeps a write back.
   * @returns whether it did: else it has to be sent, behind those that are held
   */
  takes(sql: string, values: Values): boolean {
    if (!this.isWithin || !GIVES_NOTHING.test(sql)) return false;
    const text = withValues(sql, values);
    if (text === undefined || text.length > LONGEST) return false;
    this.held.push(text);
    return true;
  }

  /** What is held, to be sent before a statement; nothing where that takes it all back. It is held no longer. */
  before(sql: string): string {
    if (BEGIN.test(sql)) this.isWithin = true;
    if (COMMIT.test(sql) || ROLLBACK.test(sql)) this.isWithin = false;
    const writes = ROLLBACK.test(sql) ? [] : this.held;
    this.held = [];
    return writes.map(each => `${each};\n`).join('');
  }
}

/** A statement with its values written into it; undefined where one is none that can be written. */
function withValues(sql: string, values: Values): string | undefined {
  const parts = sql.split('?');
  if (parts.length !== values.length + 1) return undefined;
  const written = values.map(literal);
  if (written.includes(undefined)) return undefined;
  return parts.map((part, index) => (index === 0 ? part : `${written[index - 1]}${part}`)).join('');
}

/** SQLite reads a text to its first zero character, and whole numbers as whole. */
function literal(value: unknown): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== 'string' || value.includes('\0')) return undefined;
  return `'${value.replaceAll("'", "''")}'`;
}
