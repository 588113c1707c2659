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
//   node test/proof/run.mjs R10two --from v0.1.0             a release and an older one at work on one database, while the newer migrates
//   node test/proof/run.mjs R3 --runs 200                    faults between bots, Slack and portal
//   node test/proof/run.mjs R1bot --runs 200                 the same, with bots and backend killed
// On one kind of database: --on pg, --on sqlite3, --on better-sqlite3.
// OFFERDESK_TEST_POSTGRES=postgres://… adds PostgreSQL. What was counted is printed as the rows of docs/reliability.md.
// For so long at most, of what is asked for as much as it gets done (R1, R4, R6): --minutes 20.
// What takes hours is run in parts, each with a seed of its own, and goes on where it was stopped:
//   node test/proof/run.mjs R1bot --runs 20 --parts 10 --seed 1 --keep r1bot.jsonl     200 plans; a part that stands in the file is not run again
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { treeOf } from './releaseBefore.mjs';

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
  R10two: [`${PROOFS}/upgrade`],
  R3: [`${PROOFS}/slackFaults`],
  R1bot: [`${PROOFS}/slackFaults`],
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    on: { type: 'string' },
    parts: { type: 'string', default: '1' },
    keep: { type: 'string' },
    from: { type: 'string' },
    minutes: { type: 'string' },
  },
});
const [proof] = positionals;
const files = FILES[proof];
if (!files) {
  console.error(`Say which proof: ${Object.keys(FILES).join(', ')}`);
  process.exit(2);
}
const { runs, on, keep, from, minutes } = values;
const parts = Number(values.parts);
if (parts > 1 && !values.seed) {
  console.error('Say with --seed from which seed on: each part has its own.');
  process.exit(2);
}

if (proof === 'R10two' && !from) {
  console.error('Say with --from which commit or tag the older release is.');
  process.exit(2);
}
const before = from ? treeOf(ROOT, from) : undefined;

/** What a file of JSON Lines holds. */
function linesOf(file) {
  if (!file || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map(line => JSON.parse(line));
}

/** Runs the proof once; whether it held, and what it counted. */
function run(seed) {
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
        ...(proof === 'R1bot' ? { OFFERDESK_PROOF_KILLS: '1' } : {}),
        ...(before ? { OFFERDESK_PROOF_RELEASE_BEFORE: before.tree } : {}),
        ...(on ? { OFFERDESK_PROOF_DATABASE: on } : {}),
        ...(minutes ? { OFFERDESK_PROOF_MINUTES: minutes } : {}),
        ...(runs ? { OFFERDESK_PROOF_RUNS: runs } : {}),
        ...(seed ? { OFFERDESK_PROOF_SEED: seed } : {}),
      },
    },
  );
  const counted = linesOf(results);
  rmSync(folder, { recursive: true });
  return { holds: status === 0, counted };
}

/** A part, from the file where it stands there. */
function part(seed) {
  const asked = { proof, runs, on, seed, from, minutes };
  const key = JSON.stringify(asked);
  const kept = linesOf(keep).find(line => JSON.stringify(line.asked) === key);
  if (kept) return kept;
  const result = { asked, at: new Date().toISOString(), ...run(seed) };
  if (keep) appendFileSync(keep, `${JSON.stringify(result)}\n`);
  return result;
}

for (let number = 0; number < parts; number += 1) {
  const seed = parts > 1 ? String(Number(values.seed) + number) : values.seed;
  const { holds, counted } = part(seed);
  for (const { proof: name, kind, ...figures } of counted) {
    const told = Object.entries(figures).map(
      ([figure, value]) => `${figure} ${JSON.stringify(value)}`,
    );
    console.log(`| ${name} | ${kind} | ${told.join(', ')} |`);
  }
  if (!holds) process.exitCode = 1;
}
before?.remove();
