import knexFactory from 'knex';
import { TestDatabase } from '../../../__testUtils__/databases';

/** Where the backend finds its database and its time, and which channels it announces in. */
export interface BackendPlace {
  database: string;
  /** the file that says how far its clock is from that of the machine, ms */
  offset: string;
  channels: string[];
}

/** A database file; another process reads it too. */
export function fileDatabase(filename: string): TestDatabase {
  const connection = { filename };
  return {
    connection,
    connect: () =>
      knexFactory({
        client: 'better-sqlite3',
        connection,
        useNullAsDefault: true,
        pool: { min: 1, max: 1 },
      }),
    destroy: async () => {},
  };
}
