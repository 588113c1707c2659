import { contentSchema, personSalt, Segment } from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { aDatabase, databaseKinds, TestDatabase } from '../__testUtils__/databases';
import { queryPlan } from '../__testUtils__/queryPlan';
import { completeContent } from '../__testUtils__/stories';
import { Connection, Database } from '../database/Database';
import { textColumns } from '../database/fullText';
import { managedQuery } from '../offers/managedStore';
import { StoredOffer, StoredVersion } from '../offers/reading';
import { AS_MANAGED, textKey, textOf } from '../search/texts';
import { servedFromQuery } from '../structure/store';
import { countsQuery } from './facetStore';
import { whereMade } from '../structure/moves';
import { nextTurnQuery } from './generationStore';
import { listingRows } from './listingRows';
import { windowQuery } from './ranked';
import { CatalogueSearch } from './search';
import { countQuery, linkedQuery, listedCardsQuery, WantedPage } from './store';
import { listedTexts } from './texts';
import { subsetOf } from './visible';

const NOW = '2026-12-15T09:00:00.000Z';
const OFFERS = 1_500;

const groups = Array.from({ length: 40 }, (_, index) => `group:default/team-${index}`);

const content = (index: number) =>
  contentSchema.parse(
    completeContent({
      information: {
        title: `Thing ${index} for payments`,
        summary: 'A database that somebody looks after',
        description: Array.from(
          { length: 60 },
          (_, word) => `w${(index * 31 + word * 17) % 4_000}`,
        ).join(' '),
        category: `category-${index % 12}`,
      },
      access: {
        see: {
          allow:
            index % 50 === 0
              ? ['everyone']
              : [groups[index % 40] ?? '', groups[(index * 7) % 40] ?? ''],
          deny: index % 25 === 0 ? ['group:default/team-3'] : [],
        },
        order: { allow: ['everyone'] },
      },
      product: {
        entities: [{ ref: `component:default/c-${index % 100}`, role: 'product' }],
      },
    }),
  );

function anOffer(index: number) {
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const offer: StoredOffer = {
    id,
    name: `offer-${index}`,
    catalogue: 'default',
    madeIn: 'default',
    interaction: index % 10 < 7 ? 'provision' : 'support',
    owner: groups[(index * 3) % 40],
    category: `category-${index % 12}`,
    title: `Thing ${index}`,
    summary: '',
    missing: index % 3,
    sourceId: undefined,
    sourceKey: undefined,
    sourceContent: undefined,
    watchers: index % 7,
    revision: 1,
    createdAt: NOW,
    createdBy: 'user:default/carla',
    updatedAt: NOW,
    updatedBy: 'user:default/carla',
  };
  const version = (number: number): StoredVersion => ({
    offerId: id,
    number,
    status: 'published',
    content: content(index),
    updatedBy: 'user:default/carla',
    validFrom: undefined,
    validUntil: undefined,
    publishedAt: undefined,
    publishedBy: undefined,
  });
  const [first, second] = ['2026-11-01T09:00:00.000Z', '2026-12-01T09:00:00.000Z'];
  const audience = { whom: 'all' as const };
  const state = index % 60 === 0 ? ('held' as const) : ('available' as const);
  const segments: Segment[] = [
    { from: first, until: second, number: 1, state: 'available', audience },
    { from: second, until: undefined, number: 2, state, audience },
  ];
  return { offer, versions: [version(1), version(2)], segments };
}

const segmentRow = (offerId: string) => (segment: Segment, position: number) => ({
  offer_id: offerId,
  position,
  number: segment.number,
  state: segment.state,
  whom: segment.audience.whom,
  starts_at: segment.from,
  ends_at: segment.until ?? null,
});

function offerRow(offer: StoredOffer) {
  return {
    id: offer.id,
    name: offer.name,
    catalogue: offer.catalogue,
    made_in: offer.madeIn,
    interaction: offer.interaction,
    owner: offer.owner,
    category: offer.category,
    title: offer.title,
    summary: '',
    sort_key: offer.title.toLowerCase(),
    missing: offer.missing,
    revision: 1,
    created_at: NOW,
    created_by: offer.createdBy,
    updated_at: NOW,
    updated_by: offer.updatedBy,
  };
}

/** Offers of forty groups with two versions each; what is not asked for here is left out. */
async function seed(knex: Connection): Promise<void> {
  const tables = new Map<string, object[]>();
  const add = (table: string, rows: readonly object[]) =>
    tables.set(table, [...(tables.get(table) ?? []), ...rows]);
  for (let index = 0; index < OFFERS; index += 1) {
    const { offer, versions, segments } = anOffer(index);
    const { placeAt } = whereMade(offer);
    const listed = { offer, versions, segments, placeAt };
    const rows = listingRows(listed, NOW);
    add('offers', [offerRow(offer)]);
    add('listed', rows.listed);
    add('listed_prices', rows.listed_prices);
    add('listing_denied', rows.listing_denied);
    add('offer_links', rows.offer_links);
    add('listed_spans', rows.listed_spans);
    add('listed_tags', rows.listed_tags);
    const texts = listedTexts(listed, NOW);
    for (const { number, text } of texts) {
      add('offer_search', [{ offer_id: offer.id, number, ...textColumns(knex, text) }]);
    }
    const managed = textOf(offer.name, versions[0]?.content ?? content(index), [
      textKey.manager,
      textKey.managedOwner(offer.owner ?? ''),
    ]);
    add('offer_search', [
      { offer_id: offer.id, number: AS_MANAGED, ...textColumns(knex, managed) },
    ]);
    add('segments', segments.map(segmentRow(offer.id)));
    const span = { starts_at: '2026-01-01', ends_at: '2027-01-01', percent: 50 + (index % 50) };
    if (index % 10 === 0) add('health_spans', [{ offer_id: offer.id, ...span }]);
  }
  for (const [table, rows] of tables) await knex.batchInsert(table, rows, 100);
  await knex.raw('analyze');
}

const readers = ['user:default/ada', 'group:default/team-1', 'group:default/team-2', 'everyone'];

const search = (changes: Partial<CatalogueSearch> = {}): CatalogueSearch => ({
  readers,
  principals: readers.slice(0, 3),
  lot: personSalt('user:default/ada'),
  at: NOW,
  filters: {},
  words: undefined,
  policy: 'all',
  ...changes,
});

const page = (changes: Partial<WantedPage> = {}): WantedPage => ({
  sort: 'title',
  start: { from: 'beginning' },
  limit: 21,
  ...changes,
});

/** What reads a table, or an index, from end to end. What a query itself has collected is not meant. */
const readsAll =
  /Seq Scan|SCAN (l|p|e|h|t|d|r|g|s|offers|listed\w*|segments|offer_links|offer_search)\b(?! VIRTUAL)(?!.*virtual)/i;

/** How often rows are sorted. */
const sortsIn = (plan: string) => plan.match(/TEMP B-TREE|\bSort\b(?! Key)/g)?.length ?? 0;

describe.each(databaseKinds)('the statements of the lists on %s', kind => {
  let database: TestDatabase;
  let knex: Knex;
  beforeAll(async () => {
    database = await aDatabase(kind);
    knex = database.connect();
    await Database.create({ getClient: async () => knex }, () => new Date(NOW));
    await seed(knex);
  });
  afterAll(() => database.destroy());

  const pages: [string, Partial<CatalogueSearch>, Partial<WantedPage>, RegExp][] = [
    ['by title', {}, {}, /listed_by_title/],
    [
      'by title, further on',
      {},
      { start: { from: 'after', values: ['thing 2', 'x'] } },
      /listed_by_title/,
    ],
    [
      'by title, back',
      {},
      { start: { from: 'before', values: ['thing 2', 'x'] } },
      /listed_by_title/,
    ],
    [
      'of a category and an interaction',
      { filters: { categories: ['category-1'], interaction: 'provision' } },
      {},
      /listed_by_category/,
    ],
    [
      'of a category with those below it',
      { filters: { categories: ['category-1', 'category-2', 'category-3'] } },
      {},
      /listed_by_category/,
    ],
    [
      'of a view: categories, catalogues, owners and tags',
      {
        filters: {
          categories: ['category-1', 'category-2'],
          catalogues: ['default'],
          owners: ['group:default/team-5', 'group:default/team-6'],
          tags: ['sql'],
        },
      },
      {},
      /listed_by_category[^]*listed_tags/,
    ],
    ['of a view of tags', { filters: { tags: ['sql'] } }, {}, /listed_by_title[^]*listed_tags/],
    ['of an owner', { filters: { owner: 'group:default/team-5' } }, {}, /listed_by_owner/],
    ['of a provider', { filters: { provider: 'group:default/team-5' } }, {}, /listed_by_provider/],
    ['of a state', { filters: { state: 'held' } }, {}, /listed_by_state/],
    ['by age', {}, { sort: 'new' }, /listed_by_since/],
    ['by popularity', {}, { sort: 'popular' }, /listed_by_popularity/],
    ['by lead time', {}, { sort: 'lead-time' }, /listed_by_lead_time/],
    ['by price', { filters: { currency: 'EUR' } }, { sort: 'price' }, /listed_prices_by_price/],
  ];

  it.each(pages)(
    'page %s: one range of an index for each reader',
    async (_, what, where, index) => {
      const planOf = (some: readonly string[]) =>
        queryPlan(knex, listedCardsQuery(knex, search({ ...what, readers: some }), page(where)));
      const plan = await planOf(readers);
      expect(plan).toMatch(index);
      expect(plan).not.toMatch(readsAll);
      // What is merged is sorted, a page for each reader at most; the ranges come in order.
      expect(sortsIn(plan)).toBe(sortsIn(await planOf(readers.slice(0, 2))));
    },
  );

  const subsets: [string, Partial<CatalogueSearch>, RegExp][] = [
    ['words', { words: ['777'], readers: readers.slice(0, 2) }, /offer_fts|offer_search_by_word/i],
    ['an entity', { filters: { entity: 'component:default/c-5' } }, /offer_links/],
    ['the entities of a view', { filters: { entities: ['component:default/c-5'] } }, /offer_links/],
  ];

  it.each(subsets)('pages and counts of %s begin with what matches', async (_, what, index) => {
    const subset = subsetOf(knex, search(what));
    // An index of words is read into a bitmap, and a few rows are read faster in another way.
    const ways = what.words ? { allow: ['enable_bitmapscan'], bar: ['enable_indexscan'] } : {};
    expect(await queryPlan(knex, subset ?? knex('none'), ways)).toMatch(index);
    const statements = [
      listedCardsQuery(knex, search(what), page()),
      countQuery(knex, search(what)),
      countsQuery(knex, search(what), 'offer'),
    ];
    for (const statement of statements) {
      const plan = await queryPlan(knex, statement, { allow: ['enable_bitmapscan'] });
      expect(plan).not.toMatch(readsAll);
    }
  });

  it('the ranked page reads its matches from the index of words', async () => {
    for (const part of [0, 1, 2, 3]) {
      const plan = await queryPlan(
        knex,
        windowQuery(knex, search({ words: ['thing', 'pay'] }), part, 500),
      );
      expect(plan).toMatch(
        kind === 'pg' ? /offer_search_(by_word|pkey)/ : /SCAN offer_fts VIRTUAL TABLE INDEX/,
      );
      expect(plan).not.toMatch(readsAll);
    }
  });

  it('counts, and offers of entities, look at the readers’ rows alone', async () => {
    const statements: [Knex.QueryBuilder, RegExp][] = [
      [countQuery(knex, search()), /listed_by|listed_pkey/],
      [countsQuery(knex, search(), 'owner'), /listed_by|listed_pkey/],
      [linkedQuery(knex, search(), ['component:default/c-5']), /offer_links/],
      [servedFromQuery(knex, { category: 'category-1' }, NOW), /listed_spans_by_category/],
      [
        nextTurnQuery(knex, NOW),
        /segments_by_start[^]*segments_by_end[^]*structure_changes_by_date/,
      ],
    ];
    for (const [statement, index] of statements) {
      const plan = await queryPlan(knex, statement);
      expect(plan).toMatch(index);
      expect(plan).not.toMatch(readsAll);
    }
  });

  it('the managers’ list reads ranges in the order of title, or begins with the words', async () => {
    const managed = (query: object, owners?: readonly string[]) =>
      managedQuery(knex, {
        query: { limit: 20, ...query },
        after: { sortKey: 'thing 2', id: 'x' },
        owners,
        filter: 'all',
        now: NOW,
      });
    const statements: [Knex.QueryBuilder, RegExp][] = [
      [managed({}), /offers_by_title/],
      [managed({ state: 'held' }), /offers_by_title|segments_by_state/],
      [managed({ state: 'ended' }), /offers_by_title/],
      [managed({ owner: 'group:default/team-5' }), /offers_by_owner/],
      [managed({}, groups.slice(0, 3)), /offers_by_owner/],
      [managed({ tags: ['tag-5'] }), /managed_tags_by_tag/],
      [managed({ healthBelow: 60 }), /health_spans_by_percent/],
      [managed({ healthBelow: 50 }, groups.slice(0, 3)), /health_spans_by_percent/],
      [managed({ healthBelow: 50, tags: ['tag-5'] }), /managed_tags_by_tag/],
    ];
    for (const [statement, index] of statements) {
      const plan = await queryPlan(knex, statement);
      expect(plan).toMatch(index);
      expect(plan.replace(/SCAN offers USING INDEX offers_by_title/g, '')).not.toMatch(readsAll);
    }
    const searched = await queryPlan(knex, managed({ q: 'thing 777' }), {
      allow: ['enable_bitmapscan'],
    });
    expect(searched).toMatch(/offer_fts|offer_search_by_word/i);
    expect(searched).not.toMatch(readsAll);
  });
});
