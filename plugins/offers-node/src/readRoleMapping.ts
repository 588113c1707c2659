import { Config } from '@backstage/config';
import {
  entityRefSchema,
  Role,
  RoleMapping,
  roleNames,
} from '@offerdesk/backstage-plugin-offers-common';

const SECTION = 'offers.roles';

/**
 * Reads who holds each role from the configuration section `offers.roles`: a list of groups, or
 * of single users, for each role. A role that is left out is held by nobody.
 *
 * @param rootConfig - the configuration of the whole backend
 * @returns the entity refs that hold each role, in lower case
 * @throws Error that names the key and the remedy, for an unknown role and for what is no
 * reference of a group or user
 * @public
 */
export function readRoleMapping(rootConfig: Config): RoleMapping {
  const config = rootConfig.getOptionalConfig(SECTION);
  refuseUnknownRoles(config?.keys() ?? []);
  return {
    catalogManager: readHolders(config, 'catalogManager'),
    productManager: readHolders(config, 'productManager'),
    releaseManager: readHolders(config, 'releaseManager'),
    operationsManager: readHolders(config, 'operationsManager'),
    supportSpecialist: readHolders(config, 'supportSpecialist'),
    testSpecialist: readHolders(config, 'testSpecialist'),
  };
}

function refuseUnknownRoles(keys: string[]) {
  const known: readonly string[] = roleNames;
  const unknown = keys.find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw new Error(
      `${SECTION}.${unknown} is not a role: rename it to one of ${roleNames.join(', ')}, or remove it`,
    );
  }
}

function readHolders(config: Config | undefined, role: Role): string[] {
  const holders = config?.getOptionalStringArray(role) ?? [];
  return holders.map((holder, index) => {
    const ref = entityRefSchema.safeParse(holder);
    if (!ref.success || !/^(group|user):/.test(ref.data)) {
      throw new Error(
        `${SECTION}.${role}[${index}] is "${holder}": write the full reference of a group or user, such as group:default/catalog-managers`,
      );
    }
    return ref.data;
  });
}
