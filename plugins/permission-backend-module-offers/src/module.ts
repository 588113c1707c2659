import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { OffersPermissionPolicy } from './policy';
import { readRoleMapping } from '@offerdesk/backstage-plugin-offers-node';

/**
 * Backend module of the permission plugin that sets a policy: permissions of Service Offers by the
 * roles in `offers.roles`, every other permission allowed. It fits a sample portal; an
 * organisation that has a policy calls {@link decideOffers} from its own instead.
 *
 * @throws Error at start-up that names the key and the remedy, when `offers.roles` cannot be used
 * @public
 */
export const permissionModuleOffers = createBackendModule({
  pluginId: 'permission',
  moduleId: 'offers',
  register(env) {
    env.registerInit({
      deps: {
        policies: policyExtensionPoint,
        config: coreServices.rootConfig,
        userInfo: coreServices.userInfo,
        logger: coreServices.logger,
      },
      async init({ policies, config, userInfo, logger }) {
        const roles = readRoleMapping(config);
        if (Object.values(roles).every(holders => holders.length === 0)) {
          logger.warn(
            'Nobody holds a role for Service Offers, so nobody can define or publish one: name groups in the configuration under offers.roles, such as catalogManager: [group:default/catalog-managers]',
          );
        }
        policies.setPolicy(new OffersPermissionPolicy({ roles, userInfo }));
      },
    });
  },
});
