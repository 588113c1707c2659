// npm test: everything, on a fresh clone as on an old one. The last line counts what passed.
// What is given after `--` goes to both runs of jest, for example: npm test -- -t "rule 4"
import { buildApp, needsAppBuild } from './lib/appBuild.mjs';
import { checkNode } from './lib/checks.mjs';
import { findChromium } from './lib/chromium.mjs';
import { closingLine, nothing, runJourneys, runPackageTests, sum } from './lib/jest.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { installAll } from './lib/prepare.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { spoken, step } from './lib/terminal.mjs';

async function prepare() {
  checkNode();
  await installAll();
  const { value: postgres } = await step('Starting PostgreSQL', startPostgres);
  return postgres;
}

/** Tests the packages; what the journeys need besides is built meanwhile, whenever a processor is idle. */
async function testAndBuild(env, args) {
  const built = needsAppBuild()
    ? buildApp({ ...process.env, NODE_ENV: 'production' }, { nice: 10 })
    : undefined;
  const [tests, build] = await Promise.allSettled([runPackageTests(env, args), built]);
  for (const { reason } of [tests, build]) if (reason) throw reason;
  return tests.value;
}

async function runAll(postgres, args) {
  const env = {
    ...process.env,
    CI: '1',
    NODE_ENV: 'test',
    OFFERDESK_CHROMIUM: findChromium(),
    OFFERDESK_TEST_POSTGRES: postgres.url,
    TZ: 'UTC',
  };
  let result = await testAndBuild(env, args);
  // A filter that picks unit tests alone leaves no journey to run.
  const filtered = args.length > 0 ? ['--passWithNoTests'] : [];
  result = sum(result, await runJourneys(env, [...args, ...filtered]));
  return result;
}

async function main() {
  const began = Date.now();
  let result = nothing;
  try {
    const postgres = await prepare();
    try {
      result = await runAll(postgres, process.argv.slice(2));
    } finally {
      await postgres.stop();
    }
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    result = sum(result, { ...nothing, failed: 1 });
  }
  console.log(`\nTests took ${spoken(Date.now() - began)}`);
  console.log(closingLine(result));
  return result.failed === 0 && result.passed > 0 ? 0 : 1;
}

await runMain(main);
process.exit();
