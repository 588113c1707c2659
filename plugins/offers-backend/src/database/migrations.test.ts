import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { anEmptyDatabase, databaseKinds } from '../__testUtils__/databases';
import { aPortal } from '../__testUtils__/portal';
import { aPublishedOffer } from '../__testUtils__/stories';

const directory = resolvePackagePath('@offerdesk/backstage-plugin-offers-backend', 'migrations');

describe.each(databaseKinds)('migrations on %s', kind => {
  it('go up, down with data, and up again', async () => {
    const database = await anEmptyDatabase(kind);
    try {
      const portal = await aPortal(kind, { database });
      await aPublishedOffer(portal);
      await portal.stop();
      const knex = database.connect();
      await knex.migrate.rollback({ directory }, true);
      expect(await knex.schema.hasTable('offers')).toBe(false);
      await knex.migrate.latest({ directory });
      expect(await knex('offers')).toEqual([]);
      expect(await knex('audit_head')).toEqual([{ id: 1, seq: 0, hash: '0'.repeat(64) }]);
    } finally {
      await database.destroy();
    }
  });
});
