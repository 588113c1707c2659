import type { Knex } from 'knex';

/** A connection or a transaction: what a store's statements run on. */
export type Connection = Knex | Knex.Transaction;
