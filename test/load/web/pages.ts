import { AxeBuilder } from '@axe-core/playwright';
import { Browser, Page } from 'playwright-core';
import { basename } from 'node:path';
import { median } from '../measure/stats';
import { milliseconds, Result, times } from '../measure/result';
import { CATALOG, OFFERS, signedIn, timeTo } from './browse';
import { measureInteractions } from './interactions';
import { weigh } from './ownCode';

/** What a list has a row for each of. */
const ROWS = 'main li, main tr, main [role="row"]';

/** Whose pages are measured, and where. */
export interface Place {
  portal: string;
  /** who looks at them, as the page for entering names them */
  name: string;
  /** where the web app was built */
  dist: string;
}

/**
 * The catalogue page beside Backstage's own, in turns; what it loads, what is in its document, what axe says of it, how
 * far it shifts, and what interactions take.
 */
export async function measurePages(
  browser: Browser,
  { portal, name, dist }: Place,
  turns: number,
): Promise<Result[]> {
  const page = await signedIn(browser, portal, name);
  const loaded = loadedBy(page);
  const ours: number[] = [];
  const theirs: number[] = [];
  // Once each before it counts: the server compiles and reads what it then keeps.
  for (const wanted of [OFFERS, CATALOG]) await timeTo(page, portal, wanted);
  for (let turn = 0; turn < turns; turn += 1) {
    ours.push(await timeTo(page, portal, OFFERS));
    theirs.push(await timeTo(page, portal, CATALOG));
  }
  const [own, other] = [median(ours), median(theirs)];
  const results: Result[] = [
    {
      row: 'P13',
      what: "catalogue page to its first offer, beside Backstage's to its first entity",
      figure: times(own / other),
      wanted: '≤ 1×',
      reached: own <= other,
      detail: `${milliseconds(own)} beside ${milliseconds(other)}, medians of ${turns}`,
    },
  ];
  loaded.clear();
  await timeTo(page, portal, OFFERS);
  results.push(ownCodeOf(dist, loaded), await shiftOf(page));
  for (const [what, path] of Object.entries({
    'cards of the catalogue': '/offers',
    'table of the catalogue': '/offers?layout=table',
  })) {
    await timeTo(page, portal, { ...OFFERS, path });
    results.push(await rowsOf(page, what), await accessOf(page, what));
  }
  results.push(...(await measureInteractions(page, portal, turns)));
  await page.context().close();
  return results;
}

/** The names of the files that a page loads, from now on. */
function loadedBy(page: Page): Set<string> {
  const files = new Set<string>();
  page.on('response', answer => files.add(basename(new URL(answer.url()).pathname)));
  return files;
}

function ownCodeOf(dist: string, loaded: ReadonlySet<string>): Result {
  const { own, all } = weigh(dist, file => loaded.has(file));
  return {
    row: 'P13',
    what: 'our own code that the catalogue page loads, words and styles included',
    figure: `${(own / 1000).toFixed(1)} kB`,
    wanted: '≤ 60 kB',
    reached: own <= 60_000,
    detail: `of ${(all / 1000).toFixed(1)} kB in all`,
  };
}

/** How far what was shown has moved since the page was opened, as browsers score it (Layout Instability). */
async function shiftOf(page: Page): Promise<Result> {
  await page.waitForTimeout(2_000);
  const shift = await page.evaluate<number>(
    `new Promise(resolve => {
      let sum = 0;
      new PerformanceObserver(list => {
        for (const { value } of list.getEntries()) sum += value;
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(sum), 200);
    })`,
  );
  return {
    row: 'P13',
    what: 'layout shift of the catalogue page while it loads',
    figure: shift.toFixed(3),
    wanted: '≤ 0.1',
    reached: shift <= 0.1,
    detail: 'good by Core Web Vitals up to 0.1',
  };
}

async function rowsOf(page: Page, what: string): Promise<Result> {
  const rows = await page.locator(ROWS).count();
  return {
    row: 'P13',
    what: `rows in the document: ${what}`,
    figure: String(rows),
    wanted: '≤ 60',
    reached: rows <= 60,
  };
}

/** The share of axe's rules that hold, of those that concern the page. */
async function accessOf(page: Page, what: string): Promise<Result> {
  const { passes, violations } = await new AxeBuilder({ page }).analyze();
  const share = passes.length / (passes.length + violations.length);
  return {
    row: 'P13',
    what: `accessibility: ${what}`,
    figure: share.toFixed(2),
    wanted: '≥ 0.98',
    reached: share >= 0.98,
    detail: violations.map(({ id }) => id).join(', '),
  };
}
