import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestClock, TestPortal } from '../__testUtils__/portal';
import {
  aNextVersion,
  anApprovedEnd,
  anApprovedPlan,
  aPublishedOffer,
  cheaper,
  completeContent,
} from '../__testUtils__/stories';

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

  it('is refused when it comes too late to tell anybody before the end', async () => {
    const plan = await anApprovedEnd(portal, await aPublishedOffer(portal));
    clock.set('2027-03-01T00:00:00.000Z');
    expect(await refusalOf(release(plan))).toEqual({ status: 422, code: 'gate-not-met' });
    clock.set('2027-02-28T23:59:59.999Z');
    expect((await release(plan)).state).toBe('released');
  });

  it('lets one version at a time go through rings', async () => {
    const offer = await aPublishedOffer(portal, {}, { local: '2026-12-01T09:00' });
    const access = {
      ...completeContent().access,
      rings: [{ name: 'First', groups: ['group:default/payments-team'] }],
    };
    const next = async (changes: object, local: string) =>
      release(await anApprovedPlan(portal, await aNextVersion(portal, offer, changes), local));
    await next({ access }, '2026-12-02T09:00');
    clock.set('2026-12-03T00:00:00.000Z');
    const again = next({ ...cheaper, access }, '2026-12-03T09:00');
    await expect(again).rejects.toMatchObject({
      code: 'gate-not-met',
      fields: [{ remedy: expect.stringContaining('Version 2 is still in its rings') }],
    });
    await portal.as('nils')('actOnRing', {
      params: { id: offer.id, number: '2' },
      body: { act: 'promote', reason: 'All is well' },
    });
    const { plan } = await portal.as('carla')('getOffer', { params: { id: offer.id } });
    const { id, contentHash } = await portal.as('carla')('getPlan', {
      params: { id: plan?.id ?? '' },
    });
    expect((await release({ id, contentHash })).state).toBe('released');
  });
});
