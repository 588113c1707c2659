import { Browser, BrowserContext, chromium, Page } from 'playwright-core';

/** Chromium must neither leave this machine nor need more than root in a container gives. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium in which each person has a window of their own. */
export class People {
  private readonly contexts: BrowserContext[] = [];
  private constructor(
    private readonly browser: Browser,
    private readonly portal: () => string,
  ) {}

  /** @param portal - address of the portal, asked anew each time */
  static async start(portal: () => string): Promise<People> {
    const browser = await chromium.launch({
      executablePath: process.env.OFFERDESK_CHROMIUM ?? '/usr/bin/chromium',
      args: FLAGS,
    });
    return new People(browser, portal);
  }

  /** A person who enters the portal at a page. */
  async enter(fullName: string, path = '/offers'): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 1000 },
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    this.contexts.push(context);
    const page = await context.newPage();
    // Nothing outside this machine: pictures of the sample's cloud catalogue are on the internet.
    await page.route(
      url => url.hostname !== '127.0.0.1',
      route => route.abort(),
    );
    await page.goto(`${this.portal()}${path}`);
    await page.getByRole('button', { name: new RegExp(fullName) }).click();
    await page.getByRole('main').first().waitFor();
    return page;
  }

  /** A window on another page of this machine. */
  async openElsewhere(address: string): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1300, height: 1600 } });
    this.contexts.push(context);
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  /** Pictures of every open window, for who wants to know what went wrong. */
  async picture(directory: string): Promise<void> {
    const pages = this.contexts.flatMap(context => context.pages());
    for (const [index, page] of pages.entries()) {
      await page.screenshot({ path: `${directory}/window-${index}.png`, fullPage: true });
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.contexts.map(context => context.close()));
    await this.browser.close();
  }
}
