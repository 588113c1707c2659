import { People } from '../support/browser';
import { draftOf, releasedBy, submitted } from '../support/databases';
import { faultsOf } from '../support/faults';
import { signIn } from '../support/people';
import { Sample } from '../support/sample';

/** A busy machine takes its time to look at every page at every size. */
const LONG_MS = 900_000;

type Size = readonly [width: number, height: number];

const SIZES: readonly Size[] = [
  [360, 800],
  [768, 1024],
  [1440, 1000],
  [2560, 1440],
];

/** Every page in every look takes ten minutes: `OFFERDESK_EVERY_LOOK=1` asks for it, and CI is content with one. */
const isWhole = Boolean(process.env.OFFERDESK_EVERY_LOOK);

/** In which themes and sizes pages are looked at: too narrow and too dark is where faults are found. */
const LOOKS: readonly (readonly [theme: string, sizes: readonly Size[]])[] = isWhole
  ? [
      ['light', SIZES],
      ['dark', SIZES],
    ]
  : [['dark', SIZES.slice(0, 1)]];

/** Somebody whose role opens none of the pages for managers. */
const OUTSIDER = 'Ada Keller';

interface Told {
  offer: string;
  plan: string;
  waiting: string;
}

/** One offer is live and stopped; the plan of another waits, with a question about it. */
async function tell(portal: string): Promise<Told> {
  const carla = await signIn(portal, 'carla');
  const mia = await signIn(portal, 'mia');
  const offer = await draftOf(carla, 'The postgres');
  const plan = await submitted(carla, [offer]);
  await releasedBy({ carla, mia }, plan);
  await carla('suspendOffer', {
    params: { id: offer },
    body: { kind: 'emergency', reason: 'Orders fail.' },
  });
  const waiting = await submitted(carla, [await draftOf(carla, 'The queue')]);
  const asked = { params: { id: waiting.id }, body: { text: 'Who pays for the backups?' } };
  await mia('commentOnPlan', asked);
  return { offer, plan: plan.id, waiting: waiting.id };
}

/** What a catalog manager can open, and what is there when it has come. */
const pagesOf = ({ offer, plan, waiting }: Told) =>
  [
    ['/offers/manage', 'The postgres'],
    ['/offers/manage/structure', 'Categories'],
    ['/offers/manage/access', 'Name a person or a group'],
    ['/offers/manage/access?person=group:default/engineers', 'What engineers sees'],
    ['/offers/manage/access?person=user:default/ada&offer=the-postgres', 'Can order it'],
    ['/offers/plans', 'The queue'],
    ['/offers/plans/board', 'Written, and waiting for approval'],
    ['/offers/plans/calendar', 'This month'],
    ['/offers/plans/calendar?view=timeline', 'Release'],
    ['/offers/plans/calendar?view=list', 'Scenario'],
    ['/offers/plans/stand-ins', 'For whom you stand in'],
    [`/offers/plans/${waiting}`, 'Who pays for the backups?'],
    [`/offers/plans/${plan}`, 'Released by'],
    ['/offers/operations', 'Stopped by hand'],
    ['/offers/operations/calendar', 'Nothing waits for a deployment'],
    ['/offers/operations/calendar?view=list&unsettled=true', 'The queue'],
    [`/offers/operations/${offer}`, 'Stopped in an emergency'],
    [`/offers/operations/${offer}/announcements`, 'Announcements of The postgres'],
    ['/offers/demand', 'Demand'],
    ['/offers/demand/product-releases', 'Product releases'],
    ['/offers/reports/audit', 'Offer: emergency stop'],
    ['/offers/sources', 'Catalogues of others'],
  ] as const;

describe('every page for product and catalog managers', () => {
  const sample = new Sample();
  let people: People;
  let told: Told;

  beforeAll(async () => {
    await sample.start();
    people = await People.start(() => sample.portal);
    told = await tell(sample.portal);
  });
  afterAll(async () => {
    await people?.stop();
    await sample.stop();
  });

  it.each(LOOKS)(
    'has no fault that axe finds when it is %s',
    async (theme, sizes) => {
      const page = await people.enter('Carla Mendes');
      await page.evaluate(chosen => localStorage.setItem('theme', chosen), theme);
      const faults: string[] = [];
      for (const [address, landmark] of pagesOf(told)) {
        await page.goto(`${sample.portal}${address}`);
        await page.getByText(landmark).first().waitFor();
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height });
          faults.push(...(await faultsOf(page, `${address} ${width} ${theme}`)));
        }
      }
      expect(faults).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'tells an outsider that it is not for them, and nothing else',
    async () => {
      const page = await people.enter(OUTSIDER);
      const open: string[] = [];
      const asked = pagesOf(told).filter((_, index) => isWhole || index % 5 === 0);
      for (const [address] of asked) {
        await page.goto(`${sample.portal}${address}`);
        await page
          .getByText(/for those who look after offers|that you can see/)
          .first()
          .waitFor();
        const text = await page.getByRole('main').last().innerText();
        if (/postgres|queue|backups/i.test(text)) open.push(address);
      }
      expect(open).toEqual([]);
    },
    LONG_MS,
  );

  it('has no fault in what opens on a narrow page: the filter by health, the move of an offer', async () => {
    const page = await people.enter('Carla Mendes', '/offers/manage');
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole('button', { name: /Health/ }).click();
    await page.getByRole('option').first().waitFor();
    const faults = await faultsOf(page, 'the filter by health, 360');
    await page.goto(`${sample.portal}/offers/manage/${told.offer}`);
    await page.getByRole('button', { name: 'Move to catalogue…' }).click();
    await page.getByRole('dialog').waitFor();
    faults.push(...(await faultsOf(page, 'the move of an offer, 360')));
    expect(faults).toEqual([]);
  });

  it('lets a question be answered by keyboard alone', async () => {
    const page = await people.enter('Carla Mendes', `/offers/plans/${told.waiting}`);
    await page.getByRole('button', { name: /Answer what/ }).focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Your answer' });
    await field.waitFor();
    expect(await field.evaluate(element => element === document.activeElement)).toBe(true);
    await page.keyboard.type('The platform team.');
    await page.keyboard.press('Control+Enter');
    const answer = page.getByRole('list', { name: /Answers to/ }).getByText('The platform team.');
    await answer.waitFor();
    expect(await answer.isVisible()).toBe(true);
  });
});
