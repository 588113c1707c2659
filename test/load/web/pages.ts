import { AxeBuilder } from '@axe-core/playwright';
import { Browser, Page } from 'playwright-core';
import { median } from '../measure/stats';
import { milliseconds, Result, times } from '../measure/result';
import { CATALOG, OFFERS, signedIn, timeTo } from './browse';

/** What a list has a row for each of. */
const ROWS = 'main li, main tr, main [role="row"]';

/** The catalogue page beside Backstage's own, in turns; what is in its document; what axe says of it. */
export async function measurePages(
  browser: Browser,
  portal: string,
  turns: number,
): Promise<Result[]> {
  const page = await signedIn(browser, portal);
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
  for (const [what, path] of Object.entries({
    'cards of the catalogue': '/offers',
    'table of the catalogue': '/offers?layout=table',
  })) {
    await timeTo(page, portal, { ...OFFERS, path });
    results.push(await rowsOf(page, what), await accessOf(page, what));
  }
  await page.context().close();
  return results;
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
