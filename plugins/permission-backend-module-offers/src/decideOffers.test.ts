import { BackstageUserInfo } from '@backstage/backend-plugin-api';
import { createPermission } from '@backstage/plugin-permission-common';
import {
  offerReadPermission,
  offersPermissions,
  offerUpdatePermission,
  RoleMapping,
} from '@offerdesk/backstage-plugin-offers-common';
import { decideOffers } from './decideOffers';

const roles: RoleMapping = {
  catalogManager: ['group:default/catalog-managers'],
  productManager: ['group:default/product-managers'],
  releaseManager: ['group:default/release-managers'],
  operationsManager: ['group:default/operations'],
  supportSpecialist: [],
  testSpecialist: ['user:default/tina'],
};

function aPerson(name: string, ...groups: string[]): BackstageUserInfo {
  const userEntityRef = `user:default/${name}`;
  const ownershipEntityRefs = [userEntityRef, ...groups.map(group => `group:default/${group}`)];
  return { userEntityRef, ownershipEntityRefs };
}

const allowed = (user: BackstageUserInfo | undefined) =>
  offersPermissions
    .filter(permission => decideOffers({ permission }, user, roles)?.result === 'ALLOW')
    .map(permission => permission.name);

const everybody = [
  'offers.catalogue.read',
  'offers.plan.read',
  'offers.plan.decide',
  'offers.plan.break-glass',
  'offers.demand.read',
  'offers.demand.raise',
  'offers.reference.read',
  'offers.waiver.grant',
];
const readers = [
  ...everybody,
  'offers.offer.read',
  'offers.product-release.read',
  'offers.report.read',
];

describe('decideOffers', () => {
  it.each([
    ['a consumer', aPerson('ada', 'payments-team', 'engineers'), everybody],
    ['an operations manager', aPerson('nils', 'operations'), [...readers, 'offers.offer.operate']],
    ['a test specialist named in person', aPerson('tina'), readers],
    [
      'a release manager',
      aPerson('mia', 'release-managers'),
      [
        ...readers,
        'offers.offer.operate',
        'offers.plan.release',
        'offers.product-release.report',
        'offers.audit.read',
      ],
    ],
    [
      'a product manager',
      aPerson('pia', 'product-managers'),
      [
        ...readers,
        'offers.offer.create',
        'offers.offer.update',
        'offers.plan.manage',
        'offers.demand.manage',
        'offers.product-release.report',
      ],
    ],
    [
      'a catalog manager',
      aPerson('carla', 'catalog-managers'),
      [
        ...readers,
        'offers.offer.operate',
        'offers.offer.create',
        'offers.offer.update',
        'offers.plan.manage',
        'offers.demand.manage',
        'offers.plan.release',
        'offers.product-release.report',
        'offers.source.import',
        'offers.reference.manage',
        'offers.delivery.manage',
        'offers.audit.read',
        'offers.slack-link.manage',
      ],
    ],
    ['nobody', undefined, []],
  ])('lets %s do what the roles say', (_who, user, names) => {
    expect(allowed(user).sort()).toEqual([...names].sort());
  });

  it('adds up the roles of a person who holds several', () => {
    const both = allowed(aPerson('rob', 'operations', 'release-managers'));
    expect(both).toEqual(allowed(aPerson('mia', 'release-managers')));
  });

  it.each([offerReadPermission, offerUpdatePermission])(
    'lets the owners of an offer have $name without a role',
    permission => {
      expect(decideOffers({ permission }, aPerson('ada', 'payments-team'), roles)).toEqual({
        result: 'CONDITIONAL',
        pluginId: 'offers',
        resourceType: 'service-offer',
        conditions: {
          resourceType: 'service-offer',
          rule: 'IS_OWNED_BY',
          params: { owners: ['user:default/ada', 'group:default/payments-team'] },
        },
      });
    },
  );

  it('refuses a permission of offers that it does not know', () => {
    const permission = createPermission({ name: 'offers.order.create', attributes: {} });
    expect(decideOffers({ permission }, aPerson('carla', 'catalog-managers'), roles)).toEqual({
      result: 'DENY',
    });
  });

  it('has no opinion on what is not an offer', () => {
    for (const name of ['catalog.entity.read', 'offersale.read']) {
      const permission = createPermission({ name, attributes: {} });
      expect(decideOffers({ permission }, undefined, roles)).toBeUndefined();
    }
  });

  it('leaves deliveries and Slack accounts to the bot and the sign-in, and nothing else, whatever roles a person holds', () => {
    const groups = ['catalog-managers', 'product-managers', 'release-managers', 'operations'];
    const names = allowed(aPerson('tina', ...groups));
    const left = offersPermissions.map(permission => permission.name);
    expect(left.filter(name => !names.includes(name))).toEqual([
      'offers.public-offer.read',
      'offers.delivery.claim',
      'offers.delivery.settle',
      'offers.slack.link',
      'offers.slack-person.read',
      'offers.slack-installation.manage',
    ]);
  });
});
