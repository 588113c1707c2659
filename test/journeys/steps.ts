import { Page } from 'playwright-core';

const box = (page: Page, label: string) =>
  page.getByRole('combobox', { name: label, exact: true }).first();

/** Chooses an entry of a select. */
async function choose(page: Page, label: RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: label }).first().click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Names a principal in one of the audience lists. */
async function allow(page: Page, list: string, principal: string): Promise<void> {
  const group = page.getByRole('group', { name: list, exact: true });
  await group.getByRole('combobox').fill(principal);
  await group.getByRole('combobox').press('Escape');
  await group.getByRole('button', { name: `Add to ${list}` }).click();
  await group
    .getByRole('list', { name: `${list}: named` })
    .getByText(principal)
    .waitFor();
}

/** Fills a field that names one entity. */
async function nameEntity(page: Page, label: string, ref: string): Promise<void> {
  const field = box(page, label);
  await field.fill(ref);
  await field.press('Escape');
}

/** Adds to an imported draft what it misses, as a catalog manager does in the editor, and saves it. */
export async function completeDraft(page: Page): Promise<void> {
  await choose(page, /Category/, 'Databases');
  await nameEntity(page, 'Owner', 'group:default/platform-team');
  await page.getByRole('button', { name: 'Add entity' }).click();
  await nameEntity(page, 'Entity', 'component:default/payments-ledger');
  await allow(page, 'May see', 'group:default/engineers');
  await allow(page, 'May order', 'group:default/payments-team');
  await page.getByRole('button', { name: 'Add price list' }).click();
  await page.getByLabel('Charge for').fill('Database');
  await page.getByLabel('Amount', { exact: true }).fill('120');
  await page.getByRole('button', { name: 'Add cost' }).click();
  await page.getByLabel('Cost of').fill('Cloud bill');
  await page.getByLabel('Cost amount').fill('90');
  await page
    .getByLabel(/Delivery terms/)
    .fill('A database with backups in the account of your team.');
  await page.getByRole('textbox', { name: 'Lead time (days)' }).fill('1');
  await page.getByLabel(/Where support is asked for/).fill('#platform-help');
  await page.getByRole('button', { name: 'Add supporting party' }).click();
  await nameEntity(page, 'Group', 'group:default/operations');
  await page.getByRole('button', { name: 'Add runbook' }).click();
  await page.getByLabel('Title of runbook 1').fill('Connect and restore');
  await page.getByLabel('Address of runbook 1').fill('https://runbooks.offerdesk.example/postgres');
}

/** Saves the draft, and waits until the portal says so. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Everything is saved').first().waitFor();
}

/** Submits a release plan for an instant, and waits for its page. */
export async function submitPlan(page: Page, local: string): Promise<void> {
  await page.getByRole('button', { name: /Submit release plan/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Release date and time/).fill(local);
  await dialog.getByRole('button', { name: 'Submit', exact: true }).click();
  await page.waitForURL(/\/offers\/plans\//);
}
