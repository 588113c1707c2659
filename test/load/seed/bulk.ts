import knexFactory, { Knex } from 'knex';

/** What is used here of `better-sqlite3`, which brings no types. */
interface SqliteFile {
  pragma(text: string): unknown;
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

interface SqliteStatement {
  run(values: unknown[]): void;
  get(): unknown;
  all(): unknown[];
}

const BetterSqlite = require('better-sqlite3') as new (file: string) => SqliteFile;

/** A row, by column. */
export type Row = Record<string, string | number | boolean | null | undefined>;

/** Writes very many rows into one database. */
export interface Bulk {
  /** the client of knex for this kind of database */
  client: string;
  add(table: string, rows: readonly Row[]): Promise<void>;
  /**
   * Drops the indexes that only make reading faster; for a database that nobody uses. To make them of all rows at once is
   * faster than to add to them row by row.
   * @returns the statements that make them again
   */
  dropIndexes(): Promise<string[]>;
  /** Runs a statement after what was added so far. */
  run(sql: string): Promise<void>;
  /** The number that a statement gives as `count`. */
  count(sql: string): Promise<number>;
  close(): Promise<void>;
}

/** Rows that are sent to PostgreSQL at once. */
const BATCH = 4_000;

/** Opens a SQLite file of a backend that is stopped. */
export function sqliteBulk(file: string): Bulk {
  const db = new BetterSqlite(file);
  // A seed that is cut off is thrown away, so nothing has to reach the disk in order.
  for (const pragma of [
    'journal_mode = wal',
    'synchronous = off',
    'foreign_keys = off',
    // Indexes are filled in no order: what does not fit in here is written again and again.
    'cache_size = -1000000',
  ]) {
    db.pragma(pragma);
  }
  const prepared = new Map<string, SqliteStatement>();
  const insert = (table: string, row: Row) => {
    const columns = Object.keys(row).filter(column => row[column] !== undefined);
    const id = `${table} ${columns.join()}`;
    const statement =
      prepared.get(id) ??
      db.prepare(
        `insert or ignore into "${table}" (${columns.map(name => `"${name}"`).join()}) values (${columns
          .map(() => '?')
          .join()})`,
      );
    prepared.set(id, statement);
    statement.run(columns.map(column => row[column]));
  };
  db.exec('begin');
  return {
    client: 'sqlite3',
    async add(table, rows) {
      for (const row of rows) insert(table, row);
    },
    async dropIndexes() {
      const found = db.prepare(
        "select name, sql from sqlite_master where type = 'index' and upper(sql) like 'CREATE INDEX%'",
      );
      const indexes = found.all() as { name: string; sql: string }[];
      for (const { name } of indexes) db.exec(`drop index "${name}"`);
      return indexes.map(({ sql }) => sql);
    },
    async run(sql) {
      db.exec('commit');
      db.exec(sql);
      db.exec('begin');
    },
    async count(sql) {
      db.exec('commit');
      const row = db.prepare(sql).get();
      db.exec('begin');
      return (row as { count: number }).count;
    },
    async close() {
      db.exec('commit');
      db.pragma('wal_checkpoint(truncate)');
      db.close();
    },
  };
}

/** Opens a database of a PostgreSQL server. */
export function postgresBulk(server: string, database: string): Bulk {
  const url = new URL(server);
  url.pathname = `/${database}`;
  const knex = knexFactory({ client: 'pg', connection: url.toString(), pool: { min: 0, max: 1 } });
  const waiting = new Map<string, Row[]>();
  let sending: Promise<void> = Promise.resolve();
  const send = async (all: readonly [table: string, rows: Row[]][]) => {
    for (const [table, rows] of all) if (rows.length > 0) await insertAll(knex, table, rows);
  };
  /** Sends what waits, once what was sent before is there: the next rows are made meanwhile. */
  const sendNext = async () => {
    await sending;
    sending = send([...waiting]);
    // Who sends next, or runs anything, hears of it.
    sending.catch(() => {});
    for (const table of waiting.keys()) waiting.set(table, []);
  };
  const sendAll = async () => {
    await sendNext();
    await sending;
  };
  return {
    client: 'pg',
    async add(table, rows) {
      const list = waiting.get(table) ?? [];
      waiting.set(table, list);
      list.push(...rows);
      // In the order in which tables were first met, so that what is referred to comes first.
      if (list.length >= BATCH) await sendNext();
    },
    async dropIndexes() {
      const { rows } = await knex.raw<{ rows: { name: string; sql: string }[] }>(
        "select indexname as name, indexdef as sql from pg_indexes where schemaname = 'public' and indexdef like 'CREATE INDEX%'",
      );
      for (const { name } of rows) await knex.raw('drop index ??', [name]);
      return rows.map(({ sql }) => sql);
    },
    async run(sql) {
      await sendAll();
      await knex.raw(sql);
    },
    async count(sql) {
      await sendAll();
      const { rows } = await knex.raw<{ rows: { count: string }[] }>(sql);
      return Number(rows[0]?.count);
    },
    async close() {
      await sendAll();
      await knex.destroy();
    },
  };
}

async function insertAll(knex: Knex, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
    .map(name => `"${name}"`)
    .join();
  await knex.raw(
    `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", ?::json) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
