import { Criterion, isBlocking } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  AskedChanges,
  aDraft,
  aPublishedOffer,
  aReleasedChange,
  aSubmittedChange,
} from '../__testUtils__/stories';
import { AFTER, aView, category } from './__testUtils__/changes';

const missingIn = (criteria: readonly Criterion[]) =>
  criteria.filter(isBlocking).map(({ id, remedy }) => `${id}: ${remedy}`);

describe.each(databaseKinds)('plans that change the structure on %s', kind => {
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

  it('[rule 14] lets a draft name a category that is to come, and its release wait for it', async () => {
    const information = { title: 'Graph', summary: 'A graph', category: 'graphs', tags: [] };
    const { id } = await aDraft(portal, { information });
    const carla = portal.as('carla');
    const asked = (changes: AskedChanges) =>
      carla('createPlan', {
        body: {
          scenario: 'new',
          offerIds: [id],
          changes,
          release: { local: '2026-12-10T09:00', zone: 'UTC' },
        },
      });
    const plan = await asked([]);
    expect(missingIn(plan.gate.criteria)).toEqual([expect.stringMatching(/^category: /)]);
    expect(
      await refusalOf(carla('submitPlan', { params: { id: plan.id }, revision: plan.revision })),
    ).toEqual({ status: 422, code: 'gate-not-met' });
    const both = await carla('patchPlan', {
      params: { id: plan.id },
      revision: plan.revision,
      body: { changes: [category('graphs')] },
    });
    expect(both.gate.met).toBe(true);
    expect(both.contentHash).not.toBe(plan.contentHash);
  });

  it('refuses to retire what holds categories or offers, unless the plan moves them', async () => {
    await aPublishedOffer(portal, {}, { name: 'open' });
    const carla = portal.as('carla');
    const gateOf = async (changes: AskedChanges) => {
      const { gate } = await carla('createPlan', {
        body: {
          scenario: 'change',
          title: 'Retire',
          changes,
          release: { local: '2026-12-20T09:00', zone: 'UTC' },
        },
      });
      return missingIn(gate.criteria);
    };
    const retire = (target: string, into?: string): AskedChanges[number] => ({
      kind: 'category-retire',
      target,
      body: into ? { into } : {},
    });
    expect(await gateOf([retire('storage')])).toEqual([]);
    expect(await gateOf([retire('databases')])).toEqual([
      expect.stringContaining('offers in the category databases: PostgreSQL for production'),
    ]);
    expect(await gateOf([retire('databases', 'storage')])).toEqual([]);
    expect(await gateOf([retire('databases', 'none')])).toHaveLength(1);
    await aReleasedChange(portal, [category('files', { parent: 'storage' })]);
    expect(await gateOf([retire('storage')])).toEqual([expect.stringContaining('files')]);
    const move: AskedChanges[number] = {
      kind: 'category-move',
      target: 'files',
      body: { parent: null },
    };
    expect(await gateOf([retire('storage'), move])).toEqual([]);
    expect(await gateOf([{ kind: 'catalogue-retire', target: 'default', body: {} }])).not.toEqual(
      [],
    );
  });

  it('finds the offers of a retired category where they went', async () => {
    await aPublishedOffer(portal, {}, { name: 'open' });
    const plan = await aReleasedChange(
      portal,
      [{ kind: 'category-retire', target: 'databases', body: { into: 'storage' } }],
      '2026-12-20T09:00',
    );
    expect(plan.structure).toMatchObject([
      { label: 'End of the category Databases: title', before: 'Databases' },
      {},
      {},
      { label: 'End of the category Databases: offers go into', after: 'storage' },
      { label: 'End of the category Databases: offers in it', before: '1', after: '0' },
    ]);
    portal.clock.set('2026-12-20T09:00:00.000Z');
    expect(await tree('ada')).toEqual(['storage 1']);
    expect(await browsed('ada', { category: 'storage' })).toEqual(['open']);
    expect(await browsed('ada', { category: 'databases' })).toEqual(['open']);
    const page = await portal.as('ada')('offerPage', { params: { name: 'open' }, query: {} });
    expect(page.categoryTitle).toBe('Storage');
    const facets = await portal.as('ada')('facets', { query: {} });
    expect(facets.categories).toEqual([{ id: 'storage', title: 'Storage', count: 1 }]);
  });

  it('[rule 7] lets two changes take effect in the order of their dates, or refuses the second', async () => {
    const rename = (title: string): AskedChanges => [
      { kind: 'category-change', target: 'databases', body: { title } },
    ];
    await aReleasedChange(portal, rename('Second'), '2026-12-20T09:00');
    await aReleasedChange(portal, rename('First'), '2026-12-15T09:00');
    const retire: AskedChanges = [{ kind: 'category-retire', target: 'databases', body: {} }];
    await expect(aSubmittedChange(portal, retire, '2026-12-18T09:00')).rejects.toMatchObject({
      status: 422,
      code: 'gate-not-met',
    });
    await expect(
      aSubmittedChange(portal, rename('Other'), '2026-12-20T09:00'),
    ).rejects.toMatchObject({ status: 422, code: 'gate-not-met' });
    const titleAt = async (at: string) => {
      const { items } = await portal.as('nils')('categoryTree', { query: { at } });
      return items.find(({ name }) => name === 'databases')?.title;
    };
    expect(await titleAt('2026-12-14T00:00:00Z')).toBe('Databases');
    expect(await titleAt('2026-12-15T09:00:00Z')).toBe('First');
    expect(await titleAt('2026-12-20T09:00:00Z')).toBe('Second');
  });

  it('[rule 7] refuses what a plan that was asked for before would leave without ground', async () => {
    await aSubmittedChange(
      portal,
      [{ kind: 'category-retire', target: 'storage', body: {} }],
      '2026-12-15T09:00',
    );
    const below = [category('files', { parent: 'storage' })];
    await expect(aSubmittedChange(portal, below, '2026-12-20T09:00')).rejects.toMatchObject({
      code: 'gate-not-met',
      fields: [{ field: 'changes', remedy: expect.stringContaining('Other structure') }],
    });
  });

  it('[rule 3] [rule 4] is approved as it stands, and not by who wrote it', async () => {
    const plan = await aSubmittedChange(portal, [category('data')]);
    const params = { id: plan.id };
    const decide = (who: string) =>
      portal.as(who)('decide', {
        params,
        body: { verdict: 'approve', contentHash: plan.contentHash },
      });
    const ravi = portal.as('ravi');
    const patched = await ravi('patchPlan', {
      params,
      revision: plan.revision,
      body: { changes: [category('data', { title: 'Other' })] },
    });
    expect(await refusalOf(decide('mia'))).toEqual({ status: 409, code: 'content-changed' });
    const again = { verdict: 'approve' as const, contentHash: patched.contentHash };
    expect(await refusalOf(ravi('decide', { params, body: again }))).toEqual({
      status: 403,
      code: 'author-cannot-decide',
    });
    const approved = await portal.as('mia')('decide', { params, body: again });
    expect(approved.state).toBe('approved');
  });

  it('[rule 14] is not released while what it refers to is not in the software catalogue', async () => {
    const unresolved = aReleasedChange(portal, [
      aView('nobody', { allow: ['group:default/never-was'] }),
    ]);
    await expect(unresolved).rejects.toMatchObject({
      code: 'gate-not-met',
      message: expect.stringContaining('group:default/never-was'),
    });
    expect(await viewsOf('nils', { at: AFTER })).toEqual([]);
  });
});
