import { Bus } from '../__testUtils__/bus';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { subscribeToProductReleases } from './events';

describe.each(databaseKinds)('events of product releases on %s', kind => {
  let portal: TestPortal;
  const bus = new Bus();
  let warn: jest.SpyInstance;
  const warnings = () => warn.mock.calls.map(([words]) => words);
  const publish = (eventPayload: unknown) =>
    bus.publish({ topic: 'offers.product-release', eventPayload });
  const payload = {
    product: 'Component:default/Checkout-API',
    version: '3.1',
    status: 'deployed',
    at: '2026-12-01T09:30:00+01:00',
  };

  beforeAll(async () => {
    portal = await aPortal(kind);
    await subscribeToProductReleases(portal.ctx, bus);
  });
  beforeEach(() => {
    warn = jest.spyOn(portal.ctx.logger, 'warn').mockClear();
  });
  afterAll(() => portal.stop());

  it('[rule 5] are taken in once, however often they come', async () => {
    await publish(payload);
    await publish(payload);
    const { items } = await portal.as('nils')('listProductReleases', {});
    expect(items).toMatchObject([
      {
        product: 'component:default/checkout-api',
        version: '3.1',
        status: 'deployed',
        since: '2026-12-01T08:30:00.000Z',
      },
    ]);
    const read = await portal.as('nils')('getProductRelease', {
      params: { id: items[0]?.id ?? '' },
    });
    expect(read.history).toEqual([
      {
        status: 'deployed',
        at: '2026-12-01T08:30:00.000Z',
        actor: 'system:events',
        source: 'event',
      },
    ]);
    expect(warnings()).toEqual([]);
  });

  it.each([
    ['nothing', undefined, 'body: '],
    ['a text', 'deployed', 'body: '],
    ['no instant', { ...payload, at: undefined }, 'at: '],
    ['an unknown status', { ...payload, status: 'gone' }, 'status: '],
    ['a field that nobody knows', { ...payload, actor: 'user:default/carla' }, 'actor'],
    ['a text with a null character', { ...payload, version: '1\0' }, 'payload.version: '],
    ['a status that cannot follow', { ...payload, status: 'released' }, 'status: It is deployed'],
    ['an instant ahead', { ...payload, version: '4', at: '2027-01-01T00:00:00Z' }, 'at: Report'],
  ])('are dropped with the reason for %s', async (_what, eventPayload, reason) => {
    await publish(eventPayload);
    expect(warnings()).toEqual([expect.stringContaining(reason)]);
    const rows = await portal.ctx.db.knex('product_release_statuses');
    expect(rows).toHaveLength(1);
  });

  it('of other topics are none of its business', async () => {
    await bus.publish({ topic: 'offers.other', eventPayload: { ...payload, version: '9' } });
    expect(await portal.ctx.db.knex('product_releases').where({ version: '9' })).toEqual([]);
  });
});
