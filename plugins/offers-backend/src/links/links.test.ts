import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { aDatabase, databaseKinds } from '../__testUtils__/databases';
import { entities } from '../__testUtils__/organisation';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { fullScan, queryPlan } from '../__testUtils__/queryPlan';
import { aPublishedOffer, completeContent } from '../__testUtils__/stories';
import { Directory } from '../people/Directory';
import { refsQuery } from './store';
import { checkLinks } from './sweep';

const links = (...names: string[]) => ({
  product: {
    entities: names.map(name => ({ ref: `component:default/${name}`, role: 'product' as const })),
  },
});

/** Lets the portal find only the entities that are not named. */
function without(portal: TestPortal, ...names: string[]): void {
  portal.ctx.directory = new Directory(
    catalogServiceMock({
      entities: [
        ...entities,
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'second-api' },
        },
      ].filter(({ metadata }) => !names.includes(metadata.name)),
    }),
    mockServices.auth(),
  );
}

describe.each(databaseKinds)('links to the software catalogue on %s', kind => {
  it('[rule 14] are welcome in a draft, and said to lead nowhere', async () => {
    const portal = await aPortal(kind);
    const offer = await portal.as('carla')('createOffer', {
      body: {
        name: 'linked',
        interaction: 'provision',
        owner: 'group:default/nobody',
        content: completeContent(links('checkout-api', 'nowhere')),
      },
    });
    expect(offer.dangling).toEqual(['component:default/nowhere', 'group:default/nobody']);
    const params = { id: offer.id };
    expect((await portal.as('carla')('getOffer', { params })).dangling).toEqual(offer.dangling);
    const edited = await portal.as('carla')('putDraft', {
      params,
      revision: offer.revision,
      body: { content: completeContent(links('checkout-api')) },
    });
    expect(edited.dangling).toBeUndefined();
    await portal.stop();
  });

  it('stores a draft also while the catalogue does not answer', async () => {
    const portal = await aPortal(kind);
    portal.ctx.directory.unseenBy = async () => {
      throw new Error('The catalogue is away');
    };
    const offer = await portal.as('carla')('createOffer', {
      body: {
        name: 'linked',
        interaction: 'provision',
        content: completeContent(links('nowhere')),
      },
    });
    expect(offer.dangling).toBeUndefined();
    await portal.stop();
  });

  it('are shown as dangling while the entity is gone, and no longer when it is back', async () => {
    const portal = await aPortal(kind);
    without(portal);
    await aPublishedOffer(portal, links('checkout-api', 'second-api'), { name: 'linked' });
    portal.clock.set('2026-12-15T09:00:00.000Z');
    const seen = async () => ({
      page: (await portal.as('ada')('offerPage', { params: { name: 'linked' } })).dangling,
      managed: (await portal.as('carla')('listOffers', {})).items.length,
    });
    expect(await checkLinks(portal.ctx)).toBe(0);
    without(portal, 'second-api');
    expect(await seen()).toEqual({ page: undefined, managed: 1 });
    expect(await checkLinks(portal.ctx)).toBe(1);
    expect((await seen()).page).toEqual(['component:default/second-api']);
    without(portal);
    await checkLinks(portal.ctx);
    expect((await seen()).page).toBeUndefined();
    await portal.stop();
  });

  it('are gone through in steps, each of which one replica makes', async () => {
    const database = await aDatabase(kind);
    const portal = await aPortal(kind, { database });
    without(portal);
    for (const name of ['one', 'two', 'three']) {
      await aPublishedOffer(portal, links('checkout-api', 'second-api'), { name });
    }
    without(portal, 'checkout-api', 'second-api');
    // Both read the same position before either notes what it found.
    const found = await Promise.all([checkLinks(portal.ctx, 1), checkLinks(portal.ctx, 1)]);
    const rest = await checkLinks(portal.ctx, 1);
    expect([...found, rest].reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await database.connect()('offer_links').whereNull('dangling_since')).toEqual([]);
    await portal.stop();
    await database.destroy();
  });

  it('are read in the order of the entities, from an index', async () => {
    const portal = await aPortal(kind);
    const plan = await queryPlan(
      portal.ctx.db.knex,
      refsQuery(portal.ctx.db.knex, { after: 'b', at: '2026', limit: 200 }),
    );
    expect(plan).not.toMatch(fullScan);
    await portal.stop();
  });
});
