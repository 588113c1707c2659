import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { anApprovedPlan, completeContent } from '../__testUtils__/stories';

const BEFORE = '2026-12-05T00:00:00.000Z';
const AFTER = '2026-12-15T00:00:00.000Z';

describe.each(databaseKinds)('the catalogue of another instant on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    await published('own', 'group:default/payments-team');
    await published('others', 'group:default/operations');
    await published('own-unseen', 'group:default/payments-team', ['group:default/contractors']);
  });
  afterAll(() => portal.stop());

  async function published(name: string, owner: string, allow = ['group:default/engineers']) {
    const content = completeContent({ access: { see: { allow }, order: { allow } } });
    const offer = await portal.as('carla')('createOffer', {
      body: { name, interaction: 'provision', owner, content },
    });
    const { id, contentHash } = await anApprovedPlan(portal, offer);
    await portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
  }

  const names = async (who: string, query: object = {}) =>
    (await portal.as(who)('browseOffers', { query })).items.map(({ name }) => name).sort();

  it('is for owners, of their own offers, as far as they are in the audience', async () => {
    expect(await names('ada', { at: AFTER })).toEqual(['own']);
    expect(await names('ada', { at: AFTER, q: 'postgres' })).toEqual(['own']);
    expect(await names('ada', { at: BEFORE })).toEqual([]);
    const facets = await portal.as('ada')('facets', { query: { at: AFTER } });
    expect(facets.total).toBe(1);
    const total = await portal.as('ada')('browseOffers', { query: { at: AFTER, total: 'true' } });
    expect(total.total).toBe(1);
    expect(await names('carla', { at: AFTER })).toEqual([]);
  });

  it('[rule 1] is for nobody else, and shows owners nothing of others before its time', async () => {
    const refused = { status: 403, code: 'not-allowed' };
    for (const who of ['ben', 'otto']) {
      expect(await refusalOf(names(who, { at: AFTER }))).toEqual(refused);
    }
    expect(await names('ada', { at: AFTER, owner: 'group:default/operations' })).toEqual([]);
    expect(
      (await portal.as('ada')('offerPage', { params: { name: 'own' }, query: { at: AFTER } }))
        .version,
    ).toBe(1);
    expect(
      await refusalOf(
        portal.as('ada')('offerPage', { params: { name: 'others' }, query: { at: AFTER } }),
      ),
    ).toEqual({ status: 404, code: 'not-found' });
    portal.clock.set(AFTER);
    expect(await names('ada')).toEqual(['others', 'own']);
  });
});
