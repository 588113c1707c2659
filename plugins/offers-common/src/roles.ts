import { z } from 'zod';

/** The roles of the Release value stream that the configuration maps to groups (design: "People"). @public */
export const roleNames = [
  'catalogManager',
  'productManager',
  'releaseManager',
  'operationsManager',
  'supportSpecialist',
  'testSpecialist',
] as const;

/** One role of the value stream. @public */
export const roleSchema = z.enum(roleNames).meta({ id: 'Role' });

/** One role of the value stream. @public */
export type Role = z.infer<typeof roleSchema>;

/** Which groups (entity refs, lower case) hold each role. @public */
export type RoleMapping = Readonly<Record<Role, readonly string[]>>;

/** What roles may do with offers and plans, before an organisation's own policy narrows it. @public */
export const capabilityNames = [
  'readAll',
  'createOffer',
  'updateOffer',
  'managePlan',
  'release',
  'operate',
  'reportProductRelease',
  'triageDemand',
  'import',
  'manageReferences',
  'readAudit',
  'manageDeliveries',
  'manageSlackLinks',
] as const;

/** One thing that a role may do. @public */
export type Capability = (typeof capabilityNames)[number];

/** One table says what each role may do; the sample policy and the portal both read it. @public */
export const capabilitiesOfRole: Readonly<Record<Role, readonly Capability[]>> = {
  catalogManager: [
    'readAll',
    'createOffer',
    'updateOffer',
    'managePlan',
    'release',
    'operate',
    'reportProductRelease',
    'triageDemand',
    'import',
    'manageReferences',
    'readAudit',
    'manageDeliveries',
    'manageSlackLinks',
  ],
  productManager: [
    'readAll',
    'createOffer',
    'updateOffer',
    'managePlan',
    'reportProductRelease',
    'triageDemand',
  ],
  releaseManager: ['readAll', 'release', 'operate', 'reportProductRelease', 'readAudit'],
  operationsManager: ['readAll', 'operate'],
  supportSpecialist: ['readAll'],
  testSpecialist: ['readAll'],
};

/**
 * The roles that a person holds.
 *
 * @param principals - the person's own ref and the refs of the groups that own things for them
 * @param mapping - the configuration's role mapping
 * @public
 */
export function rolesOf(principals: readonly string[], mapping: RoleMapping): Role[] {
  const held = new Set(principals);
  return roleNames.filter(role => mapping[role].some(group => held.has(group)));
}

/** What a person with these roles may do. @public */
export function capabilitiesOf(roles: readonly Role[]): ReadonlySet<Capability> {
  return new Set(roles.flatMap(role => capabilitiesOfRole[role]));
}
