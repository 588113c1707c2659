import type { CallOutput } from '@offerdesk/backstage-plugin-offers-common';
import { tellStory } from '../sample/story';
import { People } from '../support/browser';
import { publishDatabases } from '../support/databases';
import { faultsOf, overflowOf } from '../support/faults';
import { signIn } from '../support/people';
import { Sample } from '../support/sample';

/** A busy machine takes its time to look at every page at every size. */
const LONG_MS = 900_000;

const SIZES = [
  [360, 800],
  [1440, 1000],
  [2560, 1440],
] as const;

/** From this width on a page has all that it has on any wider one. */
const WIDE = 1440;

/** At which sizes each theme is looked at: what is too wide is so in both, and colours are the same at each. */
const sizesOf = { light: SIZES, dark: SIZES.slice(1, 2) };

/** What an engineer and who looks after offers can open, and what is there when it has come. */
const pages = {
  'Ada Keller': [
    ['/offers', 'PostgreSQL for teams'],
    ['/offers?layout=table&category=databases', 'PostgreSQL for teams'],
    ['/offers?q=nonsense', 'Nothing matches'],
    ['/offers/o/postgresql-for-teams', 'The price, item by item'],
    ['/offers/compare', 'There is nothing to compare'],
    ['/offers/me/announcements', 'You watch no offer'],
    ['/offers/slack', 'No account is linked'],
    ['/offers/o/nothing', 'There is nothing here that you can see'],
  ],
  'Carla Mendes': [
    ['/offers?at=2030-01-01T00:00:00Z', 'This is how it will be'],
    ['/offers/o/postgresql-for-teams', 'Public life'],
    ['/offers/reports', 'Price and margin of what was released'],
  ],
} as const;

describe('every page for engineers, in both themes and from 360 to 2,560 pixels', () => {
  const sample = new Sample();
  let people: People;
  let id: string;

  beforeAll(async () => {
    await sample.start();
    people = await People.start(() => sample.portal);
    [id = ''] = await publishDatabases(sample.portal, ['PostgreSQL for teams']);
  });
  afterAll(async () => {
    await people?.stop();
    await sample.stop();
  });

  const faultsIn = async (theme: keyof typeof sizesOf): Promise<string[]> => {
    const faults: string[] = [];
    for (const [name, addresses] of Object.entries(pages)) {
      const page = await people.enter(name);
      await page.evaluate(chosen => localStorage.setItem('theme', chosen), theme);
      for (const [address, landmark] of addresses) {
        await page.goto(`${sample.portal}${address}`);
        await page.getByText(landmark).first().waitFor();
        for (const [width, height] of sizesOf[theme]) {
          await page.setViewportSize({ width, height });
          // The same is laid out at 1,440: only whether it fits can differ.
          const look = width > WIDE ? overflowOf : faultsOf;
          faults.push(...(await look(page, `${name} ${address} ${width} ${theme}`)));
        }
      }
      await page.context().close();
    }
    return faults;
  };

  it.each(['light', 'dark'] as const)(
    'has no fault that axe finds when it is %s',
    async theme => {
      expect(await faultsIn(theme)).toEqual([]);
    },
    LONG_MS,
  );

  it('can be searched, narrowed, compared and left by keyboard alone', async () => {
    const page = await people.enter('Ada Keller');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('postgres');
    await page.getByText('offer matches').first().waitFor();
    await page.getByRole('checkbox', { name: /Compare PostgreSQL/ }).focus();
    await page.keyboard.press('Space');
    await page.getByText('1 of 4 chosen to compare').first().waitFor();
    expect(new URL(page.url()).searchParams.get('compare')).toBe(id);
    await page.getByRole('link', { name: 'PostgreSQL for teams' }).focus();
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: 'PostgreSQL for teams', level: 2 });
    await heading.waitFor();
    expect(await heading.evaluate(element => element === document.activeElement)).toBe(true);
  });

  it('leads back step by step: from an offer to its place in the list, then past each filter', async () => {
    const page = await people.enter('Ada Keller');
    await page.setViewportSize({ width: 1440, height: 420 });
    await page.getByRole('searchbox').pressSequentially('postgres');
    await page.getByRole('button', { name: /Without .postgres/ }).waitFor();
    await page.getByRole('radio', { name: /Databases/ }).check({ force: true });
    await page.getByRole('button', { name: 'Without Databases' }).waitFor();
    const link = page.getByRole('link', { name: 'PostgreSQL for teams' });
    await page.evaluate(() => window.scrollTo(0, 150));
    await link.click();
    await page.getByRole('heading', { name: 'PostgreSQL for teams', level: 2 }).waitFor();
    await page.goBack();
    await link.waitFor();
    expect(await link.evaluate(element => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBe(150);
    await page.goBack();
    await page.getByRole('button', { name: 'Without Databases' }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?q=postgres');
    await page.goBack();
    await page.getByRole('button', { name: /Without .postgres/ }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/offers');
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  it('works out the price as the reader chooses', async () => {
    const page = await people.enter('Ada Keller', '/offers/o/postgresql-for-teams');
    await page.getByText('1440.00 EUR').first().waitFor();
    await page.getByRole('textbox', { name: 'How many' }).fill('2');
    await page.keyboard.press('Enter');
    const total = page.getByText('2880.00 EUR').first();
    await total.waitFor();
    expect(await total.isVisible()).toBe(true);
  });

  it('can be read in German', async () => {
    const page = await people.enter('Ada Keller');
    await page.evaluate(() => localStorage.setItem('language', 'de'));
    await page.goto(`${sample.portal}/offers`);
    await page.getByRole('heading', { name: 'Katalog' }).waitFor();
    const count = page.getByText('1 Angebot für Sie').first();
    await count.waitFor();
    expect(await count.isVisible()).toBe(true);
  });

  it('tells the story that a first start tells, and goes on where it was cut off', async () => {
    const [carla, mia, ben, otto] = await Promise.all(
      ['carla', 'mia', 'ben', 'otto'].map(name => signIn(sample.portal, name)),
    );
    if (!carla || !mia || !ben || !otto) throw new Error('The sample people cannot sign in.');
    const lines: string[] = [];
    const cutOff = (line: string) => {
      lines.push(line);
      if (line === 'Released: A kit for new services') throw new Error('cut off');
    };
    await expect(tellStory({ carla, mia, ben }, cutOff)).rejects.toThrow('cut off');
    await tellStory({ carla, mia, ben }, line => lines.push(line));
    expect(lines.at(-1)).toBe('Waits for its approval: MySQL for production');
    const byState = ({ states }: CallOutput<'facets'>) =>
      Object.fromEntries(states.map(({ id: state, count }) => [state, count]));
    // With the database that the other tests look at.
    expect(byState(await ben('facets', { query: {} }))).toEqual({ available: 17, ending: 1 });
    expect((await otto('facets', { query: {} })).total).toBe(0);
    const { items } = await mia('listPlans', { query: { state: 'submitted' } });
    expect(items.map(({ title }) => title)).toEqual(['MySQL for production']);
    expect((await carla('listDemands', { query: {} })).items).toHaveLength(1);
  });
});
