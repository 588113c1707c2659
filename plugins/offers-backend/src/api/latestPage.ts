import { Latest } from '../database/latestFirst';
import { decodeCursor, encodeCursor } from './cursor';

/**
 * Where a page of what changed last begins; undefined for the first one.
 * @throws Refusal `invalid-input` when the cursor is not one of ours
 */
export function latestAfter(cursor: string | undefined): Latest | undefined {
  const [updatedAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  return updatedAt !== undefined && id !== undefined ? { updatedAt, id } : undefined;
}

/** The rows of a page of what was read of it with one row more, and the cursor of the next one where there is more. */
export function latestPage<T extends Latest>(
  rows: readonly T[],
  limit: number,
): { page: T[]; next: { nextCursor?: string } } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = last !== undefined && rows.length > limit;
  return { page, next: hasMore ? { nextCursor: encodeCursor([last.updatedAt, last.id]) } : {} };
}
