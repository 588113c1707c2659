import { AxeBuilder } from '@axe-core/playwright';
import { Page } from 'playwright-core';

/** Whether a page is wider than its window, in words that lead to it. */
export async function overflowOf(page: Page, where: string): Promise<string[]> {
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  return isTooWide ? [`${where}: is wider than its window`] : [];
}

/** What is wrong with a page, in words that lead to it: what axe finds, and whether it is wider than its window. */
export async function faultsOf(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return [
    ...violations.map(
      ({ id: rule, nodes }) => `${where}: ${rule} at ${nodes.map(({ html }) => html).join(' ')}`,
    ),
    ...(await overflowOf(page, where)),
  ];
}
