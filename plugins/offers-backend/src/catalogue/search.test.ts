import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { list } from './__testUtils__/listed';
import { foldedWords, textColumns } from '../database/fullText';
import { insertTexts, textKey } from '../search/texts';
import { WINDOW } from './ranked';
import { relevanceOf } from './relevance';

interface CloudService {
  description: string;
  tags: string[];
  metadata: { displayName: string };
  plans: { name: string }[];
}

/** The cloud catalogue of the sample, as the search keeps it. */
const soldInTheCloud = (
  JSON.parse(
    readFileSync(
      resolve(__dirname, '../../../../test/sample/aws-service-broker/catalog.json'),
      'utf8',
    ),
  ) as { services: CloudService[] }
).services.flatMap(({ description, tags, metadata, plans }) =>
  plans.map(({ name }) => ({
    title: foldedWords(`${metadata.displayName} – ${name}`).join(' '),
    labels: foldedWords(tags.join(' ')).join(' '),
    summary: foldedWords(description).join(' '),
  })),
);

const corpus = {
  'managed-postgres': [
    'Managed PostgreSQL',
    'A database for production',
    'Backups each night.',
    ['sql'],
  ],
  'cafe-reservations': ['Café réservations', 'Tische & Stühle, naïve Straße', 'Ölçü', ['ÉTÉ']],
  'object-store': [
    'Object storage',
    'S3-compatible: 100% durable',
    'Works with PostgreSQL dumps',
    [],
  ],
  'cyrillic-queue': [
    'Очередь сообщений',
    'Kafka 3.7.1 "quoted"',
    'AND OR NOT NEAR(a b)',
    ['очередь'],
  ],
  'dash-board': ['O’Reilly dash-board (v2.0)', 'a*b "c" d:e f^g {h} ~i', 'x'.repeat(300), ['x']],
} as const;

/** Words, and who has them: the same on every database. */
const finds: [string, string[]][] = [
  ['postgresql', ['managed-postgres', 'object-store']],
  ['postg', ['managed-postgres', 'object-store']],
  ['prod database', ['managed-postgres']],
  ['production postgres', ['managed-postgres']],
  ['CAFE', ['cafe-reservations']],
  ['Réserv', ['cafe-reservations']],
  ['stuhle', ['cafe-reservations']],
  ['olcu ete', ['cafe-reservations']],
  ['straße', ['cafe-reservations']],
  ['s3', ['object-store']],
  ['3.7.1', ['cyrillic-queue']],
  ['ОЧЕРЕДЬ', ['cyrillic-queue']],
  ['сообщ', ['cyrillic-queue']],
  ['dash-board', ['dash-board']],
  ['object-store', ['object-store']],
  ['ectstor', []],
  ['and or not near', ['cyrillic-queue']],
  ['managed) OR (title:', []],
  ['" OR "', ['cyrillic-queue']],
  ["'; drop table offers; --", []],
  ['{title} : x', []],
  ['*', []],
  ['🙂', []],
  ['title:managed NOT x', []],
  [`${'x'.repeat(190)}`, ['dash-board']],
];

describe.each(databaseKinds)('the search on %s', kind => {
  let portal: TestPortal;
  const everyone = (
    title: string,
    summary: string,
    description: string,
    tags: readonly string[],
  ) => ({
    information: { title, summary, description, tags: [...tags], category: 'databases' },
    access: { see: { allow: ['everyone'] }, order: { allow: ['everyone'] } },
  });
  const always = [
    {
      from: '2026-12-01T09:00:00.000Z',
      until: undefined,
      number: 1,
      state: 'available' as const,
      audience: { whom: 'all' as const },
    },
  ];
  beforeAll(async () => {
    portal = await aPortal(kind);
    for (const [name, [title, summary, description, tags]] of Object.entries(corpus)) {
      await list(portal, name, [everyone(title, summary, description, tags)], always);
    }
  });
  afterAll(() => portal.stop());

  it.each(finds)('finds by %s', async (q, names) => {
    const found = async (who: 'browseOffers' | 'listOffers', by: string) =>
      (await portal.as(by)(who, { query: { q, limit: 100 } })).items.map(({ name }) => name);
    expect((await found('browseOffers', 'ada')).sort()).toEqual([...names].sort());
    expect((await found('listOffers', 'carla')).sort()).toEqual([...names].sort());
    expect((await portal.as('ada')('facets', { query: { q } })).total).toBe(names.length);
    const byTitle = await portal.as('ada')('browseOffers', {
      query: { q, sort: 'title', total: 'true' },
    });
    expect(byTitle.items.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(byTitle.total ?? 0).toBe(names.length);
  });

  it('puts the best first, and pages through more than it ranks at a time', async () => {
    portal.clock.set('2026-12-02T09:00:00.000Z');
    for (let index = 0; index < 8; index += 1) {
      const isNamed = index % 4 === 0;
      await list(
        portal,
        `many-${index}`,
        [everyone(isNamed ? `Lantern ${index}` : `Many ${index}`, 'x', 'Lanterns for all', [])],
        always,
      );
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const got = await portal.as('ada')('browseOffers', {
        query: { q: 'lantern', limit: 3, cursor },
      });
      seen.push(...got.items.map(({ name }) => name));
      cursor = got.nextCursor;
    } while (cursor);
    expect(seen.slice(0, 2)).toEqual(['many-4', 'many-0']);
    expect([...seen].sort()).toEqual(Array.from({ length: 8 }, (_, index) => `many-${index}`));
  });

  it('goes on behind an offer that was published meanwhile', async () => {
    const query = { q: 'lantern', limit: 1 };
    const first = await portal.as('ada')('browseOffers', { query });
    await list(portal, 'many-new', [everyone('Lantern new', 'x', 'x', [])], always);
    const second = await portal.as('ada')('browseOffers', {
      query: { ...query, cursor: first.nextCursor },
    });
    expect([first, second].map(({ items }) => items[0]?.name)).toEqual(['many-4', 'many-0']);
  });

  it('puts titles that say little else before longer ones, and both before what only mentions the word', async () => {
    const sold = ['Amazon RDS for PostgreSQL – dev', 'Amazon RDS for PostgreSQL – production'];
    for (const [index, title] of sold.entries()) {
      await list(portal, `sold-${index}`, [everyone(title, 'From the cloud', 'x', [])], always);
    }
    const tagged = everyone('Connection pool', 'Before a database', 'x', ['postgresql']);
    await list(portal, 'tagged', [tagged], always);
    const { items } = await portal.as('ada')('browseOffers', { query: { q: 'postgres' } });
    expect(items.map(({ name }) => name)).toEqual([
      'managed-postgres',
      'sold-1',
      'sold-0',
      'tagged',
      'object-store',
    ]);
  });

  it('puts an old title before new labels, however many of those there are', async () => {
    const { knex } = portal.ctx.db;
    const old = await list(portal, 'old-zither', [everyone('Zither', 'x', 'x', [])], always);
    // Versions that nobody sees stand between: each costs a row, and no plan.
    const between = textColumns(knex, {
      keys: [textKey.reader('everyone')],
      ...{ title: 'Strings', labels: 'zither', summary: 'x', body: 'x' },
    });
    const unseen = Array.from({ length: WINDOW }, (_, index) => ({ number: 100 + index }));
    await insertTexts(
      knex,
      unseen.map(({ number }) => ({ offerId: old.id, number, text: between })),
    );
    for (const name of ['new-strings', 'newer-strings']) {
      await list(portal, name, [everyone('Strings', 'x', 'x', ['zither'])], always);
    }
    await list(portal, 'mentions', [everyone('Strings', 'A zither', 'x', [])], always);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { q: 'zither', limit: 1, cursor };
      const { items, nextCursor } = await portal.as('ada')('browseOffers', { query });
      seen.push(...items.map(({ name }) => name));
      cursor = nextCursor;
    } while (cursor);
    expect(seen).toEqual(['old-zither', 'newer-strings', 'new-strings', 'mentions']);
  });
});

describe('relevance', () => {
  const text = (title: string, labels = '', summary = '') => ({ title, labels, summary });

  it('prefers the title to labels, labels to the summary, and that to the description', () => {
    const ranks = [
      text('redis'),
      text('redis for payments'),
      text('cache', 'redis'),
      text('cache', '', 'redis'),
      text('cache'),
    ].map(one => relevanceOf(['redis'], one));
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  it('prefers the title that a word says most of, also by its beginning', () => {
    const ranks = [
      'managed postgresql',
      'amazon rds for postgresql',
      'amazon rds for postgresqlx',
    ].map(title => relevanceOf(['postgres'], text(title)));
    expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  it('puts every title of the sample’s cloud catalogue with the word before every other offer', () => {
    const ranked = soldInTheCloud
      .map(one => ({ ...one, rank: relevanceOf(['postgres'], one) }))
      .sort((a, b) => b.rank - a.rank);
    const holds = ranked.map(({ title }) => title.includes('postgres'));
    expect(holds.filter(Boolean).length).toBeGreaterThan(3);
    expect(holds.lastIndexOf(true)).toBeLessThan(holds.indexOf(false));
    expect(relevanceOf(['postgres'], text('managed postgresql', 'sql'))).toBeGreaterThan(
      Math.max(...ranked.map(({ rank }) => rank)),
    );
  });

  it('prefers the whole word to its beginning', () => {
    expect(relevanceOf(['data'], text('data'))).toBeGreaterThan(
      relevanceOf(['data'], text('database')),
    );
  });
});
