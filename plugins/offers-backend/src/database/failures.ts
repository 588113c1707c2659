/** SQLSTATE classes and driver codes that mean "not now": connection lost, shutting down, out of space. */
const NOT_NOW =
  /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|SQLITE_FULL|SQLITE_BUSY|SQLITE_READONLY|SQLITE_IOERR)/;

/** What the driver of PostgreSQL says, without a code, of a connection that broke under a statement or before it. */
const BROKEN = /(^|\s)Connection (terminated|ended)( unexpectedly)?$|is not queryable$/;

/** Whether an error says that the database cannot answer at the moment. */
export function isUnavailable(error: unknown): boolean {
  return (
    NOT_NOW.test(codeOf(error)) ||
    textOf(error, 'name') === 'KnexTimeoutError' ||
    BROKEN.test(textOf(error, 'message'))
  );
}

/** Whether an error says that a unique value exists already. */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error);
  if (code === '23505') return true;
  return (
    code.startsWith('SQLITE_CONSTRAINT') &&
    /UNIQUE|PRIMARY/i.test(`${code} ${textOf(error, 'message')}`)
  );
}

/** What stands for a list of rows that are not to be added: no JSON. */
export const OVERTAKEN = 'overtaken';

/** Whether SQLite says that rows were not added since somebody else changed the row that they depend on (`insertRowsIf`). */
export function wasOvertaken(error: unknown): boolean {
  return /malformed JSON/.test(textOf(error, 'message'));
}

/** The code that a database or its driver gives an error; empty where there is none. */
export function codeOf(error: unknown): string {
  return textOf(error, 'code');
}

/** The drivers' errors are not always instances of this realm's Error. */
function textOf(error: unknown, property: 'code' | 'message' | 'name'): string {
  if (typeof error !== 'object' || error === null) return '';
  return String(Reflect.get(error, property) ?? '');
}
