import type { Knex } from 'knex';
import { Row } from './bulk';

/**
 * Looks like a transaction to the backend's own stores, and hands the rows that they insert to somebody else:
 * what is seeded has the very form that the backend writes, at the speed of a bulk load.
 */
export function capturing(take: (table: string, rows: Row[]) => void): Knex.Transaction {
  const nothing = Object.assign(Promise.resolve([]), { ignore: async () => [] });
  const builder = (table: string) => ({
    insert(rows: Row | Row[]) {
      take(table, Array.isArray(rows) ? rows : [rows]);
      return Object.assign(Promise.resolve([]), { onConflict: () => nothing });
    },
  });
  // Only the inserts of the stores come here; anything else of knex fails at once, by its name.
  return builder as unknown as Knex.Transaction;
}
