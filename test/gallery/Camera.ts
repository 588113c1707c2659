import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser, chromium, Locator, Page } from 'playwright-core';
import { FLAGS } from '../support/browser';
import { ids, Name } from '../journeys/slack/World';

/** Tall enough that a whole form is seen at once. */
const SIZE = { width: 1100, height: 2600 };

/** Takes pictures of the workspace as one person after the other sees it, and writes down the words of each. */
export class Camera {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly directory: string,
  ) {}

  /**
   * @param slack - address of the workspace
   * @param directory - where pictures and words are put
   */
  static async open(slack: string, directory: string): Promise<Camera> {
    mkdirSync(directory, { recursive: true });
    const browser = await chromium.launch({
      executablePath: process.env.OFFERDESK_CHROMIUM ?? '/usr/bin/chromium',
      args: FLAGS,
    });
    const page = await browser.newPage({ viewport: SIZE });
    page.setDefaultTimeout(10_000);
    await page.goto(slack);
    // A form that is open lies over what else there is to see.
    await page.addStyleTag({ content: 'body:not(.form) .modal-overlay { display: none }' });
    return new Camera(browser, page, directory);
  }

  /** A message that has some words, the latest of a channel; `offerdesk` is the conversation with the bot. */
  async message(name: string, who: Name, channel: string, words: string): Promise<string> {
    await this.goTo(who, channel);
    const message = this.page.locator('.messages .msg').filter({ hasText: words }).last();
    return this.shoot(name, message);
  }

  /** The latest message of a channel. */
  async latest(name: string, who: Name, channel: string): Promise<string> {
    await this.goTo(who, channel);
    return this.shoot(name, this.page.locator('.messages .msg').last());
  }

  /** The thread of a message that has some words. */
  async thread(name: string, who: Name, channel: string, words: string): Promise<string> {
    await this.goTo(who, channel);
    const message = this.page.locator('.messages .msg').filter({ hasText: words }).last();
    await message
      .getByText(/repl(y|ies)/)
      .last()
      .click();
    await this.page.waitForTimeout(700);
    return this.window(name);
  }

  /** The form that is open. */
  async modal(name: string): Promise<string> {
    const shown = (is: boolean) => document.body.classList.toggle('form', is);
    await this.page.evaluate(shown, true);
    const words = await this.shoot(name, this.page.locator('.modal').last());
    await this.page.evaluate(shown, false);
    return words;
  }

  /** The whole window. */
  async window(name: string): Promise<string> {
    return this.shoot(name, this.page.locator('.body'));
  }

  /** The Home tab of the bot. */
  async home(name: string, who: Name): Promise<string> {
    await this.goTo(who, 'offerdesk');
    await this.page.waitForTimeout(2500);
    return this.shoot(name, this.page.locator('.main'));
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private async goTo(who: Name, channel: string): Promise<void> {
    await this.page.locator('.actas select').selectOption(ids[who]);
    await this.page.locator('.sidebar-item').filter({ hasText: channel }).first().click();
    await this.page.waitForTimeout(400);
  }

  private async shoot(name: string, what: Locator): Promise<string> {
    await what.waitFor({ timeout: 15_000 });
    const file = join(this.directory, name);
    await what.screenshot({ path: `${file}.png` });
    const words = await what.innerText();
    writeFileSync(`${file}.txt`, words);
    return words;
  }
}
