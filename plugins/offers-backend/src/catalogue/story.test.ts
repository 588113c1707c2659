import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  anApprovedPlan,
  aNextVersion,
  aPublishedOffer,
  cheaper,
  completeContent,
} from '../__testUtils__/stories';

describe.each(databaseKinds)('what an offer has been on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  it('is told version by version, with what each changed, and nothing that is ahead', async () => {
    const offer = await aPublishedOffer(portal, {}, { local: '2026-12-10T09:00' });
    const { name } = offer;
    const story = () => portal.as('ada')('offerStory', { params: { name } });
    expect(await refusalOf(story())).toEqual({ status: 404, code: 'not-found' });
    portal.clock.set('2026-12-10T10:00:00.000Z');
    const next = await aNextVersion(portal, offer, {
      pricing: {
        ...completeContent().pricing,
        ...cheaper.pricing,
        costs: [{ label: 'Cloud', currency: 'EUR', amount: '1', period: 'month' }],
      },
    });
    const plan = await anApprovedPlan(portal, next, '2026-12-12T09:00');
    const body = { contentHash: plan.contentHash };
    await portal.as('carla')('releasePlan', { params: { id: plan.id }, body });
    expect((await story()).chapters).toEqual([
      { version: 1, state: 'available', from: '2026-12-10T09:00:00.000Z', changes: [] },
    ]);
    portal.clock.set('2026-12-13T09:00:00.000Z');
    const { chapters } = await story();
    expect(chapters.map(({ version, from, until }) => [version, from, until])).toEqual([
      [2, '2026-12-12T09:00:00.000Z', undefined],
      [1, '2026-12-10T09:00:00.000Z', '2026-12-12T09:00:00.000Z'],
    ]);
    // [rule 1] what it costs to provide changed too, and is nobody's business.
    expect(chapters[0]?.changes.map(({ field }) => field)).toEqual(['content.pricing.priceLists']);
    const toStaff = await portal.as('carla')('offerStory', { params: { name } });
    expect(toStaff.chapters[0]?.changes.map(({ field }) => field)).toContain(
      'content.pricing.costs',
    );
  });

  it('is told as it will be to staff, with categories by their titles', async () => {
    const offer = await aPublishedOffer(portal, {}, { local: '2026-12-20T09:00' });
    const { name } = offer;
    portal.clock.set('2026-12-20T10:00:00.000Z');
    const information = { ...completeContent().information, category: 'storage' };
    const next = await aNextVersion(portal, offer, { information });
    const { id, contentHash } = await anApprovedPlan(portal, next, '2026-12-22T09:00');
    await portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
    const then = { params: { name }, query: { at: '2026-12-22T09:00:00.000Z' } };
    const { chapters } = await portal.as('carla')('offerStory', then);
    expect(chapters.map(({ version }) => version)).toEqual([2, 1]);
    expect(chapters[0]?.changes).toMatchObject([{ before: 'Databases', after: 'Storage' }]);
    const notAllowed = { status: 403, code: 'not-allowed' };
    expect(await refusalOf(portal.as('ada')('offerStory', then))).toEqual(notAllowed);
    expect(await refusalOf(portal.as('ada')('offerNews', then))).toEqual(notAllowed);
  });

  it('[rule 1] is not told to those outside the audience, whatever it was', async () => {
    const { name } = await aPublishedOffer(portal, {}, { local: '2026-12-14T09:00' });
    portal.clock.set('2026-12-14T10:00:00.000Z');
    const story = portal.as('otto')('offerStory', { params: { name } });
    expect(await refusalOf(story)).toEqual({ status: 404, code: 'not-found' });
  });
});
