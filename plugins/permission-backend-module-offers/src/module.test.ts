import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createPermission } from '@backstage/plugin-permission-common';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { offerCreatePermission } from '@offerdesk/backstage-plugin-offers-common';
import permissionModuleOffers from './index';

async function startWith(offers: object) {
  const setPolicy = jest.fn<void, [PermissionPolicy]>();
  const logger = mockServices.logger.mock();
  await startTestBackend({
    extensionPoints: [[policyExtensionPoint, { setPolicy }]],
    features: [
      permissionModuleOffers,
      logger.factory,
      mockServices.rootConfig.factory({ data: { offers: JSON.parse(JSON.stringify(offers)) } }),
    ],
  });
  return { policy: setPolicy.mock.calls[0]?.[0], logger };
}

describe('permissionModuleOffers', () => {
  it('sets a policy that decides offers by role, and allows everything else', async () => {
    const { policy } = await startWith({ roles: { catalogManager: ['user:default/carla'] } });
    const catalogRead = createPermission({ name: 'catalog.entity.read', attributes: {} });
    const decisionFor = (name: string, permission = catalogRead) => {
      const userEntityRef = `user:default/${name}`;
      const credentials = mockCredentials.user(userEntityRef);
      // Empty on purpose: the policy asks the service userInfo instead.
      const info = { userEntityRef, ownershipEntityRefs: [] };
      return policy?.handle({ permission }, { credentials, info });
    };

    expect(await decisionFor('carla', offerCreatePermission)).toEqual({ result: 'ALLOW' });
    expect(await decisionFor('ada', offerCreatePermission)).toEqual({ result: 'DENY' });
    expect(await decisionFor('ada')).toEqual({ result: 'ALLOW' });
    expect(await policy?.handle({ permission: offerCreatePermission })).toEqual({ result: 'DENY' });
  });

  it('says what to do when nobody holds a role', async () => {
    const { logger } = await startWith({});
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('under offers.roles'));
  });

  it('stops the portal when the roles are wrong', async () => {
    await expect(startWith({ roles: { boss: ['user:default/carla'] } })).rejects.toThrow(
      /offers\.roles\.boss is not a role: rename it/,
    );
  });
});
