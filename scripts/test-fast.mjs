// npm run test:fast: unit tests on SQLite alone, for the person who writes. What is given after `--` goes to jest.
import { checkNode } from './lib/checks.mjs';
import { install, installProgress } from './lib/install.mjs';
import { closingLine, runPackageTests } from './lib/jest.mjs';
import { fromRoot } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { step } from './lib/terminal.mjs';
import { existsSync } from 'node:fs';

async function main() {
  checkNode();
  if (!existsSync(fromRoot('node_modules'))) {
    await step('Installing packages', install, { progress: installProgress });
  }
  const env = { ...process.env, CI: '1', NODE_ENV: 'test', TZ: 'UTC' };
  delete env.OFFERDESK_TEST_POSTGRES;
  const result = await runPackageTests(env, process.argv.slice(2));
  console.log(closingLine(result));
  return result.failed === 0 && result.passed > 0 ? 0 : 1;
}

await runMain(main);
