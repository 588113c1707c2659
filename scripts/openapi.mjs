// Keeps docs/openapi.json the document that the schemas of offers-common make.
//   node scripts/openapi.mjs            writes it
//   node scripts/openapi.mjs --check    fails when it differs
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TRANSFORM = '@backstage/cli-node/config/nodeTransform.cjs';
const INSIDE = 'OFFERDESK_OPENAPI_INSIDE';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'docs', 'openapi.json');

// The schemas are TypeScript: a second Node runs this file with the transform of the Backstage CLI.
if (process.env[INSIDE]) {
  run(process.argv.includes('--check'));
} else {
  const { status } = spawnSync(
    process.execPath,
    ['--require', TRANSFORM, fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: { ...process.env, [INSIDE]: '1' } },
  );
  process.exitCode = status ?? 1;
}

function run(check) {
  const { openApiDocument } = createRequire(import.meta.url)(
    '../plugins/offers-common/src/api/openapi',
  );
  const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  if (!check) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  } else if (read(target) !== text) {
    process.exitCode = 1;
    process.stderr.write(
      'docs/openapi.json is not the document that the schemas make: run "node scripts/openapi.mjs", look at what changed, and commit it.\n',
    );
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
