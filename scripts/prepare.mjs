// Installs what `npm test` needs and is not here yet, and nothing else: what runs beside the tests can begin then.
import { checkNode } from './lib/checks.mjs';
import { installAll } from './lib/prepare.mjs';
import { runMain } from './lib/problem.mjs';

await runMain(async () => {
  checkNode();
  await installAll();
  return 0;
});
