import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { samplePeopleAuthenticator, signInAsCatalogUser } from './authenticator';
import { assertDevelopment } from './config';

/**
 * The auth provider `samplePeople`: development only, silent when `auth.providers.samplePeople` is not configured.
 *
 * @public
 */
export const authModuleSamplePeopleProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'sample-people-provider',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        if (!config.has('auth.providers.samplePeople')) {
          return;
        }
        assertDevelopment(config, process.env.NODE_ENV);
        logger.warn('Whoever reaches this portal may sign in as any of the sample people');
        providers.registerProvider({
          providerId: 'samplePeople',
          factory: createProxyAuthProviderFactory({
            authenticator: samplePeopleAuthenticator,
            signInResolver: signInAsCatalogUser,
          }),
        });
      },
    });
  },
});
