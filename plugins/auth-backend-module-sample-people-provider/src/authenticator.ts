import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator, type SignInResolver } from '@backstage/plugin-auth-node';
import { personRef, readSamplePeople } from './config';

/** The header that names the chosen person; the sign-in page sends it with every refresh. */
export const SAMPLE_PERSON_HEADER = 'x-offers-sample-person';

/** Who was chosen: an entity ref in normal form, and the name to greet with. */
export interface SamplePerson {
  entityRef: string;
  title: string;
}

/** Accepts a listed person by name, and nobody else. */
export const samplePeopleAuthenticator = createProxyAuthenticator<
  Map<string, string>,
  SamplePerson,
  undefined
>({
  defaultProfileTransform: async ({ title }) => ({ profile: { displayName: title } }),
  initialize: ({ config }) => readSamplePeople(config),
  async authenticate({ req }, people) {
    const chosen = req.header(SAMPLE_PERSON_HEADER);
    if (!chosen) {
      throw new AuthenticationError(
        `Nobody was chosen: send the header ${SAMPLE_PERSON_HEADER} with the entity ref of a sample person.`,
      );
    }
    const entityRef = personRef(chosen);
    const title = people.get(entityRef);
    if (title === undefined) {
      throw new NotAllowedError(
        'This is not one of the sample people: choose one that auth.providers.samplePeople.people lists.',
      );
    }
    return { result: { entityRef, title } };
  },
});

/** The person must be in the software catalogue: groups, and so rights, come from there. */
export const signInAsCatalogUser: SignInResolver<SamplePerson> = (info, context) =>
  context.signInWithCatalogUser({ entityRef: info.result.entityRef });
