import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** Someone whom the visitor may be. */
export interface SamplePerson {
  /** Entity ref, such as `user:default/carla`. */
  ref: string;
  title: string;
  /** One sentence that says what this person does. */
  role: string;
}

/** The people of `auth.providers.samplePeople.people`; none when the portal has no sample people. */
export function readSamplePeople(config: ConfigApi): SamplePerson[] {
  const people = config.getOptionalConfigArray('auth.providers.samplePeople.people') ?? [];
  return people.map(person => ({
    ref: person.getString('ref'),
    title: person.getString('title'),
    role: person.getString('role'),
  }));
}
