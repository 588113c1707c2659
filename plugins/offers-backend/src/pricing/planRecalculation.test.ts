import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  aNextVersion,
  aPublishedOffer,
  cheaper,
  decideOn,
  editDraftOf,
  RELEASE,
} from '../__testUtils__/stories';

const BEGINS = { local: '2027-01-01T00:00', zone: 'UTC' };

describe.each(databaseKinds)('the plan of a recalculation on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
  });
  afterEach(() => portal.stop());

  const recalculate = (offerIds: string[], more: object = {}, key?: string, who = 'carla') =>
    portal.as(who)('planRecalculation', {
      body: {
        selection: { offerIds },
        recalculation: { percent: '10', rounding: { to: '0.5' } },
        release: BEGINS,
        ...more,
      },
      ...(key ? { idempotencyKey: key } : {}),
    });
  const managed = (id: string) => portal.as('carla')('getOffer', { params: { id } });
  const stored = async () => ({
    versions: (await portal.ctx.db.knex('offer_versions')).length,
    plans: (await portal.ctx.db.knex('plans')).length,
    log: (await portal.ctx.db.knex('audit')).length,
  });
  const faultsOf = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => undefined,
      (refusal: { fields?: { field: string; remedy: string }[] }) => refusal,
    );
    return new Map((error?.fields ?? []).map(({ field, remedy }) => [field, remedy]));
  };

  it('brings the next version of each with its new prices, and is decided and released as one', async () => {
    const [one, two] = [await aPublishedOffer(portal), await aPublishedOffer(portal)];
    const plan = await recalculate([one.id, two.id]);
    expect(plan).toMatchObject({
      scenario: 'change',
      state: 'draft',
      title: 'Prices by +10 %',
      releaseAt: '2027-01-01T00:00:00.000Z',
    });
    expect(plan.offers.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    const drafts = [await managed(one.id), await managed(two.id)].map(({ draft }) => draft);
    for (const draft of drafts) {
      expect(draft?.number).toBe(2);
      expect(draft?.content.pricing.priceLists[0]?.charges[0]?.amount).toBe('110.0');
      expect(draft?.content.pricing).not.toHaveProperty('existingFrom');
      expect(draft?.content.pricing.costs).toHaveLength(1);
    }
    const { id, revision } = plan;
    const submitted = await portal.as('carla')('submitPlan', { params: { id }, revision });
    const { contentHash } = await decideOn(portal, 'mia', submitted);
    await portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
    const priceAt = async (at: string) =>
      (await portal.as('carla')('offerPage', { params: { name: one.name }, query: { at } })).content
        .priceLists[0]?.charges[0]?.amount;
    expect(await priceAt('2026-12-31T23:59:59.999Z')).toBe('100');
    expect(await priceAt('2027-01-01T00:00:00.000Z')).toBe('110.0');
  });

  it('[rule 10] has a date of its own for subscriptions that exist, not before the release', async () => {
    const { id } = await aPublishedOffer(portal);
    const early = { existingFrom: { local: '2026-12-31T23:59', zone: 'UTC' } };
    expect(await faultsOf(recalculate([id], early))).toEqual(
      new Map([['existingFrom.local', 'Choose the date of the release, or a later one']]),
    );
    await recalculate([id], { existingFrom: { local: '2027-07-01T00:00', zone: 'UTC' } });
    expect((await managed(id)).draft?.content.pricing.existingFrom).toBe(
      '2027-07-01T00:00:00.000Z',
    );
  });

  it('[rule 10] lets no other version say again from when its prices are for what exists', async () => {
    const { id } = await aPublishedOffer(portal);
    await recalculate([id], { existingFrom: BEGINS });
    const { draft, plan } = await managed(id);
    const carla = portal.as('carla');
    const submitted = await carla('submitPlan', {
      params: { id: plan?.id ?? '' },
      revision: (await carla('getPlan', { params: { id: plan?.id ?? '' } })).revision,
    });
    const { contentHash } = await decideOn(portal, 'mia', submitted);
    await carla('releasePlan', { params: { id: submitted.id }, body: { contentHash } });
    expect(draft?.content.pricing.existingFrom).toBe('2027-01-01T00:00:00.000Z');
    await carla('startNextVersion', { params: { id }, body: {} });
    expect((await managed(id)).draft?.content.pricing).not.toHaveProperty('existingFrom');
  });

  it('tells of each offer why not, and writes nothing unless it can write all', async () => {
    const fine = await aPublishedOffer(portal);
    const drafted = await aNextVersion(portal, await aPublishedOffer(portal));
    const never = await aDraft(portal);
    const later = await aPublishedOffer(portal, {}, { local: '2027-01-02T00:00' });
    const ids = [fine, drafted, never, later].map(({ id }) => id);
    const before = await stored();
    expect(await faultsOf(recalculate(ids))).toEqual(
      new Map([
        [`offers.${drafted.name}`, 'It has a draft already: release or discard that first.'],
        [`offers.${never.name}`, 'It has a draft already: release or discard that first.'],
        [`offers.${later.name}`, 'Nothing of it is offered then.'],
      ]),
    );
    expect(await refusalOf(recalculate(ids))).toEqual({ status: 422, code: 'not-recalculable' });
    const missing = portal.ctx.newId();
    expect(await faultsOf(recalculate([fine.id, missing]))).toEqual(
      new Map([['selection.offerIds.1', 'Name an offer that there is']]),
    );
    expect(await refusalOf(recalculate([fine.id, missing]))).toEqual({
      status: 404,
      code: 'not-found',
    });
    expect(await refusalOf(recalculate([fine.id], { leaveOut: [fine.id] }))).toEqual({
      status: 400,
      code: 'invalid-input',
    });
    expect(await stored()).toEqual(before);
    const { offers } = await recalculate(ids, { leaveOut: [drafted.id, never.id, later.id] });
    expect(offers.map(({ id }) => id)).toEqual([fine.id]);
  });

  it('[rule 7] is refused where a version that is scheduled would bring the old prices back', async () => {
    const offer = await aPublishedOffer(portal);
    const { revision } = await aNextVersion(portal, offer);
    const carla = portal.as('carla');
    const plan = await carla('createPlan', {
      body: {
        scenario: 'change',
        offerIds: [offer.id],
        release: { local: '2027-02-01T00:00', zone: 'UTC' },
      },
    });
    expect(revision).toBeGreaterThan(0);
    const submitted = await carla('submitPlan', {
      params: { id: plan.id },
      revision: plan.revision,
    });
    const { contentHash } = await decideOn(portal, 'mia', submitted);
    await carla('releasePlan', { params: { id: plan.id }, body: { contentHash } });
    expect([...(await faultsOf(recalculate([offer.id]))).values()]).toEqual([
      'Its version 2 takes over on 1 Feb 2027, 00:00 UTC; let the new prices begin after that.',
    ]);
    const after = await recalculate([offer.id], {
      release: { local: '2027-03-01T00:00', zone: 'UTC' },
    });
    const [charge] = (await managed(offer.id)).draft?.content.pricing.priceLists[0]?.charges ?? [];
    expect([after.state, charge?.amount]).toEqual(['draft', '99.0']);
  });

  it('[rule 5] is made once, however often it is asked for, and once of each offer', async () => {
    const { id } = await aPublishedOffer(portal);
    const key = randomUUID();
    const same = await Promise.all([1, 2, 3].map(() => recalculate([id], {}, key)));
    expect(new Set(same.map(plan => plan.id)).size).toBe(1);
    expect(await stored()).toMatchObject({ versions: 2, plans: 2 });
    const other = await aPublishedOffer(portal);
    const answers = await Promise.allSettled([1, 2, 3].map(() => recalculate([other.id])));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await managed(other.id)).draft?.number).toBe(2);
  });

  it('[rule 3] is void when somebody changes one of its prices afterwards', async () => {
    const { id } = await aPublishedOffer(portal);
    const plan = await recalculate([id]);
    const submitted = await portal.as('carla')('submitPlan', {
      params: { id: plan.id },
      revision: plan.revision,
    });
    await decideOn(portal, 'mia', submitted);
    await editDraftOf(portal, 'carla', id, cheaper);
    const { state } = await portal.as('carla')('getPlan', { params: { id: plan.id } });
    expect(state).toBe('submitted');
  });

  it('is for who manages plans and may edit the offers, and of offers that they read', async () => {
    const { id } = await aPublishedOffer(portal);
    for (const who of ['mia', 'ada', 'olga']) {
      expect(await refusalOf(recalculate([id], {}, undefined, who))).toEqual({
        status: 403,
        code: 'not-allowed',
      });
    }
    const preview = async (release?: { local: string; zone: string }) =>
      portal.as('carla')('previewRecalculation', {
        body: {
          selection: { offerIds: [id] },
          recalculation: { percent: '10' },
          ...(release ? { release } : {}),
        },
      });
    expect((await preview()).leftOut.map(({ reason }) => reason)).toEqual([
      'Nothing of it is offered then.',
    ]);
    expect((await preview({ local: RELEASE, zone: 'UTC' })).offers).toHaveLength(1);
  });
});
