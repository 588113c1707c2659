import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { isBlocking, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { offerConditions, offerPermissionRules } from '@offerdesk/backstage-plugin-offers-node';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aNextVersion,
  anApprovedEnd,
  AskedChanges,
  aDraft,
  aPublishedOffer,
  aReleasedChange,
  aSubmittedChange,
} from '../__testUtils__/stories';
import { OfferGuard } from '../api/OfferGuard';
import { rebuildListing } from '../catalogue/rebuild';
import { recordTurns } from '../timeline/recordTurns';
import { forgetStructure } from './reading';
import { AFTER, aView, category, ENGINEERS } from './__testUtils__/changes';

const EVERYONE = { allow: ['everyone'] };
const MOVES = '2026-12-20T09:00:00.000Z';
const JUST_BEFORE = '2026-12-20T08:59:59.999Z';

const migrations = resolvePackagePath('@offerdesk/backstage-plugin-offers-backend', 'migrations');

const information = { title: 'PostgreSQL', summary: 'A database' };

const move = (target: string, body = { catalogue: 'office', category: 'desks' }) => ({
  kind: 'offer-move' as const,
  target,
  body,
});

describe.each(databaseKinds)('offers that move into another catalogue on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
    const owner = 'group:default/board';
    await aReleasedChange(portal, [
      { kind: 'catalogue-create', target: 'office', body: { title: 'Office', owner } },
      category('desks', { title: 'Desks', catalogue: 'office' }),
      aView('in-the-office', ENGINEERS, { catalogues: ['office'] }),
    ]);
    portal.clock.set(AFTER);
  });
  afterEach(() => portal.stop());

  const timePasses = () => {
    // The database's own clock is behind the test's on PostgreSQL.
    const now = async () => portal.clock.now().toISOString();
    return recordTurns({ ...portal.ctx, db: Object.assign(Object.create(portal.ctx.db), { now }) });
  };
  const moveThen = (id: string, local = '2026-12-20T09:00') =>
    aReleasedChange(portal, [move(id)], local);
  const browsed = async (query: object, who = 'ada') =>
    (await portal.as(who)('browseOffers', { query })).items.map(({ name }) => name).sort();
  const managedIn = async (id: string) =>
    (await portal.as('carla')('getOffer', { params: { id } })).catalogue;
  const asked = (changes: AskedChanges, who = 'carla', body: object = {}) =>
    portal.as(who)('createPlan', {
      body: {
        scenario: 'change',
        title: 'Move',
        changes,
        release: { local: '2026-12-20T09:00', zone: 'UTC' },
        ...body,
      },
    });
  const missing = ({ gate }: Plan) => gate.criteria.filter(isBlocking).map(each => each.remedy);

  it('[rule 1] are found, counted and shown in the catalogue of the instant, past and ahead', async () => {
    const access = { see: EVERYONE, order: EVERYONE };
    const { id } = await aPublishedOffer(portal, { access }, { name: 'desk' });
    await aPublishedOffer(portal, { access }, { name: 'stays' });
    const plan = await moveThen(id);
    expect(plan.structure.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Move of the offer PostgreSQL for production: catalogue', 'Catalogue', 'Office'],
      ['Move of the offer PostgreSQL for production: category', 'Databases', 'Desks'],
      [
        'Move of the offer PostgreSQL for production: views that show it',
        undefined,
        'View in-the-office (group:default/engineers)',
      ],
    ]);
    const looksAt = async (who: string, at?: string) => {
      const query = at ? { at } : {};
      const as = portal.as(who);
      const page = await as('offerPage', { params: { name: 'desk' }, query });
      const tree = await as('categoryTree', { query });
      const { total } = await as('facets', { query: { ...query, catalogue: 'office' } });
      const { items } = await as('browseOffers', { query: { ...query, category: 'desks' } });
      return {
        office: await browsed({ ...query, catalogue: 'office' }, who),
        default: await browsed({ ...query, catalogue: 'default' }, who),
        view: await browsed({ ...query, view: 'in-the-office' }, who),
        words: await browsed({ ...query, q: 'postgresql', category: 'desks' }, who),
        cards: items.map(card => card.category),
        page: [page.catalogue, page.catalogueTitle, page.categoryTitle],
        counts: tree.items.map(({ name, count }) => `${name} ${count}`),
        total,
      };
    };
    const before = {
      ...{ office: [], default: ['desk', 'stays'], view: [], words: [], cards: [] },
      page: ['default', 'Catalogue', 'Databases'],
      counts: ['databases 2', 'desks 0', 'storage 0'],
      total: 0,
    };
    const after = {
      ...{ office: ['desk'], default: ['stays'], view: ['desk'], words: ['desk'] },
      cards: ['desks'],
      page: ['office', 'Office', 'Desks'],
      counts: ['databases 1', 'desks 1', 'storage 0'],
      total: 1,
    };
    portal.clock.set(JUST_BEFORE);
    expect(await looksAt('ada')).toEqual(before);
    expect(await looksAt('carla', MOVES)).toEqual(after);
    portal.clock.set(MOVES);
    expect(await looksAt('ada')).toEqual(after);
    expect(await looksAt('carla', JUST_BEFORE)).toEqual(before);
  });

  it('[rule 12] are managed there from that instant on, which the log tells once', async () => {
    const { id } = await aPublishedOffer(portal);
    await moveThen(id);
    const life = await portal.as('carla')('getOfferLife', { params: { id } });
    expect(life.places).toEqual([
      { catalogue: 'default', catalogueTitle: 'Catalogue', categoryTitle: 'Databases' },
      { from: MOVES, catalogue: 'office', catalogueTitle: 'Office', categoryTitle: 'Desks' },
    ]);
    portal.clock.set(JUST_BEFORE);
    await timePasses();
    expect(await managedIn(id)).toBe('default');
    portal.clock.set(MOVES);
    await Promise.all([timePasses(), timePasses()]);
    expect(await managedIn(id)).toBe('office');
    const { items } = await portal.as('carla')('audit', { query: { limit: 50 } });
    const told = items.filter(({ subjectId, action }) => subjectId === id && /move/.test(action));
    expect(told.map(({ action, actor }) => [action, actor])).toEqual([
      ['offer.moved', 'system:time'],
      ['structure.offer-move', 'user:default/carla'],
    ]);
    portal.clock.pass(1);
    await aReleasedChange(
      portal,
      [move(id, { catalogue: 'default', category: 'databases' })],
      '2026-12-01T09:00',
    );
    expect(await managedIn(id)).toBe('default');
    expect(await browsed({ catalogue: 'default', category: 'databases' })).toHaveLength(1);
  });

  it('are back where they were made when the migration goes down, also after it has gone up again', async () => {
    const { id } = await aPublishedOffer(portal);
    await moveThen(id, '2026-12-01T09:00');
    expect(await managedIn(id)).toBe('office');
    const { knex } = portal.ctx.db;
    const step = { directory: migrations, name: '20261130045800_offer_moves.js' };
    await knex.migrate.down(step);
    expect(await knex('structure_changes').where({ kind: 'offer-move' })).toEqual([]);
    expect(await knex('offers').where({ id }).pluck('catalogue')).toEqual(['default']);
    await knex.migrate.up(step);
    forgetStructure(portal.ctx);
    await rebuildListing(portal.ctx);
    expect(await managedIn(id)).toBe('default');
    expect(await browsed({ catalogue: 'default', category: 'databases' })).toHaveLength(1);
    expect(await browsed({ catalogue: 'office' })).toEqual([]);
  });

  // What follows is decided by rules that know no database: once is enough.
  if (kind !== 'sqlite3') return;

  it('[rule 14] let versions name categories of where they will be, and served ones what they named', async () => {
    const offer = await aPublishedOffer(portal);
    await moveThen(offer.id);
    portal.clock.set(MOVES);
    await timePasses();
    const { items } = await portal.as('carla')('listOffers', { query: { q: 'postgresql' } });
    expect(items).toMatchObject([{ catalogue: 'office', missing: 0, health: 100 }]);
    const carla = portal.as('carla');
    await carla('startNextVersion', { params: { id: offer.id }, body: {} });
    const next = await asked([], 'carla', { offerIds: [offer.id] });
    expect(missing(next)).toContainEqual(expect.stringContaining('databases is not configured'));
  });

  it('[rule 7] are refused where nothing is to move, or nowhere to move to', async () => {
    const { id } = await aPublishedOffer(portal);
    const nowhere = await asked([move(id, { catalogue: 'none', category: 'desks' })]);
    expect(missing(nowhere)).toEqual([expect.stringContaining('no catalogue none')]);
    const same = await asked([move(id, { catalogue: 'default', category: 'storage' })]);
    expect(missing(same)).toEqual([expect.stringContaining('in that catalogue by then already')]);
    await aSubmittedChange(
      portal,
      [{ kind: 'category-retire', target: 'desks', body: {} }],
      '2026-12-15T09:00',
    );
    expect(missing(await asked([move(id)]))).toEqual([expect.stringContaining('was asked for')]);
    await anApprovedEnd(portal, { id }).then(({ id: plan, contentHash }) =>
      portal.as('carla')('releasePlan', { params: { id: plan }, body: { contentHash } }),
    );
    const late = { release: { local: '2028-01-01T00:00', zone: 'UTC' } };
    expect(missing(await asked([move(id)], 'carla', late))).toEqual([
      expect.stringContaining('not offered any more by then'),
      expect.stringContaining('was asked for'),
    ]);
  });

  it('[rule 7] are refused into another category than the version names in that catalogue', async () => {
    const { id } = await aPublishedOffer(portal);
    const files = category('files', { catalogue: 'office' });
    const named = { ...move(id), body: { catalogue: 'office', category: 'desks' } };
    const next = await aNextVersion(
      portal,
      { id },
      { information: { ...information, category: 'files' } },
    );
    const both = await asked([files, named], 'carla', { offerIds: [next.id] });
    expect(missing(both)).toEqual([expect.stringContaining('names the category files')]);
  });

  it('[rule 3] count again when the move becomes another, and are found by the plans of the offer', async () => {
    const { id } = await aDraft(portal);
    const plan = await aSubmittedChange(portal, [move(id)], '2026-12-20T09:00');
    const { items } = await portal.as('carla')('listPlans', { query: { offer: id } });
    expect(items.map(({ id: found }) => found)).toEqual([plan.id]);
    const approved = await portal.as('mia')('decide', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash, verdict: 'approve' },
    });
    const other = await portal.as('carla')('patchPlan', {
      params: { id: plan.id },
      revision: approved.revision,
      body: { changes: [category('chairs', { catalogue: 'office' }), move(id)] },
    });
    expect(other).toMatchObject({ state: 'submitted', approval: { given: 0 } });
  });

  it('[rule 1] are planned by who edits offers in both catalogues, and by nobody who does not read them', async () => {
    const { id } = await aPublishedOffer(portal);
    const permissions = mockServices.permissions.mock();
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    permissions.authorizeConditional.mockImplementation(async ([query]) => [
      query?.permission.name === 'offers.offer.update'
        ? {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'offers',
            resourceType: 'service-offer',
            conditions: offerConditions.isInCatalogue({ catalogues: ['default', 'labs'] }),
          }
        : { result: AuthorizeResult.ALLOW },
    ]);
    const registry = mockServices.permissionsRegistry.mock();
    registry.getPermissionRuleset.mockReturnValue({
      getRuleByName: () => offerPermissionRules.isInCatalogue,
    });
    portal.ctx.guard = new OfferGuard(permissions, registry);
    expect(await refusalOf(asked([move(id)]))).toEqual({ status: 403, code: 'not-allowed' });
    await expect(asked([move(id)])).rejects.toMatchObject({
      fields: [{ field: 'changes.0', remedy: expect.stringContaining('in office') }],
    });
    const labs = await asked([move(id, { catalogue: 'labs', category: 'desks' })]);
    expect(missing(labs)).toHaveLength(1);
    await expect(asked([move('00000000-0000-4000-8000-000000000000')])).rejects.toMatchObject({
      status: 404,
      fields: [{ field: 'changes.0.target' }],
    });
  });
});
