import knexFactory from 'knex';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
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

/** What the backend of a proof is told to do: to begin, to kill itself at a statement from then on, or what the scheduler would. */
export type Order =
  { do: 'open'; place: Place } | { do: 'die-at'; statement: number | undefined } | { do: 'sweep' };

/** The database at a place, which somebody else made and will remove. */
export function databaseAt({ kind, connection }: Pick<Place, 'kind' | 'connection'>): TestDatabase {
  const pool = kind === 'pg' ? { min: 0, max: 5 } : { min: 1, max: 1 };
  return {
    connection,
    connect: () => knexFactory({ client: kind, connection, useNullAsDefault: true, pool }),
    destroy: async () => {},
  };
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
