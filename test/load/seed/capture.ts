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
  const raw = (sql: string, [rows]: [string]) => {
    // Whatever is read is not there.
    if (sql.startsWith('insert into ')) take(...inserted(sql, rows));
    return nothing();
  };
  // Only what the stores of the seed do comes here; anything else of knex fails at once, by its name.
  return Object.assign(builder, {
    client: { config: { client } },
    raw,
  }) as unknown as Knex.Transaction;
}

/** What `insertRows` sends: the table and its columns in the statement, the rows as JSON. */
function inserted(sql: string, json: string): [table: string, rows: Row[]] {
  const [, table = '', columns = ''] = /^insert into (\w+) \(([^)]*)\)/.exec(sql) ?? [];
  const names = columns.replaceAll('"', '').split(', ');
  const rows: (Row | Row[string][])[] = JSON.parse(json);
  return [table, rows.map(row => (Array.isArray(row) ? named(names, row) : row))];
}

function named(names: readonly string[], values: readonly Row[string][]): Row {
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}
