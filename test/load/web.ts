/**
 * Measures the web app as measures.md asks (P13 and P14), and prints a table.
 *
 *   OFFERDESK_CHROMIUM=/usr/bin/chromium node --require @backstage/cli/config/nodeTransform.cjs test/load/web.ts [options]
 *
 *   --only weight,pages,start   what to measure (all)
 *   --turns 5                   turns of each side; figures are medians over them
 *   --offers 100000             pages among so many offers on SQLite (the sample's 51)
 *   --bench .offerdesk/bench    where run.ts keeps its data; what it has seeded there is used, else offers are seeded there
 *   --data .offerdesk/web       where the builds and the data of the portals are kept
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Browser } from 'playwright-core';
import { Sample } from '../support/sample';
import { Result, tableOf } from './measure/result';
import { seeded } from './seed/seed';
import { readers } from './seed/world';
import { Place } from './stand/config';
import { Stand } from './stand/Stand';
import { openBrowser } from './web/browse';
import { buildBoth, buildOurs, Built } from './web/builds';
import { weigh } from './web/ownCode';
import { measurePages } from './web/pages';
import { fill } from './web/sampleOffers';
import { measureStarts } from './web/starts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'weight,pages,start' },
    turns: { type: 'string', default: '5' },
    offers: { type: 'string' },
    bench: { type: 'string', default: '.offerdesk/bench' },
    data: { type: 'string', default: '.offerdesk/web' },
  },
});

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function weightOf(built: Built): Result[] {
  const [whole, without] = [weigh(built.with), weigh(built.without)];
  const first = whole.first - without.first;
  return [
    {
      row: 'P13',
      what: 'what the plugin adds to the first load',
      figure: kB(first),
      wanted: '≤ 8 kB',
      reached: first <= 8_000,
      detail: `${kB(whole.first)} beside ${kB(without.first)}; ${kB(whole.ownFirst)} our own`,
    },
    {
      row: 'P13',
      what: 'our own code in all chunks',
      figure: kB(whole.own),
      wanted: '≤ 60 kB',
      reached: whole.own <= 60_000,
      detail: `${kB(whole.ownOnce)} with each source once; all chunks ${kB(whole.all)} beside ${kB(without.all)}`,
    },
  ];
}

/** The pages of the sample, or among as many offers as were seeded by `run.ts`. */
async function pages(dist: string, turns: number): Promise<Result[]> {
  const browser = await openBrowser();
  try {
    return options.offers
      ? await pagesAmong(browser, dist, turns)
      : await pagesOfSample(browser, dist, turns);
  } finally {
    await browser.close();
  }
}

async function pagesOfSample(browser: Browser, dist: string, turns: number): Promise<Result[]> {
  const sample = new Sample();
  try {
    await sample.start();
    await fill(sample.portal);
    return await measurePages(browser, { portal: sample.portal, name: 'Ada Keller', dist }, turns);
  } finally {
    await sample.stop();
  }
}

async function pagesAmong(browser: Browser, dist: string, turns: number): Promise<Result[]> {
  const directory = resolve(options.bench, `sqlite3-${options.offers}`);
  const [reader] = readers(1);
  if (!reader) throw new Error('Nobody is there to look at pages.');
  const place = { kind: 'sqlite3', directory: join(directory, 'db') } as const;
  await seededOnce(place, directory);
  const stand = await Stand.start(place, directory, [reader.name], {
    env: { BENCH_WEB_APP: 'true' },
  });
  try {
    return await measurePages(browser, { portal: stand.address, name: reader.name, dist }, turns);
  } finally {
    await stand.stop();
  }
}

/** Entities of Backstage's own catalogue page, which shows a page of them: a few do. */
const FEW_ENTITIES = 1_000;

/**
 * Seeds the offers where nobody has. What `run.ts` left is taken as it is, whatever migrations and entities there were then:
 * the backend brings it up to date as it begins, and pages need no seed of minutes for that.
 */
async function seededOnce(place: Place, directory: string): Promise<void> {
  if (existsSync(join(directory, 'seeded-offers.json'))) return;
  await seeded(place, directory, { offers: Number(options.offers), entities: FEW_ENTITIES });
}

async function starts(built: Built, folder: string, turns: number): Promise<Result> {
  const browser = await openBrowser();
  try {
    return await measureStarts(browser, built, folder, turns);
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const folder = resolve(options.data);
  mkdirSync(folder, { recursive: true });
  const wanted = new Set(options.only.split(','));
  const turns = Number(options.turns);
  const built = wanted.has('weight') || wanted.has('start') ? buildBoth(folder) : undefined;
  const dist = buildOurs();
  const results: Result[] = [];
  if (built && wanted.has('weight')) results.push(...weightOf(built));
  // What was measured is not lost where a later part fails.
  if (results.length > 0) console.log(tableOf(results));
  if (wanted.has('pages')) results.push(...(await pages(dist, turns)));
  if (built && wanted.has('start')) results.push(await starts(built, folder, turns));
  console.log(tableOf(results));
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
