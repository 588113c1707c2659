import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf } from '../__testUtils__/portal';
import { aPublishedOffer } from '../__testUtils__/stories';

const PIPELINE = 'machine:external/pipeline';

describe.each(databaseKinds)('machines that read the catalogue on %s', kind => {
  it('[rule 1] see what is for them and for everyone, and of the rest nothing', async () => {
    const portal = await aPortal(kind);
    const see = async (name: string, allow: string[], deny: string[] = []) =>
      aPublishedOffer(
        portal,
        { access: { see: { allow, deny }, order: { allow: ['group:default/payments-team'] } } },
        { name },
      );
    const own = await see('own', [PIPELINE]);
    const open = await see('open', ['everyone']);
    const shut = await see('shut', ['everyone'], [PIPELINE]);
    const other = await see('other', ['group:default/engineers', 'machine:external/other']);
    portal.clock.set('2026-12-15T09:00:00.000Z');
    const traces = async (call: typeof portal.bot) => ({
      list: (await call('browseOffers', {})).items.map(({ name }) => name).sort(),
      search: (await call('browseOffers', { query: { q: 'postgres' } })).items.length,
      count: (await call('facets', {})).total,
      batch: (
        await call('offersById', {
          query: { ids: [own, open, shut, other].map(({ id }) => id).join() },
        })
      ).items.length,
      linked: (await call('offersByEntity', { body: { refs: ['component:default/checkout-api'] } }))
        .items[0]?.offers.length,
    });
    expect(await traces(portal.pipeline)).toEqual({
      list: ['open', 'own'],
      search: 2,
      count: 2,
      batch: 2,
      linked: 2,
    });
    expect(await traces(portal.bot)).toEqual({
      list: ['open', 'shut'],
      search: 2,
      count: 2,
      batch: 2,
      linked: 2,
    });
    expect(
      (await portal.pipeline('offerPage', { params: { name: 'own' } })).explanation.visible.answer,
    ).toBe(true);
    const unseen = { status: 404, code: 'not-found' };
    const quote = (name: string, body: object = {}) =>
      portal.pipeline('quoteOffer', { params: { name }, body });
    expect(await quote('own')).toMatchObject({ viewer: PIPELINE, version: 1 });
    expect(await refusalOf(quote('own', { viewer: 'user:default/ada' }))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
    for (const name of ['shut', 'other', 'no-such-offer']) {
      expect(await refusalOf(portal.pipeline('offerPage', { params: { name } }))).toEqual(unseen);
      expect(await refusalOf(portal.pipeline('explainOffer', { params: { name } }))).toEqual(
        unseen,
      );
      expect(await refusalOf(quote(name))).toEqual(unseen);
    }
    expect(
      await refusalOf(portal.pipeline('browseOffers', { query: { at: '2027-01-01T00:00:00Z' } })),
    ).toEqual({ status: 403, code: 'not-allowed' });
    expect(await refusalOf(portal.pipeline('listOffers', {}))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
    await portal.stop();
  });
});
