import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { fullScan, queryPlan } from '../__testUtils__/queryPlan';
import {
  aDraft,
  aNextVersion,
  anApprovedPlan,
  aPublishedOffer,
  aSubmittedPlan,
  decideOn,
} from '../__testUtils__/stories';
import { endedWaits, releasedStays } from './leadTimeStore';

const YEAR = { from: '2026-06-01T00:00:00.000Z', until: '2027-06-01T00:00:00.000Z' };
const DAY = 86_400;

describe.each(databaseKinds)('the figures of the value stream on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
  });
  afterEach(() => portal.stop());

  const report = (query: object = YEAR, who = 'carla') =>
    portal.as(who)('valueStreamReport', { query: { ...YEAR, ...query } });

  /** A plan that is a draft, waits, and is implemented for some days each, then released. */
  async function aPlanOf(days: { draft: number; wait: number; implement: number }) {
    const carla = portal.as('carla');
    const offer = await aDraft(portal);
    const { id, revision } = await carla('createPlan', {
      body: {
        scenario: 'new',
        offerIds: [offer.id],
        release: { local: '2026-12-10T09:00', zone: 'UTC' },
      },
    });
    portal.clock.pass(days.draft * DAY);
    const asked = await carla('submitPlan', { params: { id }, revision });
    portal.clock.pass(days.wait * DAY);
    const approved = await decideOn(portal, 'mia', asked);
    portal.clock.pass(days.implement * DAY);
    await carla('releasePlan', { params: { id }, body: { contentHash: approved.contentHash } });
    return id;
  }

  it('tell how long released plans were in each stage, in all and by month', async () => {
    portal.clock.set('2026-11-02T09:00:00.000Z');
    await aPlanOf({ draft: 1, wait: 2, implement: 4 });
    await aPlanOf({ draft: 2, wait: 4, implement: 0 });
    await aPlanOf({ draft: 10, wait: 0, implement: 1 });
    await aSubmittedPlan(portal, await aDraft(portal));
    const { leadTimes, months, approvals } = await report();
    expect(leadTimes).toEqual([
      { stage: 'define', plans: 3, medianSeconds: 6 * DAY, ninthTenthSeconds: 10 * DAY },
      { stage: 'implement', plans: 3, medianSeconds: DAY, ninthTenthSeconds: 4 * DAY },
      { stage: 'publish', plans: 0 },
      { stage: 'whole', plans: 3, medianSeconds: 7 * DAY, ninthTenthSeconds: 11 * DAY },
    ]);
    expect(months.filter(({ stage }) => stage === 'whole')).toEqual([
      {
        month: '2026-11',
        stage: 'whole',
        plans: 3,
        medianSeconds: 7 * DAY,
        ninthTenthSeconds: 11 * DAY,
      },
    ]);
    expect(approvals.decided).toMatchObject({ plans: 3, medianSeconds: 2 * DAY });
    expect(approvals.waits).toEqual([
      { band: 'under-1', decided: 1, waiting: 1 },
      { band: '1-to-3', decided: 1, waiting: 0 },
      { band: '3-to-7', decided: 1, waiting: 0 },
      { band: 'over-7', decided: 0, waiting: 0 },
    ]);
    expect((await report({ until: '2026-11-05T00:00:00.000Z' })).leadTimes[0]?.plans).toBe(0);
  });

  it('count the wait of a plan that is asked for again, and its dates kept and missed', async () => {
    portal.clock.set('2026-12-01T09:00:00.000Z');
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    portal.clock.pass(DAY);
    await decideOn(portal, 'mia', plan, 'request-changes', 'Say more');
    const late = await anApprovedPlan(portal, await aDraft(portal));
    portal.clock.set('2026-12-12T09:00:00.000Z');
    await portal.as('carla')('releasePlan', {
      params: { id: late.id },
      body: { contentHash: late.contentHash },
    });
    const { activation, approvals, scenarios, states } = await report();
    expect(activation).toEqual({ onTime: 0, late: 1, ahead: 0, overdue: 1 });
    expect(approvals.decided.plans).toBe(2);
    expect(scenarios).toContainEqual({ scenario: 'new', begun: 2, released: 1 });
    expect(states).toContainEqual({ state: 'changes-requested', plans: 1 });
    expect(states).toContainEqual({ state: 'released', plans: 1 });
  });

  it('count what offers miss, by draft and published, and by catalogue', async () => {
    const published = await aPublishedOffer(portal);
    await aNextVersion(portal, await aPublishedOffer(portal));
    await aDraft(portal, { terms: {}, knowledge: {}, plans: {} });
    const { completeness } = await report();
    expect(completeness.map(({ drafts, published: live }) => [drafts, live])).toEqual([
      [1, 1],
      [0, 0],
      [1, 0],
    ]);
    const elsewhere = await report({ catalogue: 'another' });
    expect(elsewhere.completeness.every(({ drafts, published: live }) => drafts + live === 0)).toBe(
      true,
    );
    expect(elsewhere.scenarios.every(({ begun, released }) => begun + released === 0)).toBe(true);
    expect(elsewhere.margins?.items).toEqual([]);
    expect((await report({ catalogue: published.catalogue })).margins?.items).toHaveLength(2);
  });

  it('count announcements and what became of their messages', async () => {
    portal.clock.set('2026-12-01T09:00:00.000Z');
    await aPublishedOffer(portal);
    expect((await report()).announcements).toContainEqual(
      expect.objectContaining({ kind: 'available', announcements: 0 }),
    );
    portal.clock.set('2026-12-20T09:00:00.000Z');
    const { announcements } = await report();
    const available = announcements.find(each => each.kind === 'available');
    expect(available?.announcements).toBe(1);
  });

  it('[rule 1] tell margins to those alone who may read cost', async () => {
    await aPublishedOffer(portal);
    const { margins } = await report();
    expect(margins).toMatchObject({
      isCut: false,
      items: [{ after: { currency: 'EUR', price: '1200.00', cost: '840.00', verdict: 'met' } }],
    });
    await portal.stop();
    portal = await aPortal(kind, {
      permissions: {
        authorize: async requests => requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.DENY })),
      },
    });
    expect(await report()).not.toHaveProperty('margins');
    expect(await refusalOf(report(YEAR, 'ada'))).toEqual({ status: 403, code: 'not-allowed' });
    expect(await refusalOf(report({ until: YEAR.from }))).toEqual({
      status: 400,
      code: 'invalid-input',
    });
  });

  it('are read by index ranges', async () => {
    const { knex } = portal.ctx.db;
    for (const catalogue of [undefined, 'default']) {
      const scope = { ...YEAR, catalogue };
      const released = await queryPlan(knex, releasedStays(knex, scope).select('stay.seconds'));
      expect(released).toMatch(/plans_by_release_done/);
      expect(released).not.toMatch(fullScan);
      const waits = await queryPlan(knex, endedWaits(knex, scope).select('stay.seconds'));
      expect(waits).toMatch(/plan_stays_by_end/);
      expect(waits).not.toMatch(fullScan);
    }
  });

  it('[R10] are filled from the log for what lies before the upgrade', async () => {
    portal.clock.set('2026-11-02T09:00:00.000Z');
    await aPlanOf({ draft: 1, wait: 2, implement: 4 });
    portal.clock.pass(DAY);
    await aSubmittedPlan(portal, await aDraft(portal));
    const { knex } = portal.ctx.db;
    const before = await report();
    const directory = resolvePackagePath(
      '@offerdesk/backstage-plugin-offers-backend',
      'migrations',
    );
    const name = '20261130011000_plan_stays.js';
    await knex.migrate.down({ directory, name });
    await knex.migrate.up({ directory, name });
    expect(await report()).toEqual(before);
  });
});
