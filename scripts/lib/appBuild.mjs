import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fromRoot, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { runLogged } from './run.mjs';

// Beside what it vouches for: a build that fails takes both away.
const STAMP = fromRoot('packages/app/dist/.built-from');
const SKIP = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/** Everything that ends up in the web app's bundle, or in the configuration schema that is built into it. */
function sources() {
  const schemas = readdirSync(fromRoot('plugins')).map(name =>
    join('plugins', name, 'config.d.ts'),
  );
  return [
    'packages/app',
    'plugins/offers',
    'plugins/offers-common',
    'plugins/app-module-sample-people',
    'package-lock.json',
    'app-config.yaml',
    ...schemas,
  ].map(path => fromRoot(path));
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [path];
  }
  return entries
    .filter(entry => !SKIP.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .flatMap(entry =>
      entry.isDirectory() ? filesOf(join(path, entry.name)) : [join(path, entry.name)],
    );
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of sources().flatMap(filesOf).sort()) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether the built web app is missing or older in content than its sources. */
export function needsAppBuild() {
  return (
    !existsSync(fromRoot('packages/app/dist/index.html')) ||
    !existsSync(STAMP) ||
    readFileSync(STAMP, 'utf8') !== hashOfSources()
  );
}

/**
 * Builds the web app, which the backend serves.
 *
 * @param options `nice` lets others go first (1 to 19)
 */
export async function buildApp(env, { nice = 0 } = {}) {
  const hash = hashOfSources();
  const { code, output, logPath } = await runLogged(
    'build',
    process.execPath,
    [fromRoot('node_modules/@backstage/cli/bin/backstage-cli'), 'package', 'build'],
    { cwd: fromRoot('packages/app'), env, nice },
  );
  if (code !== 0) {
    const tail = output.trim().split('\n').slice(-25).join('\n');
    throw new Problem(
      `${tail}\n\nThe web app did not build: the reason is above, and in ${logPath}.`,
    );
  }
  writeFileSync(STAMP, hash);
}
