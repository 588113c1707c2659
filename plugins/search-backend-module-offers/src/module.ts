import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { OffersClient } from '@offerdesk/backstage-plugin-offers-common';
import { OffersCollator } from './collator';
import { oldest, readSchedule } from './schedule';

/**
 * Backend module of the search plugin that indexes the offers that everyone who is signed in sees. What is for some
 * alone is not in the index, because an index knows no audience.
 *
 * @throws Error at start-up when `search.collators.offers.schedule` is not a schedule
 * @public
 */
export const searchModuleOffers = createBackendModule({
  pluginId: 'search',
  moduleId: 'offers-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        index: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, index, scheduler }) {
        const schedule = readSchedule(config);
        index.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: new OffersCollator({
            client: new OffersClient(discovery, { fetch }),
            auth,
            now: () => new Date(),
            oldest: oldest(schedule),
          }),
        });
      },
    });
  },
});
