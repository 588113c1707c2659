import { CDPSession, Page } from 'playwright-core';
import { median } from '../measure/stats';
import { milliseconds, Result } from '../measure/result';
import { OFFERS, timeTo } from './browse';
import { arm, Felt, feltOf, listen, until } from './felt';

/** What somebody does in the catalogue, and what is there when it has been done. */
interface Interaction {
  what: string;
  /** where it is pressed, found before anything is counted */
  at(page: Page): ReturnType<Page['locator']>;
  /** what is written there instead of pressing it: at once, as who pastes, or letter by letter; then the last letter counts */
  writes?: string;
  isTyped?: boolean;
  /** in JavaScript */
  done: string;
}

/** The address says what was asked for, and the list shows it instead of what was there before. */
const turnedTo = (part: string) =>
  `location.search.includes('${part}') && document.querySelector('main [aria-busy="false"]') && !document.querySelector('main [aria-busy="true"]')`;

const INTERACTIONS: readonly Interaction[] = [
  {
    what: 'a word is looked for',
    at: page => page.getByRole('searchbox').first(),
    writes: 'postgresql',
    done: turnedTo('q=postgresql'),
  },
  {
    what: 'the last letter of another word is typed',
    at: page => page.getByRole('searchbox').first(),
    writes: 'bucket',
    isTyped: true,
    done: turnedTo('q=bucket'),
  },
  {
    what: 'what was looked for is taken away',
    at: page => page.getByRole('searchbox').first(),
    writes: '',
    done: `!location.search.includes('q=') && ${turnedTo('')}`,
  },
  {
    what: 'the next page',
    at: page => page.getByRole('button', { name: 'Next page' }),
    done: turnedTo('cursor='),
  },
  {
    what: 'the table instead of cards',
    at: page => page.getByRole('radio', { name: 'Table' }),
    done: `document.querySelector('main table') && !document.querySelector('main [aria-busy="true"]')`,
  },
  {
    what: 'an offer is opened',
    at: page => page.locator(OFFERS.shown).first(),
    // Its first look with whether it can be ordered and what it costs.
    done: `document.querySelector('#short h4') && !document.querySelector('main #short [role="status"][aria-label]')`,
  },
];

/** How long the pointer rests on what it will press, so that what a page does for that counts too. */
const REST_MS = 100;

/** From one letter to the next of who types about 80 words a minute. */
const LETTER_MS = 150;

/** How long the page is looked at after an interaction was done, so that what follows it counts too. */
const AFTER_MS = 500;

/** What an interaction took, in milliseconds. */
interface Taken extends Felt {
  thread: number;
}

/**
 * What each interaction takes of the page's own thread: scripts, styles, layout and paint, from the pointer's coming to half a
 * second after what it shows. The processor's time of that thread is counted, so neither the network nor other programs are in
 * it. Beside it what a reader feels, by the clock.
 */
export async function measureInteractions(
  page: Page,
  portal: string,
  turns: number,
): Promise<Result[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = new Map<Interaction, Taken[]>(INTERACTIONS.map(each => [each, []]));
  const idle: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await timeTo(page, portal, OFFERS);
    await page.waitForTimeout(2 * AFTER_MS);
    await listen(page);
    idle.push(await idleTime(page, devtools));
    for (const interaction of INTERACTIONS) {
      taken.get(interaction)?.push(await take(page, devtools, interaction));
    }
  }
  await devtools.detach();
  return [...[...taken].flatMap(([each, times]) => resultsOf(each, times)), idleResult(idle)];
}

async function take(page: Page, devtools: CDPSession, interaction: Interaction): Promise<Taken> {
  const place = interaction.at(page);
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error(`Nothing to press for: ${interaction.what}`);
  const { writes, isTyped = false } = interaction;
  if (writes !== undefined) await begin(page, place, isTyped ? writes.slice(0, -1) : '');
  await page.waitForTimeout(isTyped ? LETTER_MS : AFTER_MS);
  const before = await threadTime(devtools);
  await arm(page);
  const done = until(page, interaction.done);
  if (writes === '') {
    await page.keyboard.press('Delete');
  } else if (writes !== undefined) {
    await page.keyboard.insertText(isTyped ? writes.slice(-1) : writes);
  } else {
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForTimeout(REST_MS);
    await page.mouse.down();
    await page.mouse.up();
  }
  await done;
  await page.waitForTimeout(AFTER_MS);
  const thread = (await threadTime(devtools)) - before;
  return { thread, ...(await feltOf(page)) };
}

/** Puts the focus there with all that stands there chosen, so that it is written over, and types what comes before what counts. */
async function begin(
  page: Page,
  place: ReturnType<Page['locator']>,
  letters: string,
): Promise<void> {
  await place.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(letters, { delay: LETTER_MS });
}

/** The same with nothing done: what the measuring itself and a page at rest take. */
async function idleTime(page: Page, devtools: CDPSession): Promise<number> {
  const before = await threadTime(devtools);
  await arm(page);
  await page.waitForTimeout(REST_MS + AFTER_MS);
  return (await threadTime(devtools)) - before;
}

const listed = (times: readonly number[]) => `${times.map(time => Math.round(time)).join(', ')} ms`;

function resultsOf({ what }: Interaction, all: readonly Taken[]): Result[] {
  const rows: [how: string, times: number[], most: number][] = [
    [`own thread of the page: ${what}`, all.map(({ thread }) => thread), 100],
    [`press to the next picture: ${what}`, all.map(({ toNextPaint }) => toNextPaint), 100],
    [`press to the answer, without the network: ${what}`, all.map(({ toAnswer }) => toAnswer), 100],
  ];
  return rows.map(([how, times, most]) => {
    const value = median(times);
    return {
      row: 'P13',
      what: how,
      figure: milliseconds(value),
      wanted: `≤ ${most} ms`,
      reached: value <= most,
      detail: listed(times),
    };
  });
}

function idleResult(times: readonly number[]): Result {
  return {
    row: 'P13',
    what: 'own thread of the page: nothing is done, measured in the same way',
    figure: milliseconds(median(times)),
    wanted: '–',
    reached: true,
    detail: listed(times),
  };
}

/** Milliseconds of the processor that the page's thread has taken for tasks. */
async function threadTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}
