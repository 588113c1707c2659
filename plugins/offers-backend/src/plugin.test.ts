import { coreServices, createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { productReleaseTopic } from '@offerdesk/backstage-plugin-offers-node';
import { Bus } from './__testUtils__/bus';
import { anEmptyDatabase } from './__testUtils__/databases';
import { offersPlugin } from './plugin';

it('the plugin takes in the product releases that other plugins publish as events', async () => {
  const database = await anEmptyDatabase('better-sqlite3');
  const knex = database.connect();
  const bus = new Bus();
  const given = <T>(service: T) => ({ deps: {}, factory: () => service });
  const backend = await startTestBackend({
    features: [
      offersPlugin,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://portal.test' },
          offers: { approval: { approvers: ['group:default/release-managers'] } },
        },
      }),
      createServiceFactory({
        service: coreServices.database,
        ...given({ getClient: async () => knex }),
      }),
      createServiceFactory({ service: eventsServiceRef, ...given(bus) }),
    ],
  });
  try {
    const release = { product: 'component:default/checkout-api', version: '2.4.0' };
    await bus.publish({
      topic: productReleaseTopic,
      eventPayload: { ...release, status: 'deployed', at: '2026-11-01T09:00:00Z' },
    });
    expect(await knex('product_releases').select('product', 'version', 'status')).toEqual([
      { ...release, status: 'deployed' },
    ]);
  } finally {
    await backend.stop();
    await database.destroy();
  }
});
