// Keeps docs/schema.txt the schema that the migrations make on SQLite, so that a change of it is seen in a review.
// That PostgreSQL has the same tables and columns is a test (proof/migrations.test.ts).
//   node scripts/schema.mjs            writes it
//   node scripts/schema.mjs --check    fails when it differs
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TRANSFORM = '@backstage/cli-node/config/nodeTransform.cjs';
const INSIDE = 'OFFERDESK_SCHEMA_INSIDE';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const backend = join(root, 'plugins', 'offers-backend');
const target = join(root, 'docs', 'schema.txt');

// What reads a schema is TypeScript: a second Node runs this file with the transform of the Backstage CLI.
if (process.env[INSIDE]) {
  await run(process.argv.includes('--check'));
} else {
  const { status } = spawnSync(
    process.execPath,
    ['--require', TRANSFORM, fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: { ...process.env, [INSIDE]: '1' } },
  );
  process.exitCode = status ?? 1;
}

async function run(check) {
  const text = await schemaText();
  if (!check) {
    writeFileSync(target, text);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    process.exitCode = 1;
    process.stderr.write(
      'docs/schema.txt is not the schema that the migrations make: run "node scripts/schema.mjs", look at what changed, and commit it.\n',
    );
  }
}

async function schemaText() {
  const require = createRequire(import.meta.url);
  const { schemaOf } = require('../plugins/offers-backend/src/proof/__testUtils__/schemaOf');
  const knex = require('knex')({
    client: 'sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
  try {
    await knex.migrate.latest({ directory: join(backend, 'migrations') });
    const { tables, parts } = await schemaOf(knex);
    const blocks = Object.keys(tables)
      .sort()
      .map(name => [name, ...tables[name], ...(parts[name] ?? [])].join('\n  '));
    return `${blocks.join('\n\n')}\n`;
  } finally {
    await knex.destroy();
  }
}
