import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { queryPlan } from '../__testUtils__/queryPlan';
import { aDraft, anApprovedPlan, aNextVersion, aPublishedOffer } from '../__testUtils__/stories';
import { recordTurns } from './recordTurns';
import { claimDueTurns, dueTurnsQuery, replaceTurns, selectNextDue } from './turnStore';

const at = (minute: number) => new Date(Date.UTC(2026, 11, 10, 9, minute)).toISOString();

describe.each(databaseKinds)('turns that are due, on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    const { id } = await aDraft(portal);
    const turns = [3, 1, 2, 9].map(minute => ({ at: at(minute), kind: 'available', number: 1 }));
    await replaceTurns(portal.ctx.db.knex, id, turns, at(0));
  });
  afterAll(() => portal.stop());

  it('[rule 5] are claimed the earliest first, each once, and the next one is known', async () => {
    const { knex } = portal.ctx.db;
    expect(await selectNextDue(knex)).toBe(at(1));
    const claim = (limit: number) =>
      portal.ctx.db.transaction(tx => claimDueTurns(tx, at(5), limit));
    expect((await claim(2)).map(turn => turn.at)).toEqual([at(1), at(2)]);
    expect((await claim(2)).map(turn => turn.at)).toEqual([at(3)]);
    expect(await claim(2)).toEqual([]);
    expect(await selectNextDue(knex)).toBe(at(9));
  });

  it('are found in their index', async () => {
    const { knex } = portal.ctx.db;
    const plan = await queryPlan(knex, dueTurnsQuery(knex, at(5), 10));
    expect(plan).toMatch(/turns_due/);
    expect(plan).not.toMatch(/Seq Scan|SCAN turns(?! USING)/);
  });
});

describe.each(databaseKinds)('[rule 12] what time made of an offer, on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterAll(() => portal.stop());
  beforeEach(() => portal.clock.set('2026-12-01T09:00:00.000Z'));

  /** The log of an offer from the release on, with who did it. */
  const logOf = async (subjectId: string) => {
    const { items } = await portal.as('carla')('audit', { query: { subjectId } });
    const log = items.reverse().map(({ action, actor }) => `${actor} ${action}`);
    return log.slice(log.findIndex(entry => entry.endsWith('offer.publish')) + 1);
  };
  const reason = 'Orders fail';
  const TIME = 'system:time';

  it('is in the log once and before an act that comes ahead of the sweep', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set('2026-12-10T09:00:01.000Z');
    await portal.as('nils')('suspendOffer', { params: { id }, body: { reason } });
    await recordTurns(portal.ctx);
    expect(await logOf(id)).toEqual([`${TIME} offer.available`, 'user:default/nils offer.suspend']);
  });

  it('is in the log also when an act comes at its very instant', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set('2026-12-10T09:00:00.000Z');
    await portal.as('nils')('suspendOffer', { params: { id }, body: { reason } });
    await recordTurns(portal.ctx);
    expect(await logOf(id)).toEqual([`${TIME} offer.available`, 'user:default/nils offer.suspend']);
  });

  it('is all in the log, in its order, when the next version is released after the end of the first', async () => {
    const { id } = await aPublishedOffer(portal, { validity: { until: '2026-12-12T09:00:00Z' } });
    const next = await aNextVersion(portal, { id });
    const plan = await anApprovedPlan(portal, next, '2026-12-14T09:00');
    portal.clock.set('2026-12-13T09:00:00.000Z');
    const params = { id: plan.id };
    await portal.as('carla')('releasePlan', { params, body: { contentHash: plan.contentHash } });
    portal.clock.set('2026-12-15T09:00:00.000Z');
    await Promise.all([1, 2, 3].map(() => recordTurns(portal.ctx)));
    const log = await logOf(id);
    expect(log.slice(log.indexOf(`${TIME} offer.available`))).toEqual([
      `${TIME} offer.available`,
      `${TIME} offer.ended`,
      'user:default/carla offer.publish',
      `${TIME} offer.available`,
    ]);
  });

  it('is not in the log when an act prevented it', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set('2026-12-11T09:00:00.000Z');
    await portal.as('nils')('suspendOffer', { params: { id }, body: { reason } });
    const next = await aNextVersion(portal, { id });
    const plan = await anApprovedPlan(portal, next, '2026-12-14T09:00');
    const params = { id: plan.id };
    await portal.as('carla')('releasePlan', { params, body: { contentHash: plan.contentHash } });
    portal.clock.set('2026-12-15T09:00:00.000Z');
    await recordTurns(portal.ctx);
    expect((await logOf(id)).filter(entry => entry === `${TIME} offer.available`)).toHaveLength(1);
  });
});
