import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { linkedUserOf } from './linkedUser';
import { createSlackBotProviderFactory } from './provider';
import { readSlackBotSettings } from './settings';
import { migrateUsedAssertions } from './usedAssertions';

/**
 * Backend module of the auth plugin that adds the provider `slackBot`: the Offerdesk bot sends a
 * short-lived assertion that it has signed, in the header `X-Offers-Slack-Assertion` of
 * `GET /api/auth/slackBot/refresh`, and receives a Backstage token of the Slack person.
 *
 * Without the configuration section `auth.providers.slackBot` it does nothing.
 *
 * @throws Error at start-up that names the key and the remedy, when the section cannot be used
 * @public
 */
export const authModuleSlackBotProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'slack-bot-provider',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        auditor: coreServices.auditor,
        logger: coreServices.logger,
      },
      async init({ providers, config, database, discovery, ...services }) {
        const settings = readSlackBotSettings(config);
        if (!settings) return;
        const knex = await migrateUsedAssertions(database);
        providers.registerProvider({
          providerId: 'slackBot',
          factory: createSlackBotProviderFactory({
            ...services,
            settings,
            knex,
            linkedUser: linkedUserOf({ discovery, auth: services.auth }),
            now: () => new Date(),
          }),
        });
      },
    });
  },
});
