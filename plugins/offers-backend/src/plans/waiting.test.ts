import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan, decideOn } from '../__testUtils__/stories';

describe.each(databaseKinds)('what waits for a person on %s', kind => {
  let portal: TestPortal;
  afterEach(() => portal.stop());

  const portalWith = (lowRisk: boolean) =>
    aPortal(kind, {
      settings: {
        approval: {
          steps: [
            {
              id: 'release',
              approvers: { groups: ['group:default/release-managers'] },
              need: { count: 2 },
              lowRisk,
            },
          ],
        },
      },
    });
  const waitingFor = (who: string, query: { limit: number; cursor?: string } = { limit: 50 }) =>
    portal.as(who)('waitingPlans', { query });

  it('is what they could decide now, longest waiting first, page by page', async () => {
    portal = await portalWith(true);
    const plans = [];
    for (let count = 0; count < 3; count += 1) {
      plans.push(await aSubmittedPlan(portal, await aDraft(portal)));
      portal.clock.pass(60);
    }
    const ids = plans.map(({ id }) => id);
    const first = await waitingFor('mia', { limit: 2 });
    expect(first).toMatchObject({ total: 3, items: ids.slice(0, 2).map(id => ({ id })) });
    const rest = await waitingFor('mia', { limit: 2, cursor: first.nextCursor ?? '' });
    expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(rest.nextCursor).toBeUndefined();
    expect(first.items[0]).toMatchObject({ lowRisk: true, given: 0, required: 2 });
  });

  it('is nothing for who made it, for who has decided, and for others', async () => {
    portal = await portalWith(true);
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await decideOn(portal, 'mia', plan);
    for (const who of ['carla', 'mia', 'ada']) {
      expect(await waitingFor(who)).toEqual({ items: [], total: 0 });
    }
    expect((await waitingFor('ravi')).items).toMatchObject([{ id: plan.id, given: 1 }]);
  });

  it('can be decided together only where the policy calls it low-risk', async () => {
    const together = (plan: { id: string; contentHash: string }) =>
      portal.as('mia')('decide', {
        params: { id: plan.id },
        body: { verdict: 'approve', contentHash: plan.contentHash, inBatch: true },
      });
    portal = await portalWith(false);
    const risky = await aSubmittedPlan(portal, await aDraft(portal));
    expect(await refusalOf(together(risky))).toEqual({ status: 403, code: 'not-low-risk' });
    await portal.stop();
    portal = await portalWith(true);
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect((await together(plan)).approval.given).toBe(1);
  });

  it('finds the plans of whoever asks', async () => {
    portal = await portalWith(true);
    const { id } = await aSubmittedPlan(portal, await aDraft(portal));
    const mine = (who: string) =>
      portal.as(who)('listPlans', { query: { requestedBy: 'me', limit: 10 } });
    expect((await mine('carla')).items.map(plan => plan.id)).toEqual([id]);
    expect((await mine('mia')).items).toEqual([]);
  });
});
