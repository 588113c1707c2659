import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { anApprovedEnd, aPublishedOffer } from '../__testUtils__/stories';
import { tellPeople } from './tellPeople';

const OPEN = '2026-12-10T09:00:00.000Z';
const ADA = 'user:default/ada';

describe.each(databaseKinds)('what people are told of what came, on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    await portal.as('ada')('patchAnnouncementPreferences', {
      body: { kinds: { available: 'now' } },
    });
  });
  afterAll(() => portal.stop());
  beforeEach(() => portal.clock.set('2026-12-01T09:00:00.000Z'));

  /** How often Ada is told that an offer is available. */
  const toldOf = async (offerId: string) => {
    const rows = await portal.ctx.db
      .knex('deliveries as d')
      .join('announcements as a', 'a.id', 'd.announcement_id')
      .where({ 'a.offer_id': offerId, 'a.kind': 'available', 'd.target': ADA });
    return rows.length;
  };

  it('is told also when something changed before a sweep', async () => {
    const { id: offerId } = await aPublishedOffer(portal);
    const { id, contentHash } = await anApprovedEnd(portal, { id: offerId });
    portal.clock.set(OPEN);
    await portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
    await tellPeople(portal.ctx);
    expect(await toldOf(offerId)).toBe(1);
  });

  it('is told of one offer while another cannot be told of, and of that one when it can', async () => {
    const { id: first } = await aPublishedOffer(portal);
    const { id: second } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    jest
      .spyOn(portal.ctx.directory, 'principalsOfAll')
      .mockRejectedValueOnce(new Error('One entity cannot be read'));
    expect(await tellPeople(portal.ctx)).toBe(1);
    expect((await toldOf(first)) + (await toldOf(second))).toBe(1);
    expect(await tellPeople(portal.ctx)).toBe(1);
    expect([await toldOf(first), await toldOf(second)]).toEqual([1, 1]);
  });

  it('is told of what was deployed before its pipeline said so, and once', async () => {
    const needed = { product: 'component:default/checkout-api', version: '9.1.0' };
    const product = { entities: [], releases: [needed] };
    const { id } = await aPublishedOffer(portal, { product });
    portal.clock.set('2026-12-10T12:00:00.000Z');
    await tellPeople(portal.ctx);
    expect(await toldOf(id)).toBe(0);
    const report = (status: 'deployed' | 'withdrawn', second: string) =>
      portal.pipeline('reportProductRelease', {
        body: { ...needed, status, at: `2026-12-10T11:59:${second}.000Z` },
      });
    await report('deployed', '00');
    await tellPeople(portal.ctx);
    expect(await toldOf(id)).toBe(1);
    await report('withdrawn', '10');
    await report('deployed', '20');
    await tellPeople(portal.ctx);
    expect(await toldOf(id)).toBe(1);
  });
});
