import { DemandsQuery } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { fullScan, queryPlan } from '../__testUtils__/queryPlan';
import { linkedQuery } from '../offers/carryingStore';
import { demandsQuery } from './store';

const after = { updatedAt: '2026-12-01T09:00:00.000Z', id: 'f' };

describe.each(databaseKinds)('the plans of the queries of demand on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  it.each<[string, Partial<DemandsQuery>, string | undefined, RegExp]>([
    ['all of it', {}, undefined, /demands_by_change/],
    ['by state', { state: 'raised' }, undefined, /demands_by_state/],
    ['by requester', {}, 'user:default/ada', /demands_by_requester/],
    ['by assignee', { assignee: 'user:default/ada' }, undefined, /demands_by_assignee/],
  ])('a page %s is read from its index, in order', async (_what, filters, requestedBy, index) => {
    const query = demandsQuery(portal.ctx.db.knex, {
      query: { limit: 20, ...filters },
      requestedBy,
      after,
    });
    const plan = await queryPlan(portal.ctx.db.knex, query);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(fullScan);
  });

  it('the offers that link to a product are found by links and among drafts alone', async () => {
    const query = linkedQuery(portal.ctx.db.knex, 'component:default/checkout-api');
    const plan = await queryPlan(portal.ctx.db.knex, query);
    expect(plan).toMatch(/offer_links/);
    expect(plan).toMatch(/offer_versions_drafts/);
    expect(plan).not.toMatch(/SCAN (offer_links|offer_versions)$|Seq Scan/m);
  });
});
