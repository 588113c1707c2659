import {
  audienceKeys,
  isInAudience,
  Segment,
  Structure,
  structureAt,
} from '@offerdesk/backstage-plugin-offers-common';
import fc from 'fast-check';
import { databaseKinds } from '../__testUtils__/databases';
import { groupsOf, principalsOf } from '../__testUtils__/organisation';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { AskedChanges, aReleasedChange } from '../__testUtils__/stories';
import { list, ListedCase, servedSegment } from '../catalogue/__testUtils__/listed';
import { offersBy } from '../offers/reading';
import { category } from './__testUtils__/changes';
import { placesOf } from './places';
import { selectStructureChanges } from './store';

/** Printed by fast-check with any failure; pinned, so that a run can be repeated. */
const seed = 20261125;

const people = Object.keys(groupsOf);
const everyPrincipal = [...new Set(people.flatMap(name => audienceKeys(principalsOf(name))))];
const categories = ['databases', 'storage', 'a', 'b', 'c', 'd'];
const tags = ['sql', 'Files', 'fast'];
const refs = ['component:default/checkout-api', 'component:default/ledger'];
const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}T09:00:00.000Z`;

const some = <T>(values: readonly T[], maxLength = 2) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const see = fc.record({
  allow: fc.uniqueArray(fc.constantFrom(...everyPrincipal), { minLength: 1, maxLength: 4 }),
  deny: some(
    everyPrincipal.filter(each => each.startsWith('group:')),
    1,
  ),
});
const anOffer = fc.record({
  see,
  category: fc.constantFrom(...categories),
  tags: some(tags),
  entities: some(refs),
  segments: fc
    .record({ from: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 1, max: 18 }) })
    .map(({ from, days }): Segment[] => [
      {
        from: day(from),
        until: day(from + days),
        number: 1,
        state: 'available',
        audience: { whom: 'all' },
      },
    ]),
});
const aFilter = fc.record({
  categories: some(categories),
  tags: some(tags),
  entities: some(refs, 1),
  owners: some(['group:default/operations', 'group:default/board'], 1),
});

/** The tree of the test, and how it changes: what moves, and what is retired into another. */
const beginning: AskedChanges = [
  category('a'),
  category('b', { parent: 'a' }),
  category('c', { parent: 'b' }),
  category('d'),
];
const later: [string, AskedChanges][] = [
  ['2026-12-06T09:00', [{ kind: 'category-move', target: 'c', body: { parent: 'storage' } }]],
  ['2026-12-11T09:00', [{ kind: 'category-retire', target: 'd', body: { into: 'b' } }]],
];

describe.each(databaseKinds)('views of the catalogue on %s', kind => {
  let portal: TestPortal;
  const offers: ListedCase[] = [];
  const drawn = fc.sample(fc.record({ see, filter: aFilter }), { seed, numRuns: 10 });
  const instants = [4, 6, 8, 12, 20].map(day).concat('2026-12-11T08:59:59.999Z');
  beforeAll(async () => {
    portal = await aPortal(kind);
    portal.clock.set('2026-12-01T08:00:00.000Z');
    const created = drawn.map(({ see: audience, filter }, index): AskedChanges[number] => ({
      kind: 'view-create',
      target: `view-${index}`,
      body: { title: `View ${index}`, see: audience, filter: { ...filter, entities: [] } },
    }));
    await aReleasedChange(portal, [...beginning, ...created], '2026-12-03T09:00');
    for (const [local, changes] of later) await aReleasedChange(portal, changes, local);
    const linked = drawn.map(({ filter: { entities } }, index): AskedChanges[number] => ({
      kind: 'view-change',
      target: `view-${index}`,
      body: { filter: { entities: entities.filter(ref => ref === refs[0]) } },
    }));
    await aReleasedChange(portal, linked, '2026-12-18T09:00');
    for (const [index, one] of fc.sample(anOffer, { seed, numRuns: 24 }).entries()) {
      const content = {
        information: {
          title: `Offer ${index}`,
          summary: 'One of many',
          category: one.category,
          tags: one.tags,
        },
        product: { entities: one.entities.map(ref => ({ ref, role: 'dependsOn' as const })) },
        access: { see: one.see, order: { allow: ['everyone'] } },
      };
      offers.push(await list(portal, `offer-${index}`, [content], one.segments));
    }
  });
  afterAll(() => portal.stop());

  const structureOf = async (at: string): Promise<Structure> =>
    structureAt(await selectStructureChanges(portal.ctx.db.knex), at);

  /** The views that show each offer at an instant, whoever looks, by the rule itself. */
  const viewsOf = async (at: string) => {
    const shown = new Map<string, readonly string[]>();
    for (const { id, versions } of offers) {
      const [offer] = await offersBy(portal.ctx.db.knex, [id]);
      const [content] = versions;
      if (!offer || !content) throw new Error(`There is no offer ${id}`);
      shown.set(id, (await placesOf(portal.ctx, { offer, content }, { at })).views);
    }
    return shown;
  };
  /** What a person sees of a view at an instant by the rules themselves: what they see, as far as the view shows it. */
  const expected = (
    places: Map<string, readonly string[]>,
    view: string,
    who: string,
    at: string,
  ) =>
    offers
      .filter(one => places.get(one.id)?.includes(view) && servedSegment(one, who, at))
      .map(({ name }) => name)
      .sort();

  it('[rule 1] show each person what the rules say, at each instant: their own catalogue within the filter', async () => {
    const shown = { known: 0, unknown: 0, offers: 0 };
    for (const at of instants) {
      portal.clock.set(at);
      const { views } = await structureOf(at);
      const places = await viewsOf(at);
      for (const person of people) {
        const as = portal.as(person);
        const known = [...views].flatMap(([name, view]) =>
          isInAudience(view.see, principalsOf(person)) ? [name] : [],
        );
        const { items } = await as('views', { query: {} });
        expect(items.map(({ name }) => name).sort()).toEqual(known.sort());
        shown.unknown += views.size - known.length;
        for (const view of known) {
          shown.known += 1;
          const wanted = expected(places, view, person, at);
          shown.offers += wanted.length;
          const page = await as('browseOffers', { query: { view, limit: 100, total: 'true' } });
          expect(page.items.map(({ name }) => name).sort()).toEqual(wanted);
          expect(page.total).toBe(wanted.length);
          const found = await as('browseOffers', { query: { view, q: 'many', limit: 100 } });
          expect(found.items.map(({ name }) => name).sort()).toEqual(wanted);
          const { total } = await as('facets', { query: { view } });
          expect(total).toBe(wanted.length);
        }
      }
    }
    expect(shown.known).toBeGreaterThan(50);
    expect(shown.unknown).toBeGreaterThan(50);
    expect(shown.offers).toBeGreaterThan(100);
  });

  it('[rule 1] count in each category what choosing it finds', async () => {
    for (const at of instants) {
      portal.clock.set(at);
      for (const person of ['ada', 'ben', 'otto', 'vera']) {
        const as = portal.as(person);
        const facets = await as('facets', { query: {} });
        for (const { name, count } of (await as('categoryTree', { query: {} })).items) {
          const page = await as('browseOffers', {
            query: { category: name, limit: 100, total: 'true' },
          });
          expect([name, page.items.length, page.total]).toEqual([name, count, count]);
          const facet = facets.categories.find(({ id }) => id === name);
          expect([name, facet?.count ?? 0]).toEqual([name, count]);
        }
      }
    }
  });

  it('[rule 1] are for staff at any instant what they are when it is now', async () => {
    const ask = async (query: object) => {
      const { items } = await portal.as('carla')('browseOffers', {
        query: { limit: 100, ...query },
      });
      return items.map(({ name }) => name);
    };
    for (const at of instants) {
      portal.clock.set(at);
      const then = await ask({ view: 'view-0' });
      const below = await ask({ category: 'a' });
      portal.clock.set('2027-06-01T00:00:00.000Z');
      expect(await ask({ view: 'view-0', at })).toEqual(then);
      expect(await ask({ category: 'a', at })).toEqual(below);
    }
    const early = portal.as('carla')('browseOffers', { query: { view: 'view-0', at: day(2) } });
    expect(await refusalOf(early)).toEqual({ status: 404, code: 'not-found' });
  });
});
