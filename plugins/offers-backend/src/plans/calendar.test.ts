import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, anApprovedPlan, aNextVersion, aPublishedOffer } from '../__testUtils__/stories';

const freeze = {
  from: '2026-12-24T00:00:00.000Z',
  until: '2027-01-02T00:00:00.000Z',
  title: 'Year end',
};

describe.each(databaseKinds)('the calendar of plans on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind, { settings: { freezes: [freeze] } });
  });
  afterEach(() => portal.stop());

  const calendar = (from: string, until: string, who = 'nils') =>
    portal.as(who)('planCalendar', { query: { from, until } });
  const plan = (body: object) =>
    portal.as('carla')('createPlan', {
      body: {
        scenario: 'change',
        release: { local: '2026-12-10T12:00', zone: 'UTC' },
        ...body,
      },
    });

  it('[rule 7] shows the dates of plans, and that two changes of an offer come within a day', async () => {
    const { id } = await aPublishedOffer(portal);
    await aNextVersion(portal, { id });
    const next = await plan({
      offerIds: [id],
      preparation: { local: '2026-12-09T09:00', zone: 'UTC' },
    });
    const found = await calendar('2026-12-09T00:00:00Z', '2026-12-11T00:00:00Z');
    expect(found.events.map(({ kind: what, at }) => `${what} ${at}`)).toEqual([
      'preparation 2026-12-09T09:00:00.000Z',
      'release 2026-12-10T09:00:00.000Z',
      'release 2026-12-10T12:00:00.000Z',
    ]);
    expect(found.clashes).toEqual([expect.objectContaining({ kind: 'same-offer', about: [id] })]);
    expect(found.clashes[0]?.planIds).toContain(next.id);
    expect(found.plans.find(({ id: planId }) => planId === next.id)).toMatchObject({
      scenario: 'change',
      offers: [{ id }],
    });
  });

  it('shows a clash with what lies beyond its edge, a freeze, and nothing of what was cancelled', async () => {
    const { id } = await aPublishedOffer(portal, {}, { local: '2026-12-24T09:00' });
    const gone = await anApprovedPlan(portal, await aDraft(portal), '2026-12-24T10:00');
    await portal.as('carla')('cancelPlan', {
      params: { id: gone.id },
      revision: gone.revision,
      body: { reason: 'No' },
    });
    await aNextVersion(portal, { id });
    await plan({ offerIds: [id], release: { local: '2026-12-25T08:00', zone: 'UTC' } });
    const found = await calendar('2026-12-24T00:00:00Z', '2026-12-25T00:00:00Z');
    expect(found.events).toHaveLength(1);
    expect(found.clashes.map(({ kind: what }) => what).sort()).toEqual(['freeze', 'same-offer']);
    expect(found.freezes).toEqual([freeze]);
    expect(found.plans).toHaveLength(2);
  });

  it('is for those who read plans, and for a bounded time', async () => {
    const day = ['2026-12-24T00:00:00Z', '2026-12-25T00:00:00Z'] as const;
    expect(await refusalOf(calendar(...day, 'ada'))).toEqual({ status: 403, code: 'not-allowed' });
    const wrong = { status: 400, code: 'invalid-input' };
    expect(await refusalOf(calendar(day[1], day[0]))).toEqual(wrong);
    expect(await refusalOf(calendar(day[0], '2030-01-01T00:00:00Z'))).toEqual(wrong);
  });
});
