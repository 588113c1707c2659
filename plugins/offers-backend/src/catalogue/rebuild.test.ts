import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { aDatabase, databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer } from '../__testUtils__/stories';
import { rebuildListing } from './rebuild';

const directory = resolvePackagePath('@offerdesk/backstage-plugin-offers-backend', 'migrations');

/** The listing's migration, after those that build upon it. */
const builtUpon = [
  '20261130045800_offer_moves.js',
  '20261130011500_watches.js',
  '20261125030100_listing_generation.js',
  '20261125030000_listing_covers.js',
  '20261124000700_listing.js',
];

const traces = async (portal: TestPortal) => ({
  list: (await portal.as('ada')('browseOffers', { query: { limit: 100 } })).items,
  found: (await portal.as('ada')('browseOffers', { query: { q: 'postgres' } })).items.length,
  facets: await portal.as('ada')('facets', { query: { of: 'owners' } }),
  managed: (await portal.as('carla')('listOffers', { query: { q: 'postgres' } })).items.map(
    ({ name, state }) => `${name} ${state}`,
  ),
});

describe.each(databaseKinds)('the listing of an earlier release on %s', kind => {
  it('is made anew at the start, by two replicas at once too, and is the same', async () => {
    const database = await aDatabase(kind);
    const portal = await aPortal(kind, { database });
    const replica = kind === 'pg' ? await aPortal(kind, { database }) : portal;
    try {
      await aPublishedOffer(portal, {}, { name: 'postgres-one' });
      await aPublishedOffer(portal, {}, { name: 'postgres-two' });
      await aDraft(portal, {}, 'postgres-draft');
      portal.clock.set('2026-12-15T09:00:00.000Z');
      const before = await traces(portal);
      expect(before.list).toHaveLength(2);
      const knex = database.connect();
      for (const name of builtUpon) await knex.migrate.down({ directory, name });
      // What an earlier release finds again is its own listing, with every reader and window.
      expect(await knex('listing').pluck('principal')).toEqual(
        Array(2).fill('group:default/engineers'),
      );
      expect(await knex('listing').pluck('valid_from')).toEqual(
        Array(2).fill('2026-12-10T09:00:00.000Z'),
      );
      expect(
        await knex('offers').where('search_text', 'like', '%postgres%').pluck('id'),
      ).toHaveLength(3);
      await knex.migrate.latest({ directory });
      expect((await traces(portal)).list).toEqual([]);
      await Promise.all([rebuildListing(portal.ctx), rebuildListing(replica.ctx)]);
      expect(await traces(portal)).toEqual(before);
      await rebuildListing(portal.ctx);
      expect(await traces(portal)).toEqual(before);
    } finally {
      await portal.stop();
      if (replica !== portal) await replica.stop();
      await database.destroy();
    }
  });
});
