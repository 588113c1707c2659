import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import knexFactory from 'knex';
import { TestDatabase } from '../../../__testUtils__/databases';
import { freePort } from '../crash/place';

const SERVER = join(__dirname, '../../../../../../test/proof/postgresServer.mjs');

/** A PostgreSQL server of a proof's own, which it may take away. */
export interface OwnPostgres {
  database: TestDatabase;
  /** lets it stop at once, as a crash would, and come back after a while */
  restart(milliseconds: number): Promise<void>;
}

/** Starts one, with an empty database. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const port = await freePort();
  const child = fork(SERVER, [String(port)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  const connection = `postgres://postgres:offerdesk-test@127.0.0.1:${port}/postgres`;
  return {
    database: {
      connection,
      connect: () => knexFactory({ client: 'pg', connection, pool: { min: 0, max: 5 } }),
      destroy: () => told(child, { do: 'stop' }),
    },
    restart: milliseconds => told(child, { do: 'restart', milliseconds }),
  };
}

async function told(child: ChildProcess, order: object): Promise<void> {
  const done = once(child, 'message');
  child.send(order);
  await done;
}
