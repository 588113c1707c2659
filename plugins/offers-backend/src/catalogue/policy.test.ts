import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { policyOf } from '../__testUtils__/services';
import { aPublishedOffer } from '../__testUtils__/stories';

const narrowedPolicy = {
  ...policyOf(AuthorizeResult.ALLOW),
  authorizeConditional: async (requests: { permission: { name: string } }[]) =>
    requests.map(({ permission: { name } }) => ({
      result: name === 'offers.offer.read' ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    })),
} as const;

/** Every question about an offer by its name that staff is answered whatever its audience. */
const questions = [
  [
    'offerPage',
    (at: TestPortal, who: string, name: string) => at.as(who)('offerPage', { params: { name } }),
  ],
  [
    'offerStory',
    (at: TestPortal, who: string, name: string) => at.as(who)('offerStory', { params: { name } }),
  ],
  [
    'explainOffer',
    (at: TestPortal, who: string, name: string) => at.as(who)('explainOffer', { params: { name } }),
  ],
  [
    'quoteOffer',
    (at: TestPortal, who: string, name: string) =>
      at.as(who)('quoteOffer', { params: { name }, body: {} }),
  ],
] as const;

describe('staff to whom the policy denies offers', () => {
  let portal: TestPortal;
  let narrowed: TestPortal;
  let name: string;
  beforeAll(async () => {
    portal = await aPortal('better-sqlite3', { inProcess: true });
    ({ name } = await aPublishedOffer(portal));
    narrowed = await aPortal('better-sqlite3', {
      database: portal.database,
      inProcess: true,
      permissions: narrowedPolicy,
    });
  });
  beforeEach(() => {
    for (const { clock } of [portal, narrowed]) clock.set('2026-12-20T09:00:00.000Z');
  });
  afterAll(async () => {
    await narrowed.stop();
    await portal.stop();
  });

  it.each(questions)('[rule 1] are answered as everybody else by %s', async (_id, ask) => {
    await ask(portal, 'carla', name);
    expect(await refusalOf(ask(narrowed, 'carla', name))).toEqual({
      status: 404,
      code: 'not-found',
    });
    await ask(narrowed, 'ada', name);
  });
});
