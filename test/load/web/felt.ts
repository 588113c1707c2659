import { Page } from 'playwright-core';

/** What somebody feels of an interaction, in milliseconds. */
export interface Felt {
  /** from the press until the next picture after it, as browsers time events (Event Timing); the slowest of its events */
  toNextPaint: number;
  /** from the press until the picture with the answer, without the time that the network took */
  toAnswer: number;
}

/**
 * Listens in the page: when it was pressed, and when a condition holds and is painted. It hears of changes of the document and
 * never asks again and again, since asking is work of the thread that is measured.
 */
const LISTEN = `(() => {
  const felt = { pressed: undefined, painted: undefined, slowest: 0 };
  window.__felt = felt;
  const press = event => { felt.pressed ??= event.timeStamp; };
  for (const name of ['pointerdown', 'beforeinput']) addEventListener(name, press, { capture: true });
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime >= felt.pressed) felt.slowest = Math.max(felt.slowest, duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
  window.__arm = () => Object.assign(felt, { pressed: undefined, painted: undefined, slowest: 0 });
  window.__until = holds => new Promise(resolve => {
    const observer = new MutationObserver(look);
    function look() {
      if (felt.pressed === undefined || !holds()) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => {
        felt.painted = performance.now();
        resolve();
      }));
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
  window.__result = () => {
    const { pressed, painted, slowest } = felt;
    const waits = performance.getEntriesByType('resource')
      .filter(({ startTime, responseEnd }) => startTime >= pressed && responseEnd <= painted)
      .sort((one, other) => one.startTime - other.startTime);
    let network = 0;
    let until = pressed;
    for (const { startTime, responseEnd } of waits) {
      network += Math.max(0, responseEnd - Math.max(startTime, until));
      until = Math.max(until, responseEnd);
    }
    return { toNextPaint: slowest, toAnswer: painted - pressed - network };
  };
})()`;

/** Begins to listen, for as long as the document stands. */
export const listen = (page: Page): Promise<unknown> => page.evaluate(LISTEN);

/** The next press is the one that counts. */
export const arm = (page: Page): Promise<unknown> => page.evaluate('__arm(), undefined');

/** Until a condition, in JavaScript, holds and is painted, after a press. */
export const until = (page: Page, holds: string): Promise<unknown> =>
  page.evaluate(`__until(() => ${holds})`);

export const feltOf = (page: Page): Promise<Felt> => page.evaluate<Felt>('__result()');
