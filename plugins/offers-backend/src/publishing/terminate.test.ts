import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestClock, TestPortal } from '../__testUtils__/portal';
import { anApprovedEnd, aPublishedOffer } from '../__testUtils__/stories';

describe.each(databaseKinds)('the release of an end on %s', kind => {
  let portal: TestPortal;
  let clock: TestClock;
  beforeEach(async () => {
    clock = new TestClock();
    portal = await aPortal(kind, { clock });
  });
  afterEach(() => portal.stop());

  const release = ({ id, contentHash }: { id: string; contentHash: string }) =>
    portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });

  it('[rule 11] offers it until its end, tells that it ends, and lists it no more afterwards', async () => {
    const offer = await aPublishedOffer(portal);
    const released = await release(await anApprovedEnd(portal, offer));
    expect(released).toMatchObject({ state: 'released', ends: [{ id: offer.id }] });
    const page = (at: string) => {
      clock.set(at);
      return portal.as('ada')('offerPage', { params: { name: offer.name } });
    };
    expect(await page('2027-02-28T23:59:59.999Z')).toMatchObject({
      state: 'ending',
      validUntil: '2027-03-01T00:00:00.000Z',
    });
    expect(await refusalOf(page('2027-03-01T00:00:00.000Z'))).toMatchObject({ status: 404 });
    const { items } = await portal.as('ada')('browseOffers', { query: {} });
    expect(items).toEqual([]);
  });

  it('[rule 5] ends it once, however often the release is asked for', async () => {
    const offer = await aPublishedOffer(portal);
    const plan = await anApprovedEnd(portal, offer);
    await Promise.allSettled([release(plan), release(plan), release(plan)]);
    const endings = await portal.ctx.db.knex('endings').where({ offer_id: offer.id });
    expect(endings).toHaveLength(1);
  });
});
