import { Refusal } from '../refusal';

/** A keyset cursor: the sort values of the last row of a page, unreadable to nobody and trusted by nobody. */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The sort values of a cursor.
 * @throws Refusal `invalid-input` when it is not one of ours
 */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value): value is string => typeof value === 'string' && !value.includes('\0'))
    ) {
      return values;
    }
  } catch {
    // Falls through to the refusal: what does not decode is not a cursor of ours.
  }
  throw new Refusal('invalid-input', {
    fields: [{ field: 'cursor', remedy: 'Use the cursor of the page before, unchanged' }],
  });
}
