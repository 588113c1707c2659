import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { DemandDesk, eventsOf } from '../__testUtils__/demandStories';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, anApprovedPlan, aPublishedOffer, aSubmittedPlan } from '../__testUtils__/stories';

describe.each(databaseKinds)('demand is managed on %s', kind => {
  let portal: TestPortal;
  let desk: DemandDesk;
  beforeAll(async () => {
    portal = await aPortal(kind);
    desk = new DemandDesk(portal);
    portal.clock.set('2026-12-15T09:00:00.000Z');
  });
  afterAll(() => portal.stop());

  it('from raised to done: triaged, planned, and done with the release of its plan', async () => {
    const offer = await aDraft(portal);
    const plan = await anApprovedPlan(portal, offer, '2027-01-10T09:00');
    const raised = await desk.raise('ada');
    const triaged = await desk.triage(raised);
    const planned = await desk.planFor(triaged, plan.id);
    expect([raised.state, triaged.state, planned.state]).toEqual(['raised', 'triaged', 'planned']);
    await portal.as('carla')('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });
    const done = await desk.read('ada', raised);
    expect(done.state).toBe('done');
    expect(eventsOf(done)).toEqual(['raise', 'triage', 'plan', 'finish']);
  });

  it('waits for another plan when its plan is cancelled or rejected', async () => {
    const [first, second] = [
      await aSubmittedPlan(portal, await aDraft(portal)),
      await aSubmittedPlan(portal, await aDraft(portal)),
    ];
    const one = await desk.planFor(await desk.raise('ada'), first.id);
    const two = await desk.planFor(await desk.raise('ada'), second.id);
    await portal.as('carla')('cancelPlan', {
      params: { id: first.id },
      revision: first.revision,
      body: { reason: 'No more' },
    });
    await portal.as('mia')('decide', {
      params: { id: second.id },
      body: { verdict: 'reject', contentHash: second.contentHash, reason: 'No' },
    });
    for (const demand of [one, two]) {
      const waiting = await desk.read('carla', demand);
      expect(waiting.state).toBe('triaged');
      expect(waiting.plan).toBeUndefined();
      expect(eventsOf(waiting)).toEqual(['raise', 'plan', 'unplan']);
    }
  });

  it('moves to another plan when staff says so, and is done with that one alone', async () => {
    const [first, second] = [
      await anApprovedPlan(portal, await aDraft(portal), '2027-01-10T09:00'),
      await aSubmittedPlan(portal, await aDraft(portal)),
    ];
    const moved = await desk.planFor(
      await desk.planFor(await desk.raise('ada'), first.id),
      second.id,
    );
    expect(moved).toMatchObject({ state: 'planned', plan: { id: second.id } });
    await portal.as('carla')('releasePlan', {
      params: { id: first.id },
      body: { contentHash: first.contentHash },
    });
    expect(await desk.read('carla', moved)).toMatchObject({ state: 'planned' });
  });

  it('by a plan that is made for it, and taken from it by no other', async () => {
    const demand = await desk.raise('ada');
    const make = async (demandIds: string[]) => {
      const offer = await aDraft(portal);
      return portal.as('carla')('createPlan', {
        body: {
          scenario: 'new',
          offerIds: [offer.id],
          release: { local: '2027-01-10T09:00', zone: 'UTC' },
          demandIds,
        },
      });
    };
    await expect(make([demand.id, randomUUID()])).rejects.toMatchObject({
      code: 'not-found',
      fields: [{ field: 'demandIds.1', remedy: expect.any(String) }],
    });
    const plan = await make([demand.id]);
    expect(await desk.read('carla', demand)).toMatchObject({
      state: 'planned',
      plan: { id: plan.id },
    });
    expect(await refusalOf(make([demand.id]))).toEqual({ status: 409, code: 'wrong-state' });
  });

  it('only into a plan that is under way', async () => {
    const demand = await desk.raise('ada');
    const offer = await aPublishedOffer(portal);
    const { items } = await portal.as('carla')('listPlans', { query: { offer: offer.id } });
    await expect(desk.planFor(demand, items[0]?.id ?? '')).rejects.toMatchObject({
      code: 'wrong-state',
      fields: [{ field: 'planId', remedy: expect.stringContaining('released') }],
    });
    expect(await refusalOf(desk.planFor(demand, randomUUID()))).toEqual({
      status: 404,
      code: 'not-found',
    });
  });

  it('declined with a reason that its requester reads, and opened again', async () => {
    const demand = await desk.raise('ada');
    await expect(desk.decline(demand, 'carla', ' ')).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const declined = await desk.decline(demand);
    expect(await desk.read('ada', demand)).toMatchObject({
      state: 'declined',
      declinedFor: 'We buy it',
    });
    expect(await refusalOf(desk.triage(declined))).toEqual({ status: 409, code: 'wrong-state' });
    const again = await desk.reopen(declined);
    expect(again).toMatchObject({ state: 'raised', can: { reopen: false, triage: true } });
    expect(again.declinedFor).toBeUndefined();
  });

  it('merged into another, both kept, without chains', async () => {
    const [one, other, third] = [
      await desk.raise('ada'),
      await desk.raise('ben'),
      await desk.raise('otto'),
    ];
    const merged = await desk.merge(one, other);
    expect(merged).toMatchObject({
      state: 'merged',
      mergedInto: { id: other.id, state: 'raised' },
    });
    const into = await desk.read('carla', other);
    expect(into.tookIn).toEqual([
      { id: one.id, title: one.title, requestedBy: 'user:default/ada' },
    ]);
    const chain = { status: 409, code: 'wrong-state' };
    expect(await refusalOf(desk.merge(third, merged))).toEqual(chain);
    expect(await refusalOf(desk.merge(into, third))).toEqual(chain);
    expect(await refusalOf(desk.merge(third, third))).toEqual(chain);
    await desk.decline(into);
    expect((await desk.read('ada', one)).mergedInto).toEqual({ id: other.id, state: 'declined' });
  });

  it('by whose role it is, on the revision that they read', async () => {
    const demand = await desk.raise('ada');
    const no = { status: 403, code: 'not-allowed' };
    for (const who of ['ada', 'nils', 'mia']) {
      expect(await refusalOf(desk.triage(demand, who))).toEqual(no);
      expect(await refusalOf(desk.decline(demand, who))).toEqual(no);
    }
    await desk.triage(demand);
    expect(await refusalOf(desk.decline(demand))).toEqual({ status: 409, code: 'conflict' });
  });

  it('[rule 5] by one of many who answer at once', async () => {
    const demand = await desk.raise('ada');
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => desk.decline(demand)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(eventsOf(await desk.read('ada', demand))).toEqual(['raise', 'decline']);
  });

  it('[rule 12] with an entry of the log for each step', async () => {
    const demand = await desk.raise('ada');
    await desk.decline(await desk.triage(demand));
    const { items } = await portal.as('carla')('audit', {
      query: { subjectKind: 'demand', subjectId: demand.id },
    });
    expect(items.map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
      ['demand.decline', 'user:default/carla', 'We buy it'],
      ['demand.triage', 'user:default/carla', undefined],
      ['demand.raise', 'user:default/ada', undefined],
    ]);
  });
});
