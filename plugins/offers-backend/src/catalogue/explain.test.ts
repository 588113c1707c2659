import { audienceKeys, explain, timelineOf } from '@offerdesk/backstage-plugin-offers-common';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { groupsOf, principalsOf } from '../__testUtils__/organisation';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aPublishedOffer } from '../__testUtils__/stories';

/** Printed by fast-check with any failure; pinned, so that a run can be repeated. */
const seed = 20261123;

const everyPrincipal = [
  ...new Set(Object.keys(groupsOf).flatMap(name => audienceKeys(principalsOf(name)))),
];
const principals = fc.uniqueArray(fc.constantFrom(...everyPrincipal), { maxLength: 4 });
const audience = fc.record({
  allow: fc.uniqueArray(fc.constantFrom(...everyPrincipal), { minLength: 1, maxLength: 4 }),
  deny: principals,
});
const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}`;

describe.each(databaseKinds)('the list and the rule on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  it('[rule 1] show the same offers to the same people at every instant', async () => {
    const published: {
      name: string;
      from: string;
      until: string;
      see: { allow: string[]; deny: string[] };
    }[] = [];
    await fc.assert(
      fc.asyncProperty(
        audience,
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (see, from, days) => {
          portal.clock.set('2026-12-01T09:00:00.000Z');
          const name = `offer-${randomUUID()}`;
          const until = `${day(from + days)}T09:00:00.000Z`;
          // An audience that holds nobody stops at the gate, as it should.
          if (
            see.allow.every(principal => see.deny.includes(principal)) ||
            see.deny.includes('everyone')
          )
            return;
          await aPublishedOffer(
            portal,
            { access: { see, order: { allow: ['everyone'] } }, validity: { until } },
            { name, local: `${day(from)}T09:00` },
          );
          published.push({ name, from: `${day(from)}T09:00:00.000Z`, until, see });
        },
      ),
      { seed, numRuns: 12 },
    );
    expect(published.length).toBeGreaterThan(4);
    for (const at of [
      '02T08:59:59.999Z',
      '06T09:00:00.000Z',
      '12T09:00:00.000Z',
      '20T12:00:00.000Z',
    ]) {
      const instant = `2026-12-${at}`;
      portal.clock.set(instant);
      for (const person of Object.keys(groupsOf)) {
        const { items } = await portal.as(person)('browseOffers', { query: { limit: 100 } });
        const visible = published
          .filter(({ from, until, see }) => {
            const access = { see, order: { allow: [], deny: [] }, rings: [] };
            const version = {
              number: 1,
              validFrom: from,
              validUntil: until,
              access,
              releases: [],
              members: [],
            };
            return explain(timelineOf([version]), { principals: principalsOf(person) }, instant)
              .visible.answer;
          })
          .map(({ name }) => name);
        expect(items.map(({ name }) => name).sort()).toEqual(visible.sort());
        expect((await portal.as(person)('facets', {})).total).toBe(visible.length);
      }
    }
  });
});
