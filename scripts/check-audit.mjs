// Checks that no entry of the audit log was touched; needs no running portal.
//   node scripts/check-audit.mjs <database or export> [--head <number>:<hash>]
// The database is a file of SQLite or the address of PostgreSQL, the export a file of GET /audit/export without
// filters. Without it, OFFERDESK_AUDIT_LOG names it, so that an address with a password is not on the command line.
// --head is a head that was noted earlier: the log must still have that entry with that hash.
// Exits with 0 when the log is whole, 1 when an entry was touched, 2 when it could not be checked.
import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Problem } from './lib/problem.mjs';

const TRANSFORM = '@backstage/cli-node/config/nodeTransform.cjs';
const INSIDE = 'OFFERDESK_CHECK_AUDIT_INSIDE';
const USAGE = 'Usage: node scripts/check-audit.mjs <database or export> [--head <number>:<hash>]';

// The check is TypeScript: a second Node runs this file with the transform of the Backstage CLI.
if (process.env[INSIDE]) {
  process.exitCode = await main();
} else {
  const { status } = spawnSync(
    process.execPath,
    ['--require', TRANSFORM, fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { env: { ...process.env, [INSIDE]: '1' }, stdio: 'inherit' },
  );
  process.exitCode = status ?? 2;
}

async function main() {
  try {
    const { where, head } = readArguments();
    const found = await check(where, head);
    console.log(sentence(found));
    return found.whole ? 0 : 1;
  } catch (error) {
    console.error(`The log could not be checked: ${error.message}`);
    return 2;
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { head: { type: 'string' } },
    allowPositionals: true,
  });
  const where = positionals[0] ?? process.env.OFFERDESK_AUDIT_LOG;
  if (!where || positionals.length > 1) throw new Problem(USAGE);
  if (values.head === undefined) return { where };
  const [, seq, hash] = /^(\d{1,10}):([0-9a-f]{64})$/.exec(values.head) ?? [];
  if (!hash) throw new Problem(USAGE);
  return { where, head: { seq: Number(seq), hash } };
}

async function check(where, head) {
  const { checkLog, checkLines } = createRequire(import.meta.url)(
    '../plugins/offers-backend/src/audit/check',
  );
  const connection = connectionOf(where);
  if (!connection) return checkLines(createInterface({ input: createReadStream(where) }), head);
  const quiet = { warn() {}, error() {} };
  const knex = createRequire(import.meta.url)('knex')({ ...connection, log: quiet });
  try {
    return await checkLog(knex, head);
  } finally {
    await knex.destroy();
  }
}

/** How to connect to it, or nothing where it is a file of lines. */
function connectionOf(where) {
  if (/^postgres(ql)?:\/\//.test(where)) {
    return { client: 'pg', connection: where, pool: { min: 0, max: 1 } };
  }
  if (!beginsAsSqlite(where)) return undefined;
  return {
    client: 'sqlite3',
    connection: { filename: `${pathToFileURL(where)}?mode=ro`, flags: ['OPEN_URI'] },
    useNullAsDefault: true,
  };
}

function beginsAsSqlite(path) {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(16);
    readSync(file, start, 0, start.length, 0);
    return start.toString('latin1') === 'SQLite format 3\0';
  } finally {
    closeSync(file);
  }
}

function sentence({ whole, entries, firstTouched, head }) {
  const count = entries === 1 ? '1 entry' : `${entries} entries`;
  return whole
    ? `Whole: ${count}, head ${head.seq}:${head.hash}`
    : `Entry ${firstTouched} was touched. The ${count} before it ${entries === 1 ? 'is' : 'are'} whole.`;
}
