import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { runLogged } from './run.mjs';

const readJson = path => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Whether node_modules differs from package-lock.json. Contents are compared, not times: npm writes the two files in either
 * order, and git sets times of its own.
 */
export function needsInstall() {
  const installedPath = fromRoot('node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return true;
  const installed = readJson(installedPath).packages;
  const wanted = readJson(fromRoot('package-lock.json')).packages;
  return Object.entries(wanted).some(([path, pkg]) => {
    if (!path.includes('node_modules/') || pkg.link) return false;
    const there = installed[path];
    // Packages for other platforms are optional, and rightly absent.
    return there ? there.version !== pkg.version : !pkg.optional;
  });
}

const COMPILER_NEEDED = /gyp ERR|node-gyp|prebuild-install|make: \*\*\*/;

function explain(log) {
  if (!COMPILER_NEEDED.test(log)) return undefined;
  return (
    'A database driver must be compiled here, and that failed. Install a C++ compiler, make and Python 3 ' +
    '(Debian and Ubuntu: apt-get install build-essential python3; macOS: xcode-select --install), then start again.'
  );
}

/** How far npm is, in words: it says nothing itself while it unpacks. */
export function installProgress() {
  try {
    return `${readdirSync(fromRoot('node_modules')).length} folders`;
  } catch {
    return undefined;
  }
}

/** Installs exactly what package-lock.json says. */
export async function install() {
  const { code, output, logPath } = await runLogged('install', npmCommand(), [
    'ci',
    // Also where NODE_ENV says production: what builds and tests is needed here.
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) {
    const tail = output.trim().split('\n').slice(-15).join('\n');
    throw new Problem(
      `${tail}\n\n${explain(output) ?? `npm ci failed: the reason is above, and in ${logPath}.`}`,
    );
  }
}

const npmCommand = () => (process.platform === 'win32' ? 'npm.cmd' : 'npm');
