import type { Knex } from 'knex';
import { Row } from './bulk';

/** A query that finds nothing and changes nothing, whatever it is told. */
function nothing(): object {
  const query: object = new Proxy(Promise.resolve([]), {
    get(found, name) {
      const own: unknown = Reflect.get(found, name);
      if (typeof own === 'function') return own.bind(found);
      return () => query;
    },
  });
  return query;
}

/**
 * Looks like a transaction on an empty database to the backend's own stores, and hands the rows that they insert
 * to somebody else: what is seeded has the very form that the backend writes, at the speed of a bulk load.
 *
 * @param client - of the database that the rows are for, since some of them differ
 */
export function capturing(
  client: string,
  take: (table: string, rows: Row[]) => void,
): Knex.Transaction {
  const builder = (table: string) => ({
    insert(rows: Row | Row[]) {
      take(table, Array.isArray(rows) ? rows : [rows]);
      return nothing();
    },
    where: nothing,
  });
  // Only what the stores of the seed do comes here; anything else of knex fails at once, by its name.
  return Object.assign(builder, { client: { config: { client } } }) as unknown as Knex.Transaction;
}
