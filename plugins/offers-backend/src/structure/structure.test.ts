import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { AskedChanges, aPublishedOffer, aReleasedChange } from '../__testUtils__/stories';
import { AFTER, aView, BEFORE, BOARD, category, ENGINEERS } from './__testUtils__/changes';

describe.each(databaseKinds)('structure and views on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
  });
  afterEach(() => portal.stop());

  const tree = async (who: string, query: object = {}) =>
    (await portal.as(who)('categoryTree', { query })).items.map(
      ({ name, depth, count }) => `${'-'.repeat(depth)}${name} ${count}`,
    );
  const viewsOf = async (who: string, query: object = {}) =>
    (await portal.as(who)('views', { query })).items.map(({ name }) => name);
  const browsed = async (who: string, query: object = {}) =>
    (await portal.as(who)('browseOffers', { query })).items.map(({ name }) => name);

  it('begins with what the configuration says, in one catalogue', async () => {
    expect(await tree('ada')).toEqual(['databases 0', 'storage 0']);
    const { items } = await portal.as('ada')('catalogues', { query: {} });
    expect(items).toEqual([{ name: 'default', title: 'Catalogue', description: '' }]);
    expect(await viewsOf('ada')).toEqual([]);
    expect((await portal.as('ada')('categories', {})).items).toEqual([
      { id: 'databases', title: 'Databases', catalogue: 'default' },
      { id: 'storage', title: 'Storage', catalogue: 'default' },
    ]);
  });

  it('[rule 12] takes effect at the instant of its plan, all of it, and stands in the log', async () => {
    const changes: AskedChanges = [
      category('data', { title: 'Data', order: 1 }),
      { kind: 'category-move', target: 'databases', body: { parent: 'data' } },
      { kind: 'category-change', target: 'databases', body: { title: 'Relational' } },
      aView('for-engineers', ENGINEERS, { categories: ['data'] }),
    ];
    const plan = await aReleasedChange(portal, changes);
    expect(await tree('ada')).toEqual(['databases 0', 'storage 0']);
    expect(await viewsOf('ada')).toEqual([]);
    portal.clock.set(BEFORE);
    expect(await tree('ada')).toEqual(['databases 0', 'storage 0']);
    portal.clock.set(AFTER);
    expect(await tree('ada')).toEqual(['storage 0', 'data 0', '-databases 0']);
    expect(await viewsOf('ada')).toEqual(['for-engineers']);
    const { items } = await portal.as('carla')('audit', { query: { limit: 50 } });
    const entries = items.filter(({ subjectKind }) => subjectKind === 'structure').reverse();
    expect(entries.map(({ action, subjectId, actor }) => [action, subjectId, actor])).toEqual([
      ['structure.configure', 'configuration', 'system:configuration'],
      ['structure.category-create', 'category:data', 'user:default/carla'],
      ['structure.category-move', 'category:databases', 'user:default/carla'],
      ['structure.category-change', 'category:databases', 'user:default/carla'],
      ['structure.view-create', 'view:for-engineers', 'user:default/carla'],
    ]);
    expect(entries[1]?.change).toMatchObject({ planId: plan.id, from: AFTER });
  });

  it('shows staff any instant, past or ahead, and nobody else', async () => {
    await aReleasedChange(portal, [category('data'), aView('later', ENGINEERS)]);
    expect(await tree('nils', { at: AFTER })).toEqual(['data 0', 'databases 0', 'storage 0']);
    expect(await tree('nils', { at: BEFORE })).toEqual(['databases 0', 'storage 0']);
    for (const operation of ['categoryTree', 'catalogues', 'views'] as const) {
      const asked = portal.as('ada')(operation, { query: { at: AFTER } });
      expect(await refusalOf(asked)).toEqual({ status: 403, code: 'not-allowed' });
    }
    expect(await refusalOf(portal.as('ada')('readStructure', { query: {} }))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
    const { coming } = await portal.as('nils')('readStructure', { query: {} });
    expect(coming.map(({ from, change }) => [from, change.kind, change.target])).toEqual([
      [AFTER, 'category-create', 'data'],
      [AFTER, 'view-create', 'later'],
    ]);
    const whole = await portal.as('nils')('readStructure', { query: { at: AFTER } });
    expect(whole.views).toMatchObject([{ name: 'later', see: { ...ENGINEERS, deny: [] } }]);
  });

  it('[rule 1] finds the offers of a category below it, and counts those alone that the person may see', async () => {
    await aReleasedChange(portal, [
      category('data'),
      { kind: 'category-move', target: 'databases', body: { parent: 'data' } },
      category('graphs', { parent: 'databases' }),
    ]);
    portal.clock.set(AFTER);
    const late = { local: '2026-12-11T09:00' };
    const information = { title: 'Graph', summary: 'A graph', category: 'graphs', tags: ['Graph'] };
    await aPublishedOffer(portal, {}, { name: 'open', ...late });
    await aPublishedOffer(portal, { information }, { name: 'graph', ...late });
    await aPublishedOffer(
      portal,
      { access: { see: BOARD, order: BOARD } },
      { name: 'secret', ...late },
    );
    expect(await tree('ada')).toEqual(['data 0', '-databases 0', '--graphs 0', 'storage 0']);
    portal.clock.set('2026-12-11T09:00:00.000Z');
    expect(await tree('ada')).toEqual(['data 2', '-databases 2', '--graphs 1', 'storage 0']);
    expect(await tree('vera')).toEqual(['data 1', '-databases 1', '--graphs 0', 'storage 0']);
    expect(await tree('otto')).toEqual(['data 0', '-databases 0', '--graphs 0', 'storage 0']);
    expect(await browsed('ada', { category: 'data' })).toEqual(['graph', 'open']);
    expect(await browsed('ada', { category: 'graphs' })).toEqual(['graph']);
    expect(await browsed('ada', { category: 'data', q: 'graph' })).toEqual(['graph']);
    expect(await browsed('ada', { category: 'storage' })).toEqual([]);
    const { categories, total } = await portal.as('ada')('facets', {
      query: { category: 'databases' },
    });
    expect([total, categories]).toEqual([
      2,
      [
        { id: 'data', title: 'data', count: 2 },
        { id: 'databases', title: 'Databases', parent: 'data', count: 2 },
        { id: 'graphs', title: 'graphs', parent: 'databases', count: 1 },
      ],
    ]);
  });

  it('[rule 1] tells of a view to its audience alone, who is denied wins', async () => {
    await aPublishedOffer(portal, {}, { name: 'open' });
    await aReleasedChange(portal, [
      aView('board', BOARD),
      aView('engineers', { ...ENGINEERS, deny: ['group:default/search-team'] }),
    ]);
    portal.clock.set(AFTER);
    expect(await viewsOf('vera')).toEqual(['board']);
    expect(await viewsOf('ada')).toEqual(['engineers']);
    expect(await viewsOf('ben')).toEqual([]);
    expect(await browsed('ada', { view: 'engineers' })).toEqual(['open']);
    for (const operation of ['browseOffers', 'facets', 'categoryTree'] as const) {
      const [hidden, none] = [
        await refusalOf(portal.as('ben')(operation, { query: { view: 'engineers' } })),
        await refusalOf(portal.as('ben')(operation, { query: { view: 'nothing' } })),
      ];
      expect(hidden).toEqual({ status: 404, code: 'not-found' });
      expect(none).toEqual(hidden);
    }
  });

  it('shows by a view what its filter says, in its order, and what is asked for besides', async () => {
    const information = { title: 'A bucket', summary: 'Files', category: 'storage', tags: ['S3'] };
    await aPublishedOffer(portal, {}, { name: 'database' });
    await aPublishedOffer(
      portal,
      { information, terms: { delivery: 'Soon.', leadTimeDays: 9 } },
      { name: 'bucket', local: '2026-12-10T10:00' },
    );
    await aReleasedChange(portal, [
      aView('tagged', ENGINEERS, { tags: ['s3'] }),
      aView('linked', ENGINEERS, { entities: ['component:default/checkout-api'] }),
      aView('owned', ENGINEERS, { owners: ['group:default/search-team'] }),
      aView('some', ENGINEERS, { categories: ['databases'], interactions: ['provision'] }),
      aView('provided', ENGINEERS, { providers: ['group:default/operations'] }),
      aView('first', ENGINEERS, { catalogues: ['default'] }),
      {
        kind: 'view-create',
        target: 'newest',
        body: { title: 'Newest', see: ENGINEERS, sort: 'new' },
      },
    ]);
    portal.clock.set('2026-12-11T00:00:00.000Z');
    expect(await browsed('ada', { view: 'tagged' })).toEqual(['bucket']);
    expect(await browsed('ada', { view: 'tagged', q: 'files' })).toEqual(['bucket']);
    expect(await browsed('ada', { view: 'tagged', q: 'managed' })).toEqual([]);
    expect(await browsed('ada', { view: 'linked' })).toEqual(['bucket', 'database']);
    expect(await browsed('ada', { view: 'linked', q: 'database' })).toEqual(['database']);
    const entity = 'component:default/checkout-api';
    expect(await browsed('ada', { view: 'linked', entity })).toEqual(['bucket', 'database']);
    expect(await browsed('ada', { view: 'owned' })).toEqual([]);
    expect(await browsed('ada', { view: 'some' })).toEqual(['database']);
    expect(await browsed('ada', { view: 'some', category: 'storage' })).toEqual([]);
    expect(await browsed('ada', { view: 'some', q: 'database' })).toEqual(['database']);
    expect(await browsed('ada', { view: 'provided' })).toEqual(['bucket', 'database']);
    expect(await browsed('ada', { view: 'first', catalogue: 'default' })).toHaveLength(2);
    expect(await browsed('ada', { catalogue: 'elsewhere' })).toEqual([]);
    expect(await browsed('ada', { view: 'newest' })).toEqual(['bucket', 'database']);
    expect(await browsed('ada', { view: 'newest', sort: 'lead-time' })).toEqual([
      'database',
      'bucket',
    ]);
    const facets = await portal.as('ada')('facets', { query: { view: 'tagged' } });
    expect(facets).toMatchObject({ total: 1, categories: [{ id: 'storage', count: 1 }] });
    expect(await tree('ada', { view: 'tagged' })).toEqual(['databases 0', 'storage 1']);
  });

  it('holds offers in a catalogue of their own, in which their category has to be', async () => {
    await aReleasedChange(portal, [
      {
        kind: 'catalogue-create',
        target: 'office',
        body: { title: 'Office', owner: 'group:default/operations' },
      },
      category('chairs', { catalogue: 'office' }),
    ]);
    const offer = await portal.as('carla')('createOffer', {
      body: {
        name: 'chair',
        catalogue: 'office',
        interaction: 'provision',
        content: { information: { title: 'A chair', category: 'databases' } },
      },
    });
    expect(offer.catalogue).toBe('office');
    const unplaced = offer.draft?.completeness.find(({ id }) => id === 'category');
    expect(unplaced?.state).toBe('missing');
    const unknown = portal.as('carla')('createOffer', {
      body: {
        name: 'desk',
        catalogue: 'none',
        interaction: 'provision',
        content: { information: { title: 'A desk' } },
      },
    });
    await expect(unknown).rejects.toMatchObject({ status: 400, fields: [{ field: 'catalogue' }] });
    portal.clock.set(AFTER);
    expect(await tree('ada', { catalogue: 'office' })).toEqual(['chairs 0']);
  });
});
