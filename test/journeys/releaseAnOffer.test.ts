import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Page } from 'playwright-core';
import { People } from '../support/browser';
import { signIn } from '../support/people';
import { until } from '../support/processes';
import { Sample } from '../support/sample';
import { buttons, SlackMessage, SlackWorkspace, wordsOf } from '../support/slack';
import { walkTogether } from '../support/walk';
import { completeDraft, save, submitPlan } from './steps';

const TITLE = 'Amazon RDS for PostgreSQL – production';
const NAME = 'aws-rdspostgresql-production';
const APPROVALS = 'C0APPROV1';
const OFFERS = 'C0OFFERS1';
const GENERAL = 'C0GENERAL1';

/** Long enough for two people, a killed bot and a killed portal between submitting and valid-from. */
const UNTIL_RELEASE_SECONDS = 90;

describe('an offer, from a cloud catalogue to the engineer who finds it', () => {
  const sample = new Sample();
  let people: People;
  let slack: SlackWorkspace;
  let carla: Page;
  let releaseAt: Date;

  beforeAll(async () => {
    await sample.start();
    people = await People.start(() => sample.portal);
    slack = new SlackWorkspace(sample.slack);
    carla = await people.enter('Carla Mendes', '/offers/sources');
  });
  afterAll(async () => {
    await people?.stop();
    await sample.stop();
  });

  const step = walkTogether(() => people);
  const cardOf = (title: string) =>
    until(`the card of ${title}`, async () =>
      (await slack.channel(APPROVALS)).find(
        message => !message.thread_ts && message.text?.includes(title),
      ),
    );
  const announcements = async () =>
    (await slack.channel(OFFERS)).filter(message => wordsOf(message).includes(TITLE));

  it(
    'imports 57 drafts, row by row, and changes nothing the second time',
    step(async () => {
      await carla.getByRole('button', { name: 'Import', exact: true }).click();
      await carla.getByText('57 created, 0 updated, 0 unchanged, 0 rejected').first().waitFor();
      await carla.getByRole('button', { name: 'Import again' }).click();
      await carla.getByText('0 created, 0 updated, 57 unchanged, 0 rejected').first().waitFor();
    }),
  );

  it(
    'defines the offer in the portal until every criterion is met, and submits its plan',
    step(async () => {
      await carla.getByRole('tab', { name: 'Manage' }).click();
      await carla.getByRole('searchbox', { name: 'Search' }).fill('rds postgresql production');
      await carla.getByRole('link', { name: TITLE }).click();
      await carla.getByText(/of \d+ missing/).waitFor();
      await completeDraft(carla);
      await carla.getByText('Everything is there.').first().waitFor();
      await save(carla);
      releaseAt = new Date(Math.ceil((Date.now() + UNTIL_RELEASE_SECONDS * 1000) / 1000) * 1000);
      await submitPlan(carla, releaseAt.toISOString().slice(0, 19));
      await carla.getByText('Waiting for approval').first().waitFor();
    }),
  );

  it(
    '[rule 4] shows the card with its impact in Slack, and refuses the author’s own click',
    step(async () => {
      const card = await cardOf(TITLE);
      const words = wordsOf(card);
      expect(words).toContain('120.00 EUR a month');
      expect(words).toContain('1440.00 EUR in the first year');
      expect(words).toContain('(2 people)');
      expect(buttons(card).map(({ text }) => text?.text)).toEqual(
        expect.arrayContaining(['Approve', 'Details']),
      );
      await slack.press('U0CARLA01', APPROVALS, card, 'Approve');
      const refusal = await until('a private refusal', async () =>
        (await slack.privately(APPROVALS, 'U0CARLA01')).at(-1),
      );
      expect(wordsOf(refusal)).toContain('somebody else has to decide');
      expect(wordsOf(await cardOf(TITLE))).toContain('0 of 1 given');
    }),
  );

  it(
    '[rule 6] takes one approval in Slack, after the bot was killed, and shows it everywhere',
    step(async () => {
      await sample.kill('bot');
      await sample.beginBot();
      const card = await cardOf(TITLE);
      // A person who presses twice decides once.
      await slack.press('U0MIA0001', APPROVALS, card, 'Approve');
      await slack.press('U0MIA0001', APPROVALS, card, 'Approve').catch(() => undefined);
      const redrawn = await until('the card without decision buttons', async () => {
        const now = await cardOf(TITLE);
        return buttons(now).length === 1 ? now : undefined;
      });
      expect(wordsOf(redrawn)).toContain('Mia Okafor');
      const thread = await until('the thread', async () => {
        const notes = (await slack.channel(APPROVALS)).filter(
          ({ thread_ts: of, ts }) => of === redrawn.ts && ts !== redrawn.ts,
        );
        return notes.length > 0 ? notes : undefined;
      });
      expect(thread).toHaveLength(1);
      expect(wordsOf(thread[0] ?? { ts: '' })).toContain('Mia Okafor approved');
      await carla.getByText('Approved', { exact: true }).first().waitFor();
      await carla.getByText('1 of 1 given').waitFor();
    }),
  );

  it(
    '[rule 6] publishes with /offer publish after the portal was killed, once',
    step(async () => {
      await sample.kill('portal');
      await sample.beginPortal();
      const preview = await until('the preview', async () => {
        const answer = await slack.command('U0CARLA01', `publish ${NAME}`, GENERAL);
        return buttons(answer).length > 0 ? answer : undefined;
      });
      expect(wordsOf(preview)).toContain(OFFERS);
      await slack.press('U0CARLA01', GENERAL, preview, 'Publish');
      await slack.press('U0CARLA01', GENERAL, preview, 'Publish').catch(() => undefined);
      const caller = await signIn(sample.portal, 'carla');
      const offer = await until('the release', async () => {
        const { items } = await caller('listOffers', { query: { q: NAME } });
        return items[0]?.state === 'scheduled' || items[0]?.state === 'available'
          ? items[0]
          : undefined;
      });
      expect(offer.validFrom).toBe(releaseAt.toISOString());
    }),
  );

  it(
    '[rule 1] shows nobody anything before valid-from',
    step(async () => {
      expect(Date.now()).toBeLessThan(releaseAt.getTime());
      const ada = await signIn(sample.portal, 'ada');
      expect((await ada('browseOffers', {})).items).toEqual([]);
      expect((await ada('facets', {})).total).toBe(0);
      const page = await people.enter('Ada Keller', `/offers/o/${NAME}`);
      await page
        .getByText(/nothing here/i)
        .first()
        .waitFor();
      expect(wordsOf(await slack.command('U0ADA0001', `show ${NAME}`))).toContain('no offer');
      expect(await announcements()).toEqual([]);
    }),
  );

  it(
    '[rule 5] announces it once at valid-from, however often the bot is killed around it',
    step(async () => {
      await wait(Math.max(0, releaseAt.getTime() - Date.now() - 1500));
      for (const pause of [1600, 150, 400]) {
        await wait(pause);
        await sample.kill('bot');
        await sample.beginBot();
      }
      await until('the announcement', async () => (await announcements()).length > 0);
      await sample.kill('bot');
      await sample.beginBot();
      await wait(5_000);
      expect(await announcements()).toHaveLength(1);
    }),
  );

  it(
    'is found by an engineer of the audience by text and filter, and on the entity’s page',
    step(async () => {
      const ada = await people.enter('Ada Keller');
      await ada.getByRole('searchbox').fill('postgres');
      await ada.getByRole('radiogroup', { name: 'Category' }).getByText('Databases').click();
      await ada.getByRole('heading', { name: TITLE, level: 3 }).click();
      await ada.waitForURL(/\/offers\/o\//);
      await ada.getByText('You can order this').waitFor();
      await ada.getByText('120.00 EUR').first().waitFor();
      await ada.goto(`${sample.portal}/catalog/default/component/payments-ledger/offers`);
      await ada.getByRole('link', { name: TITLE }).first().waitFor();
    }),
  );

  it(
    '[rule 1] leaves no trace for an engineer outside the audience',
    step(async () => {
      const otto = await signIn(sample.portal, 'otto');
      const otherwise = { q: 'postgres' };
      expect((await otto('browseOffers', {})).items).toEqual([]);
      expect((await otto('browseOffers', { query: otherwise })).items).toEqual([]);
      expect((await otto('facets', {})).total).toBe(0);
      const page = await people.enter('Otto Lind', `/offers/o/${NAME}`);
      await page
        .getByText(/nothing here/i)
        .first()
        .waitFor();
      await page.goto(`${sample.portal}/catalog/default/component/payments-ledger/offers`);
      await page
        .getByText(/No offers/i)
        .first()
        .waitFor();
      expect(await page.content()).not.toContain(TITLE);
      const [hidden, unknown] = [
        await slack.command('U0OTTO001', `show ${NAME}`),
        await slack.command('U0OTTO001', 'show aws-no-such-offer'),
      ];
      expect(withoutNames(hidden)).toBe(withoutNames(unknown));
      expect(wordsOf(await slack.command('U0OTTO001', 'search postgres'))).not.toContain('RDS');
    }),
  );

  it(
    'gives the same reasons in the portal and in Slack for why it cannot be ordered',
    step(async () => {
      const ben = await people.enter('Ben Osei', `/offers/o/${NAME}`);
      await ben.getByText("Why can't I order this?").waitFor();
      const reason = 'Not among those who may order it.';
      await ben.getByText(reason).waitFor();
      const answer = await slack.command('U0BEN0001', `why ${NAME}`);
      const caller = await signIn(sample.portal, 'ben');
      const { explanation } = await caller('explainOffer', { params: { name: NAME } });
      for (const { sentence } of explanation.orderable.reasons) {
        expect(wordsOf(answer)).toContain(sentence);
      }
    }),
  );

  it(
    'takes a rejection with its reason from a person in Slack’s own page',
    step(async () => {
      const caller = await signIn(sample.portal, 'carla');
      const { items } = await caller('listOffers', { query: { q: 'aws-kms-default' } });
      const other = items[0];
      if (!other) throw new Error('The import made no such draft');
      const page = await people.enter('Carla Mendes', `/offers/manage/${other.id}`);
      await completeDraft(page);
      await save(page);
      await submitPlan(page, '2027-03-01T09:00');
      const card = await cardOf(other.title);
      const reason = `Not before the audit ${randomUUID().slice(0, 8)}`;
      await rejectInSlack(sample.slack, other.title, reason);
      await until('the rejected card', async () =>
        wordsOf(await cardOf(other.title)).includes(reason),
      );
      expect(card.ts).toBe((await cardOf(other.title)).ts);
      await page.getByText('Rejected').first().waitFor();
      await page.getByText(reason).first().waitFor();
    }),
  );

  async function rejectInSlack(address: string, title: string, reason: string): Promise<void> {
    const page = await people.openElsewhere(address);
    await page.locator('select').first().selectOption({ label: 'Mia Okafor' });
    await page.getByText('release-approvals').first().click();
    await page.getByText(`Waiting for approval: ${title}`).first().waitFor();
    await page.getByRole('button', { name: 'Reject…' }).last().click();
    await page.getByText('Why do you reject it?').waitFor();
    await page.locator('input:visible').last().fill(reason);
    await page.getByRole('button', { name: 'Reject', exact: true }).last().click();
  }
});

function withoutNames(message: SlackMessage): string {
  return wordsOf(message).replace(/aws-[a-z0-9-]+/g, 'NAME');
}
