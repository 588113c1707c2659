import type { Knex } from 'knex';

/** A connection or a transaction: what a store's statements run on. */
export type Connection = Knex | Knex.Transaction;

/** A value that a statement is sent with. */
export type Value = string | number;

/** What a column is given, or lacks. */
export type Cell = Value | null;

/** Whether the database is SQLite. */
export function isSqlite(connection: Connection): boolean {
  return String(connection.client.config.client).includes('sqlite');
}
