/**
 * Measures Offerdesk as measures.md asks (P1 to P10 and P12; "health" is the managers' list by health), and prints a table.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/load/run.ts [options]
 *
 *   --offers 10000          how many offers are seeded, with three versions each (1000, 10000, 100000, 1000000)
 *   --entities <offers>     how many entities Backstage's catalogue gets for comparison (at most 100,000 unless told)
 *   --database sqlite3      sqlite3 or pg
 *   --postgres <url>        a PostgreSQL server; without it one is started
 *   --only P1,P3            the rows to measure (all)
 *   --turns 5               turns of each side; figures are medians over them
 *   --seconds 4             length of a turn
 *   --minutes 5             length of P12's mixed load (60 for the long form)
 *   --readers 12            people who ask
 *   --data .offerdesk/bench where the data is kept; seeded once for each database and size
 *   --prof                  writes a CPU profile of the backend there
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Bench } from './measure/bench';
import { Result, tableOf } from './measure/result';
import { scenarios } from './scenarios';
import { seeded } from './seed/seed';
import { people, readers } from './seed/world';
import { Place } from './stand/config';
import { startPostgres } from './stand/postgres';
import { Stand } from './stand/Stand';

const { values: options } = parseArgs({
  options: {
    offers: { type: 'string', default: '10000' },
    entities: { type: 'string' },
    database: { type: 'string', default: 'sqlite3' },
    postgres: { type: 'string' },
    only: { type: 'string' },
    turns: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    minutes: { type: 'string', default: '5' },
    readers: { type: 'string', default: '12' },
    data: { type: 'string', default: '.offerdesk/bench' },
    prof: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const offers = Number(options.offers);
  const entities = Number(options.entities ?? Math.min(offers, 100_000));
  const directory = resolve(options.data, `${options.database}-${offers}`);
  mkdirSync(directory, { recursive: true });
  const server =
    options.database === 'pg' && !options.postgres
      ? await startPostgres(resolve(options.data))
      : undefined;
  try {
    const place: Place =
      options.database === 'pg'
        ? { kind: 'pg', server: options.postgres ?? server?.url ?? '', prefix: `bench_${offers}_` }
        : { kind: 'sqlite3', directory: join(directory, 'db') };
    await seeded(place, directory, { offers, entities });
    await measure(place, directory, { offers, entities });
  } finally {
    await server?.stop();
  }
}

async function measure(place: Place, directory: string, amount: Bench['amount']): Promise<void> {
  const names = readers(Number(options.readers)).map(({ name }) => name);
  const member = people().find(({ groups }) => groups.includes('team-000'))?.name ?? '';
  const stand = await Stand.start(place, directory, [...names, member, 'carla', 'mia', 'otto'], {
    nodeFlags: options.prof ? ['--cpu-prof', '--cpu-prof-dir', directory] : [],
  });
  const results: Result[] = [];
  try {
    const bench: Bench = {
      stand,
      place,
      directory,
      amount,
      readers: await Promise.all(names.map(name => stand.signIn(name))),
      member: await stand.signIn(member),
      carla: await stand.signIn('carla'),
      mia: await stand.signIn('mia'),
      otto: await stand.signIn('otto'),
      turns: Number(options.turns),
      seconds: Number(options.seconds),
      minutes: Number(options.minutes),
    };
    const rows = options.only?.split(',') ?? Object.keys(scenarios);
    for (const row of rows) {
      const scenario = scenarios[row];
      if (!scenario)
        throw new Error(`There is no row ${row}; choose of ${Object.keys(scenarios)}.`);
      console.error(`${new Date().toISOString()} ${row}`);
      const found = await scenario(bench);
      results.push(...found);
      // A long run that is cut off has told what it found so far.
      for (const { figure, wanted, what, detail } of found) {
        console.error(`  ${what}: ${figure} (${wanted}) ${detail ?? ''}`);
      }
    }
  } finally {
    await stand.stop();
    const name = `results-${new Date().toISOString().replaceAll(':', '')}.json`;
    writeFileSync(join(directory, name), JSON.stringify({ options, results }, null, 2));
    console.log(`${place.kind}, ${amount.offers} offers, ${amount.entities} entities\n`);
    console.log(tableOf(results));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
