import { mockServices } from '@backstage/backend-test-utils';
import { UserEntity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { SlackAssertion } from './assertion';
import { findPerson } from './person';

type Traits = { slack?: string; email?: string };

function aUser(name: string, { slack, email }: Traits): UserEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: 'default',
      ...(slack && { annotations: { 'slack.com/bot-notify': slack } }),
    },
    spec: { memberOf: [], ...(email && { profile: { email } }) },
  };
}

function aPerson(changes: Partial<SlackAssertion> = {}): SlackAssertion {
  return {
    jti: '5d0a1f4e-8a9e-4b39-9c27-6b0f7d1c2e3f',
    slackUserId: 'U0ADA0001',
    team: 'T0OFFERD1',
    expiresAt: new Date('2026-11-23T17:01:00.000Z'),
    ...changes,
  };
}

const find = (entities: UserEntity[], person = aPerson(), matchEmail = false, linked?: string) =>
  findPerson(person, {
    linkedUser: async () => linked,
    annotatedTeam: 'T0OFFERD1',
    catalog: catalogServiceMock({ entities }),
    auth: mockServices.auth(),
    matchEmail,
  });

describe('findPerson by link', () => {
  const users = [aUser('ada', { slack: 'U0ADA0001' }), aUser('ben', { email: 'ben@example.com' })];
  const linkedTo = (user: string, person = aPerson()) => find(users, person, false, user);

  it('finds the user that has linked the account, with or without an annotation', async () => {
    await expect(linkedTo('user:default/ada')).resolves.toBe('user:default/ada');
    const unknown = aPerson({ slackUserId: 'U0BEN0001' });
    await expect(linkedTo('user:default/ben', unknown)).resolves.toBe('user:default/ben');
  });

  it('[rule 4] refuses an account that the directory gives to somebody else: nobody counts as two', async () => {
    await expect(linkedTo('user:default/ben')).rejects.toMatchObject({ code: 'person-ambiguous' });
  });

  it('[rule 4] reads an annotation for the first workspace only: another may have the same id', async () => {
    const elsewhere = aPerson({ team: 'T0SECOND1' });
    await expect(find(users, elsewhere)).rejects.toMatchObject({ code: 'person-unknown' });
    await expect(linkedTo('user:default/ben', elsewhere)).resolves.toBe('user:default/ben');
  });
});

describe('findPerson by annotation', () => {
  it('finds the one user that carries the Slack user id', async () => {
    const users = [aUser('ben', { slack: 'U0BEN0001' }), aUser('ada', { slack: 'U0ADA0001' })];
    await expect(find(users)).resolves.toBe('user:default/ada');
  });

  it('finds nobody in a catalogue that does not know the person', async () => {
    await expect(find([aUser('ben', { slack: 'U0BEN0001' })])).rejects.toMatchObject({
      name: 'NotFoundError',
      code: 'person-unknown',
    });
  });

  it('[rule 4] refuses when two users carry the id, and names neither', async () => {
    const refused = find([
      aUser('ada', { slack: 'U0ADA0001' }),
      aUser('eve', { slack: 'U0ADA0001' }),
    ]);
    await expect(refused).rejects.toMatchObject({
      name: 'NotAllowedError',
      code: 'person-ambiguous',
      message: expect.not.stringMatching(/user:|\beve\b|\bada\b/),
    });
  });

  it('compares exactly, although the catalogue does not', async () => {
    await expect(find([aUser('ada', { slack: 'u0ada0001' })])).rejects.toMatchObject({
      code: 'person-unknown',
    });
    const one = [aUser('ada', { slack: 'U0ADA0001' }), aUser('eve', { slack: 'u0ada0001' })];
    await expect(find(one)).resolves.toBe('user:default/ada');
  });

  it('looks at users only', async () => {
    const group = { ...aUser('payments', { slack: 'U0ADA0001' }), kind: 'Group' } as const;
    const entities = [group as unknown as UserEntity];
    await expect(find(entities)).rejects.toMatchObject({ code: 'person-unknown' });
  });

  it('refuses rather than reads a catalogue full of lookalikes to its end', async () => {
    const lookalikes = Array.from({ length: 51 }, (_, i) => aUser(`u${i}`, { slack: 'u0ada0001' }));
    await expect(find(lookalikes)).rejects.toMatchObject({ code: 'person-ambiguous' });
  });
});

describe('findPerson by e-mail', () => {
  const confirmed = aPerson({ confirmedEmail: 'ada@example.com' });

  it('[rule 4] does not, unless the configuration allows it', async () => {
    const users = [aUser('ada', { email: 'ada@example.com' })];
    await expect(find(users, confirmed)).rejects.toMatchObject({ code: 'person-unknown' });
    await expect(find(users, confirmed, true)).resolves.toBe('user:default/ada');
  });

  it('[rule 4] does not, unless Slack confirmed the address', async () => {
    const users = [aUser('ada', { email: 'ada@example.com' })];
    await expect(find(users, aPerson(), true)).rejects.toMatchObject({ code: 'person-unknown' });
  });

  it('does not mind how the catalogue writes the address', async () => {
    const users = [aUser('ada', { email: 'Ada@Example.com' })];
    await expect(find(users, confirmed, true)).resolves.toBe('user:default/ada');
  });

  it('prefers the annotation', async () => {
    const users = [
      aUser('ada', { slack: 'U0ADA0001' }),
      aUser('eve', { email: 'ada@example.com' }),
    ];
    await expect(find(users, confirmed, true)).resolves.toBe('user:default/ada');
  });

  it('finds nobody, or refuses two, as the annotation does', async () => {
    const nobody = find([aUser('ben', { email: 'ben@example.com' })], confirmed, true);
    await expect(nobody).rejects.toMatchObject({ code: 'person-unknown' });

    const two = [
      aUser('ada', { email: 'ada@example.com' }),
      aUser('eve', { email: 'ada@example.com' }),
    ];
    await expect(find(two, confirmed, true)).rejects.toMatchObject({ code: 'person-ambiguous' });
  });

  it('[rule 4] never makes a second Slack account of a user who is linked to a first', async () => {
    const linked = [aUser('ada', { email: 'ada@example.com', slack: 'U0FIRST01' })];
    await expect(find(linked, confirmed, true)).rejects.toMatchObject({
      name: 'NotAllowedError',
      code: 'person-linked-elsewhere',
      message: expect.not.stringContaining('U0FIRST01'),
    });
  });

  it('still finds a user whose annotation names a channel for notifications', async () => {
    const users = [aUser('ada', { email: 'ada@example.com', slack: 'C0GENERAL1' })];
    await expect(find(users, confirmed, true)).resolves.toBe('user:default/ada');
  });
});
