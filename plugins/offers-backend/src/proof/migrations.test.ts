import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import {
  aDatabase,
  anEmptyDatabase,
  databaseKinds,
  TestDatabase,
} from '../__testUtils__/databases';
import { aPortal } from '../__testUtils__/portal';
import { aPublishedOffer } from '../__testUtils__/stories';
import { dumpOf, shared } from './__testUtils__/dump';
import { fillEmptyTables } from './__testUtils__/fill';
import { keepResult } from './__testUtils__/runs';
import { schemaOf } from './__testUtils__/schemaOf';
import { someSources } from './__testUtils__/sources';
import { aWorld } from './__testUtils__/world';

const directory = resolvePackagePath('@offerdesk/backstage-plugin-offers-backend', 'migrations');

/** A database in which every table has rows: from the stories, and made up where they leave one empty. */
async function aFullDatabase(database: TestDatabase, kind: (typeof databaseKinds)[number]) {
  const { portal } = await aWorld(kind, { database, sources: someSources });
  await portal.as('carla')('importSource', { params: { id: 'cloud' } });
  await portal.bot('claimDeliveries', { body: { worker: 'proof', limit: 5 } });
  await portal.stop();
  const knex = database.connect();
  return { knex, filled: await fillEmptyTables(knex) };
}

describe.each(databaseKinds)('migrations with data in every table on %s', kind => {
  let database: TestDatabase;
  let knex: Knex;
  beforeAll(async () => {
    database = await aDatabase(kind);
    const full = await aFullDatabase(database, kind);
    knex = full.knex;
    keepResult('R10', { kind, filled: full.filled });
  });
  afterAll(() => database.destroy());

  it('leaves no table without data before the first step', async () => {
    const dump = await dumpOf(knex);
    expect([...dump].filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual([]);
    expect(dump.size).toBeGreaterThan(15);
  });

  it('each step goes down, up and down, and keeps what it did not bring', async () => {
    const [done]: [{ name: string }[], unknown] = await knex.migrate.list({ directory });
    for (const { name } of [...done].reverse()) {
      const before = { schema: await schemaOf(knex), dump: await dumpOf(knex) };
      await knex.migrate.down({ directory, name });
      const below = { schema: await schemaOf(knex), dump: await dumpOf(knex) };
      expect({ name, rows: shared(below.dump, before.dump) }).toEqual({
        name,
        rows: shared(before.dump, below.dump),
      });
      await knex.migrate.up({ directory, name });
      const again = { schema: await schemaOf(knex), dump: await dumpOf(knex) };
      expect({ name, ...again.schema }).toEqual({ name, ...before.schema });
      expect({ name, rows: shared(again.dump, below.dump) }).toEqual({
        name,
        rows: shared(below.dump, again.dump),
      });
      await knex.migrate.down({ directory, name });
      expect({ name, ...(await schemaOf(knex)) }).toEqual({ name, ...below.schema });
    }
    expect(await schemaOf(knex)).toEqual({ tables: {}, parts: {} });
  }, 180_000);

  it('goes up again to a portal that works', async () => {
    await knex.migrate.latest({ directory });
    const portal = await aPortal(kind, { database });
    await aPublishedOffer(portal);
    expect((await portal.as('carla')('listOffers', {})).items).toHaveLength(1);
    await portal.stop();
  });
});

describe('the schema', () => {
  it('is the same on every kind of database: tables, columns, and what may be empty', async () => {
    const said = await Promise.all(databaseKinds.map(plainSchema));
    for (const schema of said) expect(schema).toEqual(said[0]);
  });
});

/** Search has a form of its own on each database; everything else is the same. */
const SEARCH = /_fts$|_search$/;

async function plainSchema(kind: (typeof databaseKinds)[number]) {
  const database = await anEmptyDatabase(kind);
  try {
    const portal = await aPortal(kind, { database });
    await portal.stop();
    const { tables } = await schemaOf(database.connect());
    return Object.fromEntries(
      Object.entries(tables)
        .filter(([table]) => !SEARCH.test(table))
        .map(([table, columns]) => [table, columns.map(alike)])
        .sort(),
    );
  } finally {
    await database.destroy();
  }
}

/** Types by what they hold: each database has its own words for them. */
function alike(column: string): string {
  return column
    .toLowerCase()
    .replace('character varying', 'varchar')
    .replace(/\b(bigint|serial)\b/, 'integer')
    .replace(/\bcollate "?c"?\b/, '')
    .trim();
}
