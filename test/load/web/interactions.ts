import { CDPSession, Page } from 'playwright-core';
import { median } from '../measure/stats';
import { milliseconds, Result } from '../measure/result';
import { OFFERS, timeTo } from './browse';

/** What somebody does in the catalogue, and what is there when it has been done. */
interface Interaction {
  what: string;
  act(page: Page): Promise<void>;
  done(page: Page): Promise<void>;
}

/** Until the address says what was asked for, and the list shows it instead of what was there before. */
async function turnedTo(page: Page, address: RegExp): Promise<void> {
  await page.waitForURL(address);
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
  await page.locator('main [aria-busy="false"]').first().waitFor();
}

const INTERACTIONS: readonly Interaction[] = [
  {
    what: 'a word is looked for',
    act: page => page.getByRole('searchbox').first().fill('postgresql'),
    done: page => turnedTo(page, /[?&]q=postgresql/),
  },
  {
    what: 'the next page',
    act: page => page.getByRole('button', { name: 'Next page' }).click(),
    done: page => turnedTo(page, /[?&]cursor=/),
  },
  {
    what: 'the table instead of cards',
    act: page => page.getByRole('radio', { name: 'Table' }).click(),
    done: page => page.locator('main table').first().waitFor(),
  },
  {
    what: 'an offer is opened',
    act: page => page.locator(OFFERS.shown).first().click(),
    done: page => page.waitForURL(/\/offers\/o\//),
  },
];

/** How long the page is looked at after an interaction was done, so that what follows it counts too. */
const AFTER_MS = 500;

/**
 * What each interaction takes of the page's own thread: scripts, styles, layout and paint, from the press to what it
 * shows. The processor's time of that thread is counted, so neither the network nor other programs are in it.
 */
export async function measureInteractions(
  page: Page,
  portal: string,
  turns: number,
): Promise<Result[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = new Map<string, number[]>(INTERACTIONS.map(({ what }) => [what, []]));
  for (let turn = 0; turn < turns; turn += 1) {
    await timeTo(page, portal, OFFERS);
    await page.waitForTimeout(AFTER_MS);
    for (const { what, act, done } of INTERACTIONS) {
      const before = await threadTime(devtools);
      await act(page);
      await done(page);
      await page.waitForTimeout(AFTER_MS);
      taken.get(what)?.push((await threadTime(devtools)) - before);
    }
  }
  await devtools.detach();
  return [...taken].map(([what, times]) => {
    const value = median(times);
    return {
      row: 'P13',
      what: `own thread of the page: ${what}`,
      figure: milliseconds(value),
      wanted: '≤ 100 ms',
      reached: value <= 100,
      detail: `${times.map(time => Math.round(time)).join(', ')} ms`,
    };
  });
}

/** Milliseconds of the processor that the page's thread has taken for tasks. */
async function threadTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}
