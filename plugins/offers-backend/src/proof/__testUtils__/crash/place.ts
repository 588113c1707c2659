import knexFactory from 'knex';
import { DatabaseKind, TestDatabase } from '../../../__testUtils__/databases';

/** A database that another process connects to. */
export interface Place {
  kind: DatabaseKind;
  connection: TestDatabase['connection'];
  /** the file that says what time it is */
  time: string;
  port: number;
  histories: number;
}

/** The database at a place, which somebody else made and will remove. */
export function databaseAt({ kind, connection }: Pick<Place, 'kind' | 'connection'>): TestDatabase {
  const pool = kind === 'pg' ? { min: 0, max: 5 } : { min: 1, max: 1 };
  return {
    connection,
    connect: () => knexFactory({ client: kind, connection, useNullAsDefault: true, pool }),
    destroy: async () => {},
  };
}
