import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { fullScan, queryPlan } from '../__testUtils__/queryPlan';
import { policyOf } from '../__testUtils__/services';
import { aPublishedOffer } from '../__testUtils__/stories';
import { publicQuery } from './publicStore';

const everyone = { see: { allow: ['everyone'] }, order: { allow: ['everyone'] } };
const UNTIL = '2026-12-20T00:00:00.000Z';

describe.each(databaseKinds)('what an index may hold on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
  });
  afterEach(() => portal.stop());

  const named = async (query: { limit?: number; cursor?: string; until?: string } = {}) => {
    const page = await portal.bot('publicOffers', { query: { until: UNTIL, ...query } });
    return { names: page.items.map(({ name }) => name), next: page.nextCursor };
  };

  it('[rule 1] is what everyone sees, without exception, and as long as that is planned', async () => {
    await aPublishedOffer(portal, { access: everyone }, { name: 'open' });
    await aPublishedOffer(portal, {}, { name: 'of-engineers' });
    const access = {
      ...everyone,
      see: { allow: ['everyone'], deny: ['group:default/contractors'] },
    };
    await aPublishedOffer(portal, { access }, { name: 'not-of-contractors' });
    const rings = [{ name: 'first', percent: 50 }];
    await aPublishedOffer(portal, { access: { ...everyone, rings } }, { name: 'in-a-ring' });
    const validity = { from: '2026-12-10T09:00:00.000Z', until: '2026-12-15T09:00:00.000Z' };
    await aPublishedOffer(portal, { access: everyone, validity }, { name: 'ends-before' });
    await aPublishedOffer(
      portal,
      { access: everyone },
      { name: 'later', local: '2026-12-18T09:00' },
    );
    expect((await named()).names).toEqual([]);
    portal.clock.set('2026-12-11T09:00:00.000Z');
    expect((await named()).names).toEqual(['open']);
    expect((await named({ until: '2026-12-12T09:00:00.000Z' })).names).toEqual(
      expect.arrayContaining(['open', 'ends-before']),
    );
  });

  it('is read page by page, by an index, and by services alone', async () => {
    for (const name of ['one', 'two', 'three']) {
      await aPublishedOffer(portal, { access: everyone }, { name });
    }
    portal.clock.set('2026-12-11T09:00:00.000Z');
    const first = await named({ limit: 2 });
    const rest = await named({ limit: 2, cursor: first.next ?? '' });
    expect([...first.names, ...rest.names].sort()).toEqual(['one', 'three', 'two']);
    expect(rest.next).toBeUndefined();
    const search = { now: '2026-12-11T09:00:00.000Z', until: UNTIL, after: undefined, limit: 20 };
    const { knex } = portal.ctx.db;
    const plan = await queryPlan(knex, publicQuery(knex, search).select('l.offer_id'));
    expect(plan).toMatch(/listed_by_title/);
    expect(plan).not.toMatch(fullScan);
    expect(
      await refusalOf(portal.as('carla')('publicOffers', { query: { until: UNTIL } })),
    ).toMatchObject({
      status: 403,
    });
  });

  it('is nothing for a service whose token does not let it', async () => {
    await portal.stop();
    portal = await aPortal(kind, {
      permissions: policyOf(AuthorizeResult.DENY),
    });
    expect(await refusalOf(portal.bot('publicOffers', { query: { until: UNTIL } }))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
  });
});
