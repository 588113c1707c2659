import { ApprovalConfig } from '@offerdesk/backstage-plugin-offers-common';
import { aDatabase, databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestClock, TestPortal } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan, decideOn } from '../__testUtils__/stories';
import { expirePlans } from './expire';

const approval: ApprovalConfig = {
  steps: [
    {
      id: 'release',
      approvers: { groups: ['group:default/release-managers'] },
      escalate: { afterHours: 48, to: ['group:default/operations'] },
    },
  ],
  expireAfterDays: 7,
};
const JUST_BEFORE = '2026-12-08T08:59:59.999Z';
const EXPIRY = '2026-12-08T09:00:00.000Z';

describe.each(databaseKinds)('an approval that nobody gives on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind, { settings: { approval } });
  });
  afterEach(() => portal.stop());

  it('can be given by the fallback from the instant of its escalation on', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(plan.approval.steps[0]).toMatchObject({
      escalatesAt: '2026-12-03T09:00:00.000Z',
      fallback: ['group:default/operations'],
    });
    portal.clock.set('2026-12-03T08:59:59.999Z');
    expect(await refusalOf(decideOn(portal, 'nils', plan))).toMatchObject({
      code: 'not-your-turn',
    });
    portal.clock.set('2026-12-03T09:00:00.000Z');
    expect((await decideOn(portal, 'nils', plan)).state).toBe('approved');
  });

  it('can be given until it expires, and not from that instant on, whether it was swept or not', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(plan.approval.expiresAt).toBe(EXPIRY);
    portal.clock.set(JUST_BEFORE);
    expect(await expirePlans(portal.ctx)).toBe(0);
    portal.clock.set(EXPIRY);
    expect(await refusalOf(decideOn(portal, 'mia', plan))).toEqual({
      status: 409,
      code: 'approval-expired',
    });
    const shown = await portal.as('mia')('getPlan', { params: { id: plan.id } });
    expect(shown).toMatchObject({ state: 'submitted', can: { decide: false } });
    expect(shown.decideRefusal).toContain('Nobody decided in time');
    portal.clock.set(JUST_BEFORE);
    expect((await decideOn(portal, 'mia', plan)).state).toBe('approved');
    portal.clock.set(EXPIRY);
    expect(await expirePlans(portal.ctx)).toBe(0);
  });

  it('[rule 5] is taken back once by any number of sweeps, said to the requester, and can be asked for again', async () => {
    const database = await aDatabase(kind);
    const clock = new TestClock();
    const replicas: TestPortal[] = [];
    try {
      for (let count = kind === 'pg' ? 3 : 1; count > 0; count -= 1) {
        replicas.push(await aPortal(kind, { database, clock, settings: { approval } }));
      }
      const [one] = replicas;
      if (!one) throw new Error('no replica');
      const plan = await aSubmittedPlan(one, await aDraft(one));
      clock.set(EXPIRY);
      const sweeps = [...replicas, ...replicas].map(replica => expirePlans(replica.ctx));
      const counts = await Promise.all(sweeps);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
      const params = { id: plan.id };
      const back = await one.as('carla')('getPlan', { params });
      expect(back.state).toBe('draft');
      expect(back.deliveries.filter(each => each.kind === 'outcome-notice')).toHaveLength(1);
      const { items } = await one.as('carla')('audit', {
        query: { subjectKind: 'plan', subjectId: plan.id },
      });
      const expired = items.filter(({ action }) => action === 'plan.expire');
      expect(expired).toEqual([
        expect.objectContaining({ actor: 'system:approvals', surface: 'system' }),
      ]);
      const again = await one.as('carla')('submitPlan', { params, revision: back.revision });
      expect(again.approval.expiresAt).toBe('2026-12-15T09:00:00.000Z');
      expect((await decideOn(one, 'mia', again)).state).toBe('approved');
    } finally {
      await Promise.all(replicas.map(replica => replica.stop()));
      await database.destroy();
    }
  });
});
