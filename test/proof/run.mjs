// The long forms of the proofs of the API; the short ones run with every `npm test`.
//   node test/proof/run.mjs R1 --runs 1000                 a backend that is killed at random instants, in histories
//   node test/proof/run.mjs R1points --runs 2                the same, killed at each statement of six uses until a run survives
//   node test/proof/run.mjs R2 --runs 100                  replicas that race for everything, with cut connections
//   node test/proof/run.mjs R4 --runs 100000 --seed 7        histories of many at once, against a model
//   node test/proof/run.mjs R5 --runs 100000 --seed 7        every operation, fuzzed
//   node test/proof/run.mjs R6 --runs 1000000                the access matrix, probes, two worlds
//   node test/proof/run.mjs R7 --runs 200                    a clock that jumps; every zone
//   node test/proof/run.mjs R8 --runs 10                     a PostgreSQL server that stops and comes back, for up to a minute
//   node test/proof/run.mjs R9                               options with a hostile schema
//   node test/proof/run.mjs R10                              each migration, up, down and up with data
//   node test/proof/run.mjs R3 --runs 200                    faults between bots, Slack and portal
//   node test/proof/run.mjs R1bot --runs 200                 the same, with bots and backend killed; both on one database: --on pg
// OFFERDESK_TEST_POSTGRES=postgres://… adds PostgreSQL. What was counted is printed as the rows of docs/reliability.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROOFS = 'plugins/offers-backend/src/proof';
const FILES = {
  R1: [`${PROOFS}/crash.test`],
  R1points: [`${PROOFS}/crashPoints`],
  R2: [`${PROOFS}/races`],
  R4: [`${PROOFS}/model`],
  R5: [`${PROOFS}/fuzz`],
  R6: [`${PROOFS}/accessMatrix`, `${PROOFS}/probes`],
  R7: [`${PROOFS}/clock`, 'plugins/offers-common/src/instant'],
  R8: [`${PROOFS}/restart`],
  R9: [`${PROOFS}/hostileOptions`],
  R10: [`${PROOFS}/migrations`],
  R3: [`${PROOFS}/slackFaults`],
  R1bot: [`${PROOFS}/slackFaults`],
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string' }, on: { type: 'string' } },
});
const files = FILES[positionals[0]];
if (!files) {
  console.error(`Say which proof: ${Object.keys(FILES).join(', ')}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'offerdesk-proof-'));
const results = join(folder, 'results.jsonl');
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli'),
    'repo',
    'test',
    '--watchAll=false',
    '--maxWorkers=1',
    ...files,
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      CI: '1',
      NODE_ENV: 'test',
      TZ: 'UTC',
      OFFERDESK_PROOF_RESULTS: results,
      ...(positionals[0] === 'R1bot' ? { OFFERDESK_PROOF_KILLS: '1' } : {}),
      ...(values.on ? { OFFERDESK_PROOF_DATABASE: values.on } : {}),
      ...(values.runs ? { OFFERDESK_PROOF_RUNS: values.runs } : {}),
      ...(values.seed ? { OFFERDESK_PROOF_SEED: values.seed } : {}),
    },
  },
);
const counted = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n') : [];
rmSync(folder, { recursive: true });
for (const line of counted) {
  const { proof, kind, ...figures } = JSON.parse(line);
  const told = Object.entries(figures).map(([name, figure]) => `${name} ${JSON.stringify(figure)}`);
  console.log(`| ${proof} | ${kind} | ${told.join(', ')} |`);
}
process.exitCode = status ?? 1;
