import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authBackend from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import samplePeople from './index';

const carla = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'carla', namespace: 'default' },
  spec: {},
  relations: [{ type: 'memberOf', targetRef: 'group:default/catalog-managers' }],
};

const people = [
  { ref: 'user:default/carla', title: 'Carla Mendes', role: 'Catalog manager.' },
  { ref: 'user:default/gone', title: 'Gone', role: 'Left the organisation.' },
];

const start = (auth: object) =>
  startTestBackend({
    features: [
      authBackend,
      samplePeople,
      catalogServiceMock.factory({ entities: [carla] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://127.0.0.1:7007' },
          backend: { baseUrl: 'http://127.0.0.1:7007' },
          auth: auth as never,
        },
      }),
    ],
  });

describe('the sign-in as a sample person', () => {
  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start({ providers: { samplePeople: { people } } });
  });

  afterAll(() => backend.stop());

  const signIn = (header?: string) => {
    const call = request(backend.server).get('/api/auth/samplePeople/refresh');
    return header === undefined ? call : call.set('X-Offers-Sample-Person', header);
  };

  it('gives a user token that carries the groups of the person', async () => {
    const response = await signIn('user:default/carla').expect(200);
    const { token, identity } = response.body.backstageIdentity;
    expect(identity).toMatchObject({
      userEntityRef: 'user:default/carla',
      ownershipEntityRefs: ['user:default/carla', 'group:default/catalog-managers'],
    });
    const payload = Buffer.from(token.split('.')[1], 'base64url').toString();
    expect(JSON.parse(payload)).toMatchObject({ sub: 'user:default/carla', aud: 'backstage' });
  });

  it('takes a ref in any of its spellings', async () => {
    const response = await signIn('User:Default/Carla');
    expect(response.status).toBe(200);
  });

  it('asks for a choice when there is none', async () => {
    const response = await signIn().expect(401);
    expect(response.body.error.message).toContain('x-offers-sample-person');
  });

  it('refuses everybody who is not listed', async () => {
    const response = await signIn('user:default/root').expect(403);
    expect(response.body.error.message).toContain('auth.providers.samplePeople.people');
  });

  it('refuses a listed person whom the software catalogue does not know', async () => {
    const response = await signIn('user:default/gone');
    expect(response.status).toBe(404);
  });
});

describe('the start of a portal with sample people', () => {
  it('is refused when auth.environment is production, with the key and the remedy', async () => {
    await expect(
      start({ environment: 'production', providers: { samplePeople: { people } } }),
    ).rejects.toThrow(/auth\.providers\.samplePeople.*auth\.environment is production.*to null/);
  });

  it('goes on without them when they are not configured', async () => {
    const backend = await start({ environment: 'production' });
    const response = await request(backend.server).get('/api/auth/samplePeople/refresh');
    expect(response.status).toBe(404);
    await backend.stop();
  });
});
