import { DEFAULT_NAMESPACE, parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'auth.providers.samplePeople';

/** Normal form of a person's entity ref, so that `User:Default/Carla` and `carla` mean the same person. */
export function personRef(ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultKind: 'user', defaultNamespace: DEFAULT_NAMESPACE }),
  );
}

/**
 * Stops the start of a portal that is not a development portal: whoever reaches this sign-in is let in without a proof.
 *
 * @throws InputError that names the key and the remedy
 */
export function assertDevelopment(config: Config, nodeEnv: string | undefined): void {
  const remedy = `Set ${KEY} to null and configure the sign-in of your organisation under auth.providers instead.`;
  if (nodeEnv === 'production') {
    throw new InputError(`${KEY} is for development, but NODE_ENV is production. ${remedy}`);
  }
  if (config.getOptionalString('auth.environment') === 'production') {
    throw new InputError(
      `${KEY} is for development, but auth.environment is production. ${remedy}`,
    );
  }
}

/**
 * Reads who may be chosen.
 *
 * @param config - the configuration at `auth.providers.samplePeople`
 * @returns names by entity ref in normal form
 * @throws InputError that names the key and the remedy
 */
export function readSamplePeople(config: Config): Map<string, string> {
  const people = config.getOptionalConfigArray('people') ?? [];
  if (people.length === 0) {
    throw new InputError(`${KEY}.people is empty: list at least one { ref, title, role }.`);
  }
  const entries = people.map((person, index): [string, string] => {
    const ref = person.getString('ref');
    const normal = personRef(ref);
    if (!normal.startsWith('user:')) {
      throw new InputError(
        `${KEY}.people[${index}].ref is "${ref}", which is not a user: write user:<namespace>/<name>.`,
      );
    }
    return [normal, person.getString('title')];
  });
  return new Map(entries);
}
