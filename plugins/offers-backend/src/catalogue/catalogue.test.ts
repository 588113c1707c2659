import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, anApprovedPlan, aPublishedOffer } from '../__testUtils__/stories';
import { bearer, tokenOf } from '../__testUtils__/tokens';

describe.each(databaseKinds)('the catalogue on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    await aPublishedOffer(portal, {}, { name: 'postgres' });
    await aPublishedOffer(
      portal,
      {
        information: { title: 'Object storage', summary: '100% durable_', category: 'storage' },
        access: {
          see: { allow: ['everyone'], deny: ['user:default/ben'] },
          order: { allow: ['everyone'] },
        },
        validity: { until: '2027-01-01T00:00:00Z' },
      },
      { name: 'object-storage' },
    );
  });
  afterAll(() => portal.stop());

  const everyTrace = async (name: string) => {
    const person = portal.as(name);
    return {
      list: (await person('browseOffers', {})).items.map(item => item.name),
      search: (await person('browseOffers', { query: { q: 'postgresql' } })).items.length,
      entity: (
        await person('browseOffers', { query: { entity: 'component:default/checkout-api' } })
      ).items.length,
      count: (await person('facets', {})).total,
      page: await refusalOf(person('offerPage', { params: { name: 'postgres' } })),
      why: await refusalOf(person('explainOffer', { params: { name: 'postgres' } })),
    };
  };
  const nothing = {
    list: [],
    search: 0,
    entity: 0,
    count: 0,
    page: { status: 404, code: 'not-found' },
    why: { status: 404, code: 'not-found' },
  };

  it('[rule 1] shows nothing of an offer to its audience before its time', async () => {
    portal.clock.set('2026-12-10T08:59:59.999Z');
    expect(await everyTrace('ada')).toEqual(nothing);
  });

  it('[rule 1] lets the audience see and order at valid-from, with no job in between', async () => {
    portal.clock.set('2026-12-10T09:00:00.000Z');
    const page = await portal.as('ada')('offerPage', { params: { name: 'postgres' } });
    expect(page.state).toBe('available');
    expect(page.explanation.orderable.answer).toBe(true);
    expect(page.content).not.toHaveProperty('pricing');
    expect(JSON.stringify(page)).not.toMatch(/Licence|marginFloor|group:default\/engineers/);
  });

  it('[rule 1] leaves no trace of an offer for who is outside its audience', async () => {
    const { list, count, ...rest } = await everyTrace('otto');
    expect(list).toEqual(['object-storage']);
    expect(count).toBe(1);
    expect(rest).toEqual({
      search: 0,
      entity: 1,
      page: nothing.page,
      why: nothing.why,
    });
  });

  it('[rule 1] answers alike for a hidden offer and for one that does not exist', async () => {
    const answer = async (name: string) => {
      const response = await fetch(`${portal.url}/catalogue/offers/${name}`, {
        headers: { authorization: bearer(tokenOf('otto')) },
      });
      return { status: response.status, body: await response.text() };
    };
    expect(await answer('postgres')).toEqual(await answer('no-such-offer'));
  });

  it('lets a denial win over everyone', async () => {
    const { items } = await portal.as('ben')('browseOffers', {});
    expect(items.map(({ name }) => name)).toEqual(['postgres']);
    expect(items[0]?.orderable).toBe(false);
  });

  it('says why somebody of the audience cannot order', async () => {
    const { explanation } = await portal.as('ben')('explainOffer', {
      params: { name: 'postgres' },
    });
    expect(explanation.visible.answer).toBe(true);
    expect(explanation.orderable.reasons.filter(({ holds }) => !holds)).toEqual([
      expect.objectContaining({ code: 'may-order' }),
    ]);
  });

  it('lets staff ask for another person and another instant, and nobody else', async () => {
    const question = { viewer: 'user:default/otto', at: '2026-12-09T00:00:00Z' };
    const params = { name: 'postgres' };
    const { explanation } = await portal.as('carla')('explainOffer', { params, query: question });
    expect(explanation.state).toBe('scheduled');
    expect(
      explanation.visible.reasons.filter(({ holds }) => !holds).map(({ code }) => code),
    ).toEqual(['begun', 'may-see']);
    expect(await refusalOf(portal.as('ada')('explainOffer', { params, query: question }))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
  });

  it('finds by every word or its beginning, without case, and takes signs as they are', async () => {
    const search = async (q: string) =>
      (await portal.as('ada')('browseOffers', { query: { q } })).items.map(({ name }) => name);
    expect(await search('POSTGRESQL managed')).toEqual(['postgres']);
    expect(await search('100%')).toEqual(['object-storage']);
    expect(await search('durable_')).toEqual(['object-storage']);
    expect(await search('%')).toEqual([]);
    expect(await search('obj sto')).toEqual(['object-storage']);
    expect(await search('m_naged')).toEqual([]);
    expect(await search('100% postgresql')).toEqual([]);
  });

  it('counts what the person sees, by category and interaction', async () => {
    expect(await portal.as('ada')('facets', {})).toEqual({
      total: 2,
      categories: [
        { id: 'databases', title: 'Databases', count: 1 },
        { id: 'storage', title: 'Storage', count: 1 },
      ],
      interactions: [{ id: 'provision', count: 2 }],
      states: [{ id: 'available', count: 2 }],
    });
  });

  it('pages by title without skipping or doubling, an offer seen through two principals too', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await portal.as('ada')('browseOffers', { query: { limit: 1, cursor } });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['Object storage', 'PostgreSQL for production']);
  });

  it('refuses a cursor that is not ours, with the remedy', async () => {
    for (const cursor of ['abc', Buffer.from('["a","b","c"]').toString('base64url')]) {
      expect(await refusalOf(portal.as('ada')('browseOffers', { query: { cursor } }))).toEqual({
        status: 400,
        code: 'invalid-input',
      });
    }
  });

  it('stops at valid-until, with no job in between', async () => {
    portal.clock.set('2026-12-31T23:59:59.999Z');
    expect((await portal.as('otto')('facets', {})).total).toBe(1);
    portal.clock.set('2027-01-01T00:00:00.000Z');
    expect((await portal.as('otto')('facets', {})).total).toBe(0);
    expect(
      await refusalOf(portal.as('otto')('offerPage', { params: { name: 'object-storage' } })),
    ).toEqual(nothing.page);
    const ended = await portal.as('carla')('listOffers', { query: { state: 'ended' } });
    expect(ended.items.map(({ name }) => name)).toEqual(['object-storage']);
  });

  it('filters the managers’ list by the same states that it shows', async () => {
    await aDraft(portal, {}, 'still-a-draft');
    const scheduled = await aDraft(portal, {}, 'comes-later');
    const plan = await anApprovedPlan(portal, scheduled, '2028-01-01T00:00');
    await portal.as('carla')('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });
    const all = await portal.as('carla')('listOffers', {});
    for (const state of ['draft', 'scheduled', 'available', 'ended'] as const) {
      const { items } = await portal.as('carla')('listOffers', { query: { state } });
      expect(items.map(({ name }) => name)).toEqual(
        all.items.filter(item => item.state === state).map(({ name }) => name),
      );
      expect(items.length).toBeGreaterThan(0);
    }
    for (const published of ['true', 'false'] as const) {
      const { items } = await portal.as('carla')('listOffers', { query: { published } });
      expect(items.map(({ name }) => name)).toEqual(
        all.items
          .filter(item => (item.state !== 'draft') === (published === 'true'))
          .map(({ name }) => name),
      );
    }
  });
});
