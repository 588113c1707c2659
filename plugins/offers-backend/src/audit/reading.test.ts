import { AuditQuery } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { fullScan, queryPlan } from '../__testUtils__/queryPlan';
import {
  aDraft,
  anApprovedEnd,
  aPublishedOffer,
  aSubmittedPlan,
  decideOn,
} from '../__testUtils__/stories';
import { auditPageQuery, auditRangeQuery } from './store';

type Filters = Omit<AuditQuery, 'limit' | 'cursor'>;

describe.each(databaseKinds)('reading the audit log on %s', kind => {
  let portal: TestPortal;
  let published: string;
  let rejected: string;
  const began = '2026-12-01T09:00:00.000Z';
  const later = '2026-12-01T10:00:00.000Z';
  beforeAll(async () => {
    portal = await aPortal(kind);
    published = (await aPublishedOffer(portal)).id;
    portal.clock.set(later);
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    rejected = plan.id;
    await decideOn(portal, 'mia', plan, 'reject', 'Too dear');
  });
  afterAll(() => portal.stop());

  const all = async (filters: Filters, limit = 100) => {
    const items = [];
    let cursor: string | undefined;
    do {
      const page = await portal.as('carla')('audit', { query: { ...filters, limit, cursor } });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  };
  const actions = async (filters: Filters) => (await all(filters)).map(({ action }) => action);

  it('pages from the latest to the first, each entry once', async () => {
    const whole = (await all({})).map(({ seq }) => seq);
    expect(whole).toEqual(whole.map((_, index) => whole.length - index));
    for (const limit of [1, 3, whole.length]) {
      expect((await all({}, limit)).map(({ seq }) => seq)).toEqual(whole);
    }
  });

  it('finds what happened to one thing, and to one kind of thing', async () => {
    const offer = await actions({ subjectId: published });
    expect(offer).toEqual(['offer.publish', 'offer.create']);
    expect(await actions({ subjectKind: 'offer', subjectId: published })).toEqual(offer);
    expect(await actions({ subjectKind: 'plan', subjectId: published })).toEqual([]);
    const kinds = (await all({ subjectKind: 'plan' })).map(({ subjectKind }) => subjectKind);
    expect(new Set(kinds)).toEqual(new Set(['plan']));
    expect(await actions({ subjectKind: 'waiver' })).toEqual([]);
  });

  it('finds what happened to an offer and to its plans, latest first, with the other filters too', async () => {
    const offer = await all({ offer: published }, 3);
    expect(offer.map(({ action }) => action)).toEqual(
      (await all({ until: later }))
        .filter(({ subjectKind }) => ['offer', 'plan'].includes(subjectKind))
        .map(({ action }) => action),
    );
    expect(new Set(offer.map(({ subjectId }) => subjectId)).size).toBe(2);
    expect(await actions({ offer: published, actor: 'user:default/mia' })).toEqual([
      'plan.approve',
    ]);
    expect(await actions({ offer: published, from: later })).toEqual([]);
    expect(await actions({ offer: rejected })).not.toContain('offer.publish');
  });

  it('finds what somebody did, in any spelling of who they are', async () => {
    const mia = await all({ actor: 'User:default/Mia' });
    expect(mia.map(({ action }) => action)).toEqual(['plan.reject', 'plan.approve']);
    expect(mia.map(({ reason }) => reason)).toEqual(['Too dear', undefined]);
    expect(await actions({ actor: 'user:default/nobody' })).toEqual([]);
  });

  it('finds an action, or all of an area', async () => {
    expect(await actions({ action: 'plan.reject' })).toEqual(['plan.reject']);
    expect(await actions({ action: 'plan.' })).toEqual(
      expect.arrayContaining(['plan.create', 'plan.make-ready', 'plan.release', 'plan.reject']),
    );
    expect((await actions({ action: 'plan.' })).filter(found => !/^plan\./.test(found))).toEqual(
      [],
    );
    expect(await actions({ action: 'pl.' })).toEqual([]);
    expect(await refusalOf(all({ action: '%' }))).toEqual({ status: 400, code: 'invalid-input' });
  });

  it('finds a surface', async () => {
    await aDraft(portal);
    const slack = await portal.as('carla', { surface: 'slack' })('createPlan', {
      body: {
        scenario: 'new',
        offerIds: [(await aDraft(portal)).id],
        release: { local: '2026-12-10T09:00', zone: 'UTC' },
      },
    });
    const found = await all({ surface: 'slack' });
    expect(found.map(({ subjectId }) => subjectId)).toEqual([slack.id]);
  });

  it('finds a span of time: its first instant is in, its last is out', async () => {
    const at = async (filters: Filters) => new Set((await all(filters)).map(entry => entry.at));
    expect(await at({ from: began, until: later })).toEqual(new Set([began]));
    expect(await at({ from: later })).toEqual(new Set([later]));
    expect(await at({ until: began })).toEqual(new Set());
    expect(await at({ from: '2026-12-01T11:00:00+01:00', subjectId: rejected })).toEqual(
      new Set([later]),
    );
  });

  it('finds what happened to the plan that ends an offer', async () => {
    const { id } = await anApprovedEnd(portal, { id: published });
    const ofEnd = (await all({ offer: published })).filter(entry => entry.subjectId === id);
    expect(ofEnd.map(({ action }) => action)).toEqual([
      'plan.approve',
      'plan.submit',
      'plan.create',
    ]);
  });

  it('takes no cursor that is not its own', async () => {
    for (const values of [['x'], [began, '0'], [began, '1e99'], [began, '1', '2']]) {
      const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
      const call = portal.as('carla')('audit', { query: { cursor } });
      expect(await refusalOf(call)).toEqual({ status: 400, code: 'invalid-input' });
    }
  });

  it('is for those who may read the log', async () => {
    for (const who of ['ada', 'nils'] as const) {
      for (const call of ['audit', 'checkAudit', 'exportAudit'] as const) {
        const answer = portal.as(who)(call, {});
        expect(await refusalOf(answer)).toEqual({ status: 403, code: 'not-allowed' });
      }
    }
  });

  it.each<[Filters, string]>([
    [{}, 'audit_by_instant'],
    [{ from: began, until: later }, 'audit_by_instant'],
    [{ subjectId: 'x' }, 'audit_by_subject'],
    [{ subjectKind: 'plan' }, 'audit_by_kind'],
    [{ actor: 'x' }, 'audit_by_actor'],
    [{ action: 'plan.approve' }, 'audit_by_action'],
    [{ action: 'plan.' }, 'audit_by_area'],
    [{ surface: 'slack' }, 'audit_by_surface'],
    [{ surface: 'slack', subjectKind: 'plan', actor: 'x', from: began }, 'audit_by_actor'],
    [{ subjectKind: 'plan', subjectId: 'x', action: 'plan.' }, 'audit_by_subject'],
    [{ action: 'plan.', surface: 'slack', until: later }, 'audit_by_area'],
  ])('reads a page of %j by an index in the order of the page', async (filters, index) => {
    const { knex } = portal.ctx.db;
    for (const before of [undefined, { at: later, seq: 5 }]) {
      const plan = await queryPlan(knex, auditPageQuery(knex, filters, { before, limit: 21 }));
      expect(plan).toContain(index);
      expect(plan).not.toMatch(fullScan);
    }
  });

  it('reads a page of an offer with its plans thing by thing, and sorts those alone', async () => {
    const { knex } = portal.ctx.db;
    for (const before of [undefined, { at: later, seq: 5 }]) {
      const query = auditPageQuery(knex, { offer: published, from: began }, { before, limit: 21 });
      const plan = await queryPlan(knex, query, {
        allow: ['enable_sort', 'enable_bitmapscan'],
        // Of ten rows a hash is as good as an index.
        bar: ['enable_hashjoin', 'enable_mergejoin'],
      });
      expect(plan).toContain('audit_by_subject');
      expect(plan).toContain('plan_offers_by_offer');
      expect(plan).toContain('plan_terminations_by_offer');
      expect(plan).not.toMatch(/Seq Scan|SCAN audit/);
    }
  });

  it.each<Filters>([
    {},
    { offer: '00000000-0000-4000-8000-000000000001' },
    { actor: 'x' },
    { subjectId: 'x', from: began },
  ])('walks along the numbers, whatever the filters: %j', async filters => {
    const { knex } = portal.ctx.db;
    const plan = await queryPlan(knex, auditRangeQuery(knex, { after: 5, upTo: 9 }, filters));
    expect(plan).toMatch(/audit_pkey|INTEGER PRIMARY KEY/);
    expect(plan).not.toMatch(fullScan);
  });
});
