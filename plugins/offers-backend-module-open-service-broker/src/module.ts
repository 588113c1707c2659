import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { offerSourcesExtensionPoint } from '@offerdesk/backstage-plugin-offers-node';
import { createBrokerSource } from './source';
import { readBrokerSettings } from './settings';

/**
 * Backend module of the offers plugin that adds one offer source for each entry of
 * `offers.sources.openServiceBroker`. Without that key it does nothing.
 *
 * @throws Error at start-up that names the key and the remedy, when an entry cannot be used
 * @public
 */
export const offersModuleOpenServiceBroker = createBackendModule({
  pluginId: 'offers',
  moduleId: 'open-service-broker',
  register(env) {
    env.registerInit({
      deps: { sources: offerSourcesExtensionPoint, config: coreServices.rootConfig },
      async init({ sources, config }) {
        for (const settings of readBrokerSettings(config)) {
          sources.addSource(createBrokerSource(settings));
        }
      },
    });
  },
});
