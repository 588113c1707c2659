import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, fromRoot, ROOT } from './paths.mjs';
import { runShown } from './run.mjs';

const RESULTS = join(DATA, 'test-results');

/** What a run of tests came to. */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

export const sum = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The closing line, in the form that machines read: `N passed, N failed`. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

function count(path, exitCode) {
  if (!existsSync(path)) return { ...nothing, failed: 1 };
  const result = JSON.parse(readFileSync(path, 'utf8'));
  // A file that cannot even be loaded has no tests to count, and must not pass for that.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

async function runJest(name, args, env) {
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, `${name}.json`);
  rmSync(path, { force: true });
  const all = [...args, '--json', `--outputFile=${path}`];
  const exitCode = await runShown(process.execPath, all, { cwd: ROOT, env });
  return count(path, exitCode);
}

/** Unit, contract and store tests of every package. */
export const runPackageTests = (env, extra = []) =>
  runJest(
    'packages',
    [
      fromRoot('node_modules/@backstage/cli/bin/backstage-cli'),
      'repo',
      'test',
      '--watchAll=false',
      `--config=${fromRoot('scripts/jest/packages.config.cjs')}`,
      '--maxWorkers=2',
      ...extra,
    ],
    env,
  );

/** The journeys: whole portals, each with a browser and a Slack workspace. Two at once, since they wait a lot. */
export const runJourneys = (env, extra = []) =>
  runJest(
    'journeys',
    [
      fromRoot('node_modules/jest/bin/jest.js'),
      '--config',
      fromRoot('test/jest.config.js'),
      '--maxWorkers=2',
      ...extra,
    ],
    env,
  );
