/**
 * Measures the web app as measures.md asks (P13 and P14), and prints a table.
 *
 *   OFFERDESK_CHROMIUM=/usr/bin/chromium node --require @backstage/cli/config/nodeTransform.cjs test/load/web.ts [options]
 *
 *   --only weight,pages,start   what to measure (all)
 *   --turns 5                   turns of each side; figures are medians over them
 *   --data .offerdesk/web       where the builds and the data of the portals are kept
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Sample } from '../support/sample';
import { Result, tableOf } from './measure/result';
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

async function pages(turns: number): Promise<Result[]> {
  const sample = new Sample();
  const browser = await openBrowser();
  try {
    await sample.start();
    await fill(sample.portal);
    return await measurePages(browser, sample.portal, turns);
  } finally {
    await browser.close();
    await sample.stop();
  }
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
  buildOurs();
  const results: Result[] = [];
  if (built && wanted.has('weight')) results.push(...weightOf(built));
  // What was measured is not lost where a later part fails.
  if (results.length > 0) console.log(tableOf(results));
  if (wanted.has('pages')) results.push(...(await pages(turns)));
  if (built && wanted.has('start')) results.push(await starts(built, folder, turns));
  console.log(tableOf(results));
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
