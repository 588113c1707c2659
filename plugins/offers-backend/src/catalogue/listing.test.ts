import { audienceKeys, Segment } from '@offerdesk/backstage-plugin-offers-common';
import fc from 'fast-check';
import { databaseKinds } from '../__testUtils__/databases';
import { groupsOf, principalsOf } from '../__testUtils__/organisation';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { list, ListedCase, relist, servedSegment } from './__testUtils__/listed';

/** Printed by fast-check with any failure; pinned, so that a run can be repeated. */
const seed = 20261124;

const people = Object.keys(groupsOf);
const everyPrincipal = [...new Set(people.flatMap(name => audienceKeys(principalsOf(name))))];
const groups = everyPrincipal.filter(principal => principal.startsWith('group:'));
const see = fc.record({
  allow: fc.uniqueArray(fc.constantFrom(...everyPrincipal), { minLength: 1, maxLength: 4 }),
  deny: fc.uniqueArray(fc.constantFrom(...groups), { maxLength: 1 }),
});
const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}T09:00:00.000Z`;
const state = fc.constantFrom('available', 'canary', 'held', 'suspended', 'ending' as const);
const ring = fc.record({
  groups: fc.uniqueArray(fc.constantFrom(...groups), { maxLength: 1 }),
  percent: fc.integer({ min: 0, max: 100 }),
});

/** A life of up to four parts without a gap before its end: plain ones, and rings with what is outside. */
const life = fc
  .record({
    begin: fc.integer({ min: 1, max: 8 }),
    parts: fc.array(
      fc.record({
        days: fc.integer({ min: 1, max: 6 }),
        state,
        ring: fc.option(ring, { nil: undefined }),
        number: fc.integer({ min: 1, max: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    isOpen: fc.boolean(),
  })
  .map(({ begin, parts, isOpen }) => {
    let from = begin;
    return parts.flatMap((part, index): Segment[] => {
      const start = day(from);
      from += part.days;
      const until = isOpen && index === parts.length - 1 ? undefined : day(from);
      const own = { from: start, until, number: part.number, state: part.state };
      if (!part.ring) return [{ ...own, audience: { whom: 'all' } }];
      return [
        { ...own, audience: { whom: 'in', ring: part.ring } },
        {
          ...own,
          number: 3 - part.number,
          state: 'available',
          audience: { whom: 'outside', ring: part.ring },
        },
      ];
    });
  });

describe.each(databaseKinds)('the list and the life of offers on %s', kind => {
  let portal: TestPortal;
  const cases: ListedCase[] = [];
  const instants = [1, 3, 5, 8, 12, 20].map(day).concat('2026-12-05T08:59:59.999Z');
  beforeAll(async () => {
    portal = await aPortal(kind);
    const drawn = fc.sample(fc.record({ first: see, second: see, life }), { seed, numRuns: 24 });
    for (const [index, { first, second, life: segments }] of drawn.entries()) {
      const access = (audience: typeof first) => ({
        see: audience,
        order: { allow: ['everyone'] },
      });
      cases.push(
        await list(
          portal,
          `offer-${index}`,
          [{ access: access(first) }, { access: access(second) }],
          segments,
        ),
      );
    }
  });
  afterAll(() => portal.stop());

  const expected = (person: string, at: string) =>
    cases.flatMap(one => {
      const segment = servedSegment(one, person, at);
      return segment ? [{ name: one.name, state: segment.state }] : [];
    });
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

  it('[rule 1] agree for each person at each instant, in list, search, count and batch', async () => {
    let seen = 0;
    for (const at of instants) {
      portal.clock.set(at);
      for (const person of people) {
        const as = portal.as(person);
        const wanted = expected(person, at).sort(byName);
        seen += wanted.length;
        const { items, total } = await as('browseOffers', { query: { limit: 100, total: 'true' } });
        expect(items.map(({ name, state: is }) => ({ name, state: is })).sort(byName)).toEqual(
          wanted,
        );
        expect(total).toBe(wanted.length);
        const found = await as('browseOffers', { query: { q: 'postgresql', limit: 100 } });
        expect(found.items.map(({ name }) => name).sort()).toEqual(wanted.map(({ name }) => name));
        const facets = await as('facets', {});
        expect(facets.total).toBe(wanted.length);
        expect(facets.states.reduce((sum, { count }) => sum + count, 0)).toBe(wanted.length);
        const batch = await as('offersById', { query: { ids: cases.map(({ id }) => id).join() } });
        expect(batch.items.map(({ name }) => name).sort()).toEqual(wanted.map(({ name }) => name));
      }
    }
    expect(seen).toBeGreaterThan(50);
  });

  it('[rule 1] agree for another instant, past or ahead, as they did or will when it is now', async () => {
    const ask = async (at?: string) =>
      (await portal.as('carla')('browseOffers', { query: { limit: 100, at } })).items.map(
        ({ name, state: is }) => `${name} ${is}`,
      );
    const total = async (at?: string) =>
      (await portal.as('carla')('facets', { query: { at } })).total;
    for (const at of instants) {
      portal.clock.set(at);
      const [then, counted] = [await ask(), await total()];
      for (const now of ['2026-11-01T00:00:00.000Z', '2027-06-01T00:00:00.000Z']) {
        portal.clock.set(now);
        for (const one of cases) await relist(portal, one, now);
        expect(await ask(at)).toEqual(then);
        expect(await total(at)).toBe(counted);
      }
      for (const one of cases) await relist(portal, one, '2026-12-01T09:00:00.000Z');
    }
    expect(await refusalOf(portal.as('ada')('browseOffers', { query: { at: day(4) } }))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
  });

  it('says of a state what the list says, and orders nothing that is held or suspended', async () => {
    portal.clock.set(day(5));
    for (const wanted of ['available', 'canary', 'held', 'suspended', 'ending'] as const) {
      const { items } = await portal.as('ada')('browseOffers', {
        query: { state: wanted, limit: 100 },
      });
      const model = expected('ada', day(5)).filter(({ state: is }) => is === wanted);
      expect(items.map(({ name }) => name).sort()).toEqual(model.map(({ name }) => name).sort());
      expect(items.every(({ orderable }) => orderable === !/held|suspended/.test(wanted))).toBe(
        true,
      );
    }
  });
});
