import authPlugin from '@backstage/plugin-auth-backend';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { decodeJwt } from 'jose';
import request from 'supertest';
import { assertionBy, newBotKey } from './__testUtils__/bot';
import { databaseKinds } from './__testUtils__/databases';
import { people, startPortal } from './__testUtils__/portal';
import slackBotProvider from './index';

type Server = Awaited<ReturnType<typeof startPortal>>['server'];

const key = newBotKey();

const signInWith = (server: Server, assertion: string) =>
  request(server)
    .get('/api/auth/slackBot/refresh')
    .set('X-Requested-With', 'XMLHttpRequest')
    .set('X-Offers-Slack-Assertion', assertion);
const signIn = async (server: Server, claims: Record<string, unknown> = {}) =>
  signInWith(server, await assertionBy(key, claims));

describe('a Slack person who signs in', () => {
  it('receives a Backstage token of their own, with the groups that they belong to', async () => {
    const { server } = await startPortal({ key });

    const { status, headers, body } = await signIn(server);

    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    const { token, identity, expiresInSeconds } = body.backstageIdentity;
    const ownershipEntityRefs = ['user:default/ada', 'group:default/payments-team'];
    expect(identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/ada',
      ownershipEntityRefs,
    });
    expect(expiresInSeconds).toBeGreaterThan(3500);
    expect(decodeJwt(token).sub).toBe('user:default/ada');

    // The real token services check the signature here, and accept no other token.
    const userInfo = await request(server)
      .get('/api/auth/v1/userinfo')
      .set('Authorization', `Bearer ${token}`);
    expect(userInfo.status).toBe(200);
    expect(userInfo.body.claims).toMatchObject({
      sub: 'user:default/ada',
      ent: ownershipEntityRefs,
    });
  });

  it('is found by e-mail only where the configuration allows it', async () => {
    const ben = { sub: 'U0BEN0001', email: 'Ben@example.com', email_confirmed: true };

    const careful = await startPortal({ key });
    const refused = await signIn(careful.server, ben);
    expect(refused.status).toBe(404);
    expect(refused.body.error).toMatchObject({ name: 'NotFoundError', code: 'person-unknown' });

    const { server } = await startPortal({ key, settings: { matchEmail: true } });
    expect((await signIn(server, { ...ben, email_confirmed: false })).status).toBe(404);
    const found = await signIn(server, ben);
    expect(found.status).toBe(200);
    expect(found.body.backstageIdentity.identity.userEntityRef).toBe('user:default/ben');
  });
});

describe('a refused sign-in', () => {
  it('[rule 5] is what the second use of an assertion gets', async () => {
    const { server } = await startPortal({ key });
    const assertion = await assertionBy(key);

    expect((await signInWith(server, assertion)).status).toBe(200);
    const replay = await signInWith(server, assertion);
    expect(replay.status).toBe(401);
    expect(replay.body.error).toMatchObject({ code: 'assertion-replayed' });
  });

  it('tells the status, a code that stays, and what to do', async () => {
    const { server } = await startPortal({ key });

    const none = await request(server).get('/api/auth/slackBot/refresh');
    expect(none.status).toBe(401);
    expect(none.body.error).toMatchObject({ code: 'assertion-missing' });

    const forged = await signInWith(server, await assertionBy(newBotKey()));
    expect(forged.status).toBe(401);
    expect(forged.body.error).toMatchObject({
      code: 'assertion-invalid',
      message: expect.stringContaining("Check that the bot's private key belongs"),
    });

    const foreign = await signIn(server, { team: 'T0FOREIGN' });
    expect(foreign.status).toBe(403);
    expect(foreign.body.error).toMatchObject({
      name: 'NotAllowedError',
      code: 'team-not-allowed',
      message: expect.stringContaining('auth.providers.slackBot.teams'),
    });
  });

  it('[rule 1] does not tell who else is in the catalogue', async () => {
    const { server } = await startPortal({ key, settings: { matchEmail: true } });
    const stranger = { sub: 'U0NOBODY1', email: 'ada@example.com', email_confirmed: true };

    const { status, text } = await signIn(server, stranger);

    expect(status).toBe(403);
    expect(text).not.toMatch(/user:default|U0ADA0001|ada@example/);
  });
});

describe('the audit log', () => {
  it('[rule 12] holds every sign-in and every refusal, with the Slack person once that is sure', async () => {
    const { server, audited } = await startPortal({ key });
    const slackBotSignIn = (status: string, meta: object) =>
      expect.objectContaining({ eventId: 'slack-bot-sign-in', status, meta });

    await signIn(server);
    await signIn(server, { team: 'T0FOREIGN' });
    await signIn(server, { sub: 'U0NOBODY1' });
    await signInWith(server, await assertionBy(newBotKey()));

    expect(audited).toEqual([
      slackBotSignIn('succeeded', {
        userEntityRef: 'user:default/ada',
        slackUserId: 'U0ADA0001',
        team: 'T0OFFERD1',
      }),
      slackBotSignIn('failed', {
        reason: 'team-not-allowed',
        slackUserId: 'U0ADA0001',
        team: 'T0FOREIGN',
      }),
      slackBotSignIn('failed', {
        reason: 'person-unknown',
        slackUserId: 'U0NOBODY1',
        team: 'T0OFFERD1',
      }),
      slackBotSignIn('failed', { reason: 'assertion-invalid' }),
    ]);
  });

  it('[rule 12] also tells of a sign-in that fails after the person was found', async () => {
    const catalog = catalogServiceMock.mock({
      queryEntities: async () => ({ items: people.slice(0, 1), totalItems: 1, pageInfo: {} }),
      getEntityByRef: async () => undefined,
    });
    const { server, audited } = await startPortal({ key, catalog: catalog.factory });

    expect((await signIn(server)).status).toBe(404);
    expect(audited).toMatchObject([
      { status: 'failed', meta: { reason: 'error', userEntityRef: 'user:default/ada' } },
    ]);
  });

  it('never holds an assertion', async () => {
    const { server, audited } = await startPortal({ key });
    const used = await assertionBy(key);
    const forged = await assertionBy(newBotKey());

    for (const assertion of [used, used, forged]) await signInWith(server, assertion);

    const log = JSON.stringify(audited);
    expect(audited).toHaveLength(3);
    expect(log).not.toContain(used);
    expect(log).not.toContain(forged);
  });
});

describe.each(databaseKinds)('two replicas of the portal on one %s database', (_kind, create) => {
  it('[rule 5] take an assertion once between them', async () => {
    const database = await create();
    const first = await startPortal({ key, knex: database.connect() });
    const second = await startPortal({ key, knex: database.connect() });
    const assertion = await assertionBy(key);

    expect((await signInWith(first.server, assertion)).status).toBe(200);
    const replay = await signInWith(second.server, assertion);
    expect(replay.status).toBe(401);
    expect(replay.body.error).toMatchObject({ code: 'assertion-replayed' });
    expect((await signIn(second.server)).status).toBe(200);
  });
});

describe('the configuration', () => {
  const start = (auth: object) =>
    startTestBackend({
      features: [
        authPlugin,
        slackBotProvider,
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'http://localhost:3000' }, auth },
        }),
      ],
    });

  it('may leave the provider out: there is then none', async () => {
    const { server } = await start({ providers: {} });
    const answer = await signIn(server);
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe("Unknown auth provider 'slackBot'");
  });

  it('stops the portal when it is wrong', async () => {
    await expect(start({ providers: { slackBot: { teams: ['T0OFFERD1'] } } })).rejects.toThrow(
      /auth\.providers\.slackBot\.publicKey is missing: set it/,
    );
  });
});
