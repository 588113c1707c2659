import { Browser, chromium, Page } from 'playwright-core';
import { FLAGS } from '../../support/browser';

/** A page that is waited for: its address, and what is there when it can be read. */
export interface Wanted {
  path: string;
  shown: string;
}

export const OFFERS: Wanted = { path: '/offers', shown: 'main a[href*="/offers/o/"]' };
/** Backstage's own; its page has no `main`. */
export const CATALOG: Wanted = { path: '/catalog', shown: 'table a[href*="/catalog/"]' };

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.OFFERDESK_CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });

/** A window of somebody who has signed in, whose browser keeps nothing of what it loads. */
export async function signedIn(
  browser: Browser,
  portal: string,
  name = 'Ada Keller',
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  // A portal that has only just begun, on a machine that others use, answers late.
  page.setDefaultTimeout(120_000);
  await page.route(
    url => url.hostname !== '127.0.0.1',
    route => route.abort(),
  );
  await page.goto(`${portal}/settings`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByText('Backstage Identity').first().waitFor();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  return page;
}

/** How long a page takes from its address to what can be read of it, in milliseconds. */
export async function timeTo(page: Page, portal: string, { path, shown }: Wanted): Promise<number> {
  await page.goto('about:blank');
  const began = performance.now();
  await page.goto(`${portal}${path}`, { waitUntil: 'commit' });
  await page.locator(shown).first().waitFor();
  return performance.now() - began;
}
