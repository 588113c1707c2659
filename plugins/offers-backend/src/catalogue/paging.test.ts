import { CallInput, CatalogueSort } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { completeContent } from '../__testUtils__/stories';
import { list } from './__testUtils__/listed';

const NOW = '2026-12-20T09:00:00.000Z';

/** Titles, first instants, lead times and prices that put the offers in a different order each. */
const offers = [
  { title: 'Éclair', from: '03', lead: 4, price: '9' },
  { title: 'delta', from: '05', lead: undefined, price: '100' },
  { title: 'Delta', from: '01', lead: 4, price: undefined },
  { title: 'alpha', from: '09', lead: 10, price: '100.5' },
  { title: 'Beta', from: '07', lead: 1, price: '0' },
];

/** Who watches what: of two that one person watches each, the title decides. */
const watching = { ada: 'Éclair', ben: 'Éclair', otto: 'alpha', mia: 'Beta' };

const expected: Record<Exclude<CatalogueSort, 'relevance'>, string[]> = {
  title: ['alpha', 'Beta', 'delta', 'Delta', 'Éclair'],
  popular: ['Éclair', 'alpha', 'Beta', 'delta', 'Delta'],
  new: ['alpha', 'Beta', 'delta', 'Éclair', 'Delta'],
  'lead-time': ['Beta', 'Delta', 'Éclair', 'alpha', 'delta'],
  price: ['Beta', 'Éclair', 'delta', 'alpha'],
};

describe.each(databaseKinds)('pages of the catalogue on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    const ids = new Map<string, string>();
    for (const [index, { title, from, lead, price }] of offers.entries()) {
      const { id } = await list(
        portal,
        `offer-${index}`,
        [
          {
            information: {
              title,
              summary: 'One of five',
              category: index % 2 ? 'storage' : 'databases',
            },
            access: {
              see: { allow: ['group:default/engineers', 'everyone'] },
              order: { allow: [] },
            },
            terms: { delivery: 'Soon', ...(lead === undefined ? {} : { leadTimeDays: lead }) },
            pricing: {
              ...completeContent().pricing,
              priceLists: price
                ? [{ currency: 'EUR', charges: [{ kind: 'one-off', label: 'Fee', amount: price }] }]
                : [{ currency: 'USD', charges: [{ kind: 'one-off', label: 'Fee', amount: '1' }] }],
            },
          },
        ],
        [
          {
            from: `2026-12-${from}T09:00:00.000Z`,
            until: undefined,
            number: 1,
            state: 'available',
            audience: { whom: 'all' },
          },
        ],
      );
      ids.set(title, id);
    }
    portal.clock.set(NOW);
    for (const [who, title] of Object.entries(watching)) {
      const params = { id: ids.get(title) ?? '' };
      await portal.as(who)('watchOffer', { params, body: { watched: true } });
    }
  });
  afterAll(() => portal.stop());

  const page = (query: CallInput<'browseOffers'>['query']) =>
    portal.as('ada')('browseOffers', { query });

  it.each(Object.entries(expected))(
    'go forth and back in the order of %s',
    async (order, titles) => {
      const sort = order as keyof typeof expected;
      const query = { sort, limit: 2, ...(sort === 'price' ? { currency: 'EUR' } : {}) };
      const forth: string[][] = [];
      let cursor: string | undefined;
      let last: string | undefined;
      do {
        const got = await page({ ...query, cursor });
        forth.push(got.items.map(({ title }) => title));
        expect(got.prevCursor === undefined).toBe(cursor === undefined);
        last = got.prevCursor;
        cursor = got.nextCursor;
      } while (cursor);
      // Two titles that are alike but for case stand in the order of their ids.
      const lower = (names: readonly string[]) => names.map(name => name.toLowerCase());
      expect(lower(forth.flat())).toEqual(lower(titles));
      expect(new Set(forth.flat()).size).toBe(titles.length);
      const back: string[][] = [];
      for (cursor = last; cursor;) {
        const got = await page({ ...query, cursor });
        back.unshift(got.items.map(({ title }) => title));
        expect(got.nextCursor).toBeDefined();
        cursor = got.prevCursor;
      }
      expect(back).toEqual(forth.slice(0, -1));
    },
  );

  it('filter by price of the first year, in one currency that is named', async () => {
    const { items, total } = await page({
      currency: 'EUR',
      priceMin: '9',
      priceMax: '100',
      total: 'true',
    });
    expect(items.map(({ title }) => title)).toEqual(['delta', 'Éclair']);
    expect(total).toBe(2);
    expect(await refusalOf(page({ priceMax: '100' }))).toEqual({
      status: 400,
      code: 'invalid-input',
    });
    const crossed = { currency: 'EUR', priceMin: '100', priceMax: '9' };
    for (const asked of [page(crossed), portal.as('ada')('facets', { query: crossed })]) {
      await expect(asked).rejects.toMatchObject({
        status: 400,
        fields: [{ field: 'query.priceMax', remedy: expect.stringContaining('priceMin') }],
      });
    }
    await expect(page({ ...crossed, priceMin: 'dear' })).rejects.toMatchObject({
      fields: [{ field: 'query.priceMin' }],
    });
    expect(await refusalOf(page({ sort: 'price' }))).toEqual({
      status: 400,
      code: 'invalid-input',
    });
  });

  it('filter by lead time, category, owner and provider', async () => {
    const titles = async (query: Parameters<typeof page>[0]) =>
      (await page(query)).items.map(({ title }) => title);
    expect(await titles({ leadTimeMax: 4, category: 'databases' })).toEqual(
      expect.arrayContaining(['Éclair', 'Delta', 'Beta']),
    );
    expect(await titles({ leadTimeMax: 3 })).toEqual(['Beta']);
    expect(await titles({ owner: 'group:default/operations', category: 'storage' })).toEqual([
      'alpha',
      'delta',
    ]);
    expect(await titles({ provider: 'group:default/operations', limit: 1 })).toEqual(['alpha']);
    expect(await titles({ provider: 'Nobody' })).toEqual([]);
    expect(await titles({ entity: 'component:default/checkout-api', sort: 'new' })).toEqual(
      expected.new,
    );
  });

  it('answer with the fields that are asked for', async () => {
    const got = await portal.as('ada')('browseFields', {
      query: { fields: 'title,state', limit: 1 },
    });
    expect(got.items).toEqual([{ id: expect.any(String), title: 'alpha', state: 'available' }]);
    expect(got.nextCursor).toBeDefined();
    expect(
      await refusalOf(portal.as('ada')('browseFields', { query: { fields: 'title,secret' } })),
    ).toEqual({ status: 400, code: 'invalid-input' });
  });

  it('refuse a cursor of another order', async () => {
    const { nextCursor } = await page({ limit: 1 });
    for (const sort of ['new', 'lead-time'] as const) {
      expect(await refusalOf(page({ sort, cursor: nextCursor }))).toEqual({
        status: 400,
        code: 'invalid-input',
      });
    }
    expect(await refusalOf(page({ q: 'one', cursor: nextCursor }))).toEqual({
      status: 400,
      code: 'invalid-input',
    });
  });

  it('give the offers of entities, and the facets that are asked for', async () => {
    const linked = await portal.as('otto')('offersByEntity', {
      body: { refs: ['component:default/checkout-api', 'component:default/none'] },
    });
    expect(linked.items.map(({ ref, offers: of }) => [ref, of.length])).toEqual([
      ['component:default/checkout-api', 5],
      ['component:default/none', 0],
    ]);
    const facets = await portal.as('otto')('facets', {
      query: { of: 'owners,providers', category: 'storage' },
    });
    expect(facets.owners).toEqual([{ id: 'group:default/operations', count: 2 }]);
    expect(facets.providers).toEqual([{ id: 'group:default/operations', count: 2 }]);
  });
});
