import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestClock, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  aNextVersion,
  anApprovedPlan,
  aPublishedOffer,
  aSubmittedPlan,
  cheaper,
  completeContent,
} from '../__testUtils__/stories';

describe.each(databaseKinds)('the next version of a published offer on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  const start = (id: string, from?: number, who = 'carla') =>
    portal.as(who)('startNextVersion', { params: { id }, body: from ? { from } : {} });
  const read = (id: string) => portal.as('carla')('getOffer', { params: { id } });
  const discard = async (id: string) =>
    portal.as('carla')('discardDraft', { params: { id }, revision: (await read(id)).revision });
  const release = async (id: string, local?: string) => {
    const plan = await anApprovedPlan(portal, await read(id), local);
    return portal.as('carla')('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });
  };

  it('begins as a copy of the latest version, and leaves that one as it is', async () => {
    const { id } = await aPublishedOffer(portal);
    expect((await read(id)).can).toMatchObject({ startNextVersion: true, edit: false });
    const offer = await start(id);
    expect(offer.draft).toMatchObject({
      number: 2,
      content: (await aDraft(portal)).draft?.content,
    });
    expect(offer.versions.map(({ number }) => number)).toEqual([1]);
    expect(offer.can).toEqual({
      edit: true,
      plan: true,
      startNextVersion: false,
      discardDraft: true,
      waive: true,
    });
  });

  it('tells what the latest published version is sold by to who asks for it, without its cost', async () => {
    const { id } = await aPublishedOffer(portal);
    const asked = await portal.as('carla')('getOffer', {
      params: { id },
      query: { published: 'true' },
    });
    expect(asked.published).toEqual({
      number: 1,
      options: expect.objectContaining({ schema: expect.anything() }),
      priceLists: [expect.objectContaining({ currency: 'EUR' })],
    });
    expect((await read(id)).published).toBeUndefined();
  });

  it('begins from an earlier version when that is named, and from none that was not published', async () => {
    const { id } = await aPublishedOffer(portal);
    await aNextVersion(portal, { id });
    await release(id);
    expect((await start(id, 1)).draft).toMatchObject({
      number: 3,
      content: { pricing: { priceLists: [{ charges: [{ amount: '100' }] }] } },
    });
    await discard(id);
    await expect(start(id, 3)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'from' }],
    });
  });

  it('[rule 5] is begun once, however often it is asked for', async () => {
    const { id } = await aPublishedOffer(portal);
    const idempotencyKey = 'the same';
    const twice = [1, 2].map(() =>
      portal.as('carla')('startNextVersion', { params: { id }, body: {}, idempotencyKey }),
    );
    const [first, second] = await Promise.all(twice);
    expect(second).toEqual(first);
    expect(await refusalOf(start(id))).toEqual({ status: 409, code: 'has-draft' });
  });

  it('[rule 2] never gives a number twice: what was discarded keeps its own', async () => {
    const { id } = await aPublishedOffer(portal);
    await aNextVersion(portal, { id }, { terms: { delivery: 'Dropped', leadTimeDays: 9 } });
    const discarded = await discard(id);
    expect(discarded.draft).toBeUndefined();
    expect(discarded.versions.map(({ number }) => number)).toEqual([1]);
    expect((await start(id)).draft).toMatchObject({
      number: 3,
      content: { terms: { leadTimeDays: 2 } },
    });
  });

  it('keeps a draft that is in a plan under way, and the only draft of a new offer', async () => {
    const { id } = await aPublishedOffer(portal);
    await aNextVersion(portal, { id });
    await aSubmittedPlan(portal, await read(id));
    expect(await refusalOf(discard(id))).toEqual({ status: 409, code: 'offer-in-plan' });
    const fresh = await aDraft(portal);
    expect(await refusalOf(discard(fresh.id))).toEqual({ status: 409, code: 'never-published' });
    expect(await refusalOf(start(fresh.id))).toEqual({ status: 409, code: 'never-published' });
    const published = await aPublishedOffer(portal);
    expect(await refusalOf(discard(published.id))).toEqual({
      status: 409,
      code: 'already-published',
    });
  });

  it('refuses somebody who reads the offer and may not edit it', async () => {
    const { id } = await aPublishedOffer(portal);
    expect(await refusalOf(start(id, undefined, 'mia'))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
    expect((await start(id, undefined, 'nils')).draft?.number).toBe(2);
  });

  it('refuses a scenario that does not fit: a change is of a published offer, and a new one is not', async () => {
    const plan = (scenario: 'new' | 'change', id: string) =>
      portal.as('carla')('createPlan', {
        body: { scenario, offerIds: [id], release: { local: '2026-12-20T09:00', zone: 'UTC' } },
      });
    const { id } = await aPublishedOffer(portal);
    await start(id);
    await expect(plan('new', id)).rejects.toMatchObject({
      status: 422,
      code: 'scenario-mismatch',
      fields: [{ field: 'offerIds.0' }],
    });
    const fresh = await aDraft(portal);
    expect(await refusalOf(plan('change', fresh.id))).toEqual({
      status: 422,
      code: 'scenario-mismatch',
    });
    const same = await plan('change', id);
    expect(same.gate.criteria).toContainEqual(
      expect.objectContaining({ id: 'difference', state: 'missing', offerId: id }),
    );
  });

  it('[rule 7] is refused a second plan at once: of two made together one wins', async () => {
    const { id } = await aPublishedOffer(portal);
    await aNextVersion(portal, { id });
    const offer = await read(id);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => aSubmittedPlan(portal, offer)));
    const refused = outcomes.flatMap(outcome =>
      outcome.status === 'rejected' ? [outcome.reason.code] : [],
    );
    expect(refused).toEqual(['offer-in-plan', 'offer-in-plan']);
  });

  it('[rule 1] tells consumers nothing of the draft while the live version serves', async () => {
    const clock = new TestClock();
    const later = await aPortal(kind, { clock });
    try {
      const { id, name } = await aPublishedOffer(later);
      clock.set('2026-12-11T09:00:00.000Z');
      await aNextVersion(
        later,
        { id },
        {
          information: { title: 'A secret plan', summary: 'Not yet', category: 'storage' },
        },
      );
      const ada = later.as('ada');
      const seen = [
        await ada('offerPage', { params: { name } }),
        await ada('explainOffer', { params: { name }, query: {} }),
        await ada('browseOffers', { query: {} }),
        await ada('browseOffers', { query: { q: 'secret' } }),
        await ada('facets', { query: {} }),
      ];
      expect(JSON.stringify(seen)).not.toMatch(/secret|Not yet|storage/i);
      expect(seen[1]).toMatchObject({ title: 'PostgreSQL for production' });
    } finally {
      await later.stop();
    }
  });

  it('[rule 7] takes over at its instant: two changes that are dated both take effect, in date order', async () => {
    const clock = new TestClock();
    const later = await aPortal(kind, { clock });
    const releaseAt = async (id: string, local: string) => {
      const offer = await later.as('carla')('getOffer', { params: { id } });
      const plan = await anApprovedPlan(later, offer, local);
      await later.as('carla')('releasePlan', {
        params: { id: plan.id },
        body: { contentHash: plan.contentHash },
      });
    };
    const feeAt = async (name: string, at: string) => {
      clock.set(at);
      const { content } = await later.as('ada')('offerPage', { params: { name } });
      return content.priceLists[0]?.charges[0]?.amount;
    };
    const { pricing } = completeContent();
    const costing = (amount: string) => ({
      pricing: {
        ...pricing,
        priceLists: [
          {
            currency: 'EUR',
            charges: [
              { kind: 'recurring' as const, label: 'Fee', amount, period: 'month' as const },
            ],
          },
        ],
      },
    });
    try {
      const { id, name } = await aPublishedOffer(later);
      await aNextVersion(later, { id }, cheaper);
      await releaseAt(id, '2026-12-30T09:00');
      await aNextVersion(later, { id }, costing('95'));
      await releaseAt(id, '2026-12-20T09:00');
      expect(await feeAt(name, '2026-12-10T09:00:00.000Z')).toBe('100');
      expect(await feeAt(name, '2026-12-20T08:59:59.999Z')).toBe('100');
      expect(await feeAt(name, '2026-12-20T09:00:00.000Z')).toBe('95');
      expect(await feeAt(name, '2026-12-30T09:00:00.000Z')).toBe('90');
    } finally {
      await later.stop();
    }
  });
});
