import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { DemandDesk } from '../__testUtils__/demandStories';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, anApprovedPlan, aSubmittedPlan } from '../__testUtils__/stories';

describe.each(databaseKinds)('a requester is told of their demand on %s', kind => {
  let portal: TestPortal;
  let desk: DemandDesk;
  beforeEach(async () => {
    portal = await aPortal(kind);
    desk = new DemandDesk(portal);
    portal.clock.set('2026-12-15T09:00:00.000Z');
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterEach(() => portal.stop());

  const claim = async (): Promise<ClaimedDelivery[]> =>
    (await portal.bot('claimDeliveries', { body: { worker: 'w', limit: 50 } })).deliveries;
  const settle = ({ id, token }: ClaimedDelivery, outcome: 'sent' | 'failed') =>
    portal.bot('settleDelivery', {
      params: { id },
      body: {
        token,
        outcome:
          outcome === 'sent'
            ? { result: 'sent', channel: 'D0ADA0001', ts: `${id}.1` }
            : { result: 'failed', error: 'user_not_found: nobody of that name' },
      },
    });
  /** Sends what is due, and gives what of it tells of demand. */
  const told = async () => {
    const said: ClaimedDelivery[] = [];
    for (let due = await claim(); due.length > 0; due = await claim()) {
      for (const delivery of due) await settle(delivery, 'sent');
      said.push(...due);
    }
    return said.flatMap(({ body, target }) =>
      body.kind === 'demand-notice' && target.kind === 'person'
        ? [{ to: target.person.ref, ...body }]
        : [],
    );
  };

  it('that it was declined, with the reason and by whom, and that it was opened again', async () => {
    const demand = await desk.raise('ada');
    const declined = await desk.decline(demand);
    expect(await told()).toEqual([
      expect.objectContaining({
        to: 'user:default/ada',
        title: demand.title,
        event: 'decline',
        happenedTo: 'own',
        state: 'declined',
        reason: 'We buy it',
        by: expect.objectContaining({ ref: 'user:default/carla' }),
        url: expect.stringMatching(new RegExp(`/offers/demand/${demand.id}$`)),
      }),
    ]);
    await desk.reopen(declined);
    expect(await told()).toEqual([
      expect.objectContaining({ event: 'reopen', state: 'raised', reason: 'We do not' }),
    ]);
  });

  it('[rule 1] that it was merged, and what becomes of the other, of which they hear nothing else', async () => {
    const other = await desk.raise('ben', { title: 'A secret queue' });
    await desk.merge(await desk.raise('ada'), other);
    expect(await told()).toEqual([
      expect.objectContaining({ to: 'user:default/ada', event: 'merge', state: 'raised' }),
    ]);
    await desk.decline(await desk.read('carla', other), 'carla', 'Ben knows why');
    const [toBen, toAda] = (await told()).sort((a, b) => b.to.localeCompare(a.to));
    expect(toBen).toMatchObject({ happenedTo: 'own', reason: 'Ben knows why' });
    expect(toAda).toMatchObject({
      to: 'user:default/ada',
      title: 'A queue for events',
      event: 'decline',
      happenedTo: 'other',
      state: 'declined',
    });
    expect(JSON.stringify(toAda)).not.toMatch(/Ben knows|secret|user:default\/ben|carla/);
  });

  it('that it is planned, that its plan came to nothing, and that it is done', async () => {
    const demand = await desk.raise('ada');
    const dropped = await aSubmittedPlan(portal, await aDraft(portal));
    await desk.planFor(demand, dropped.id);
    await portal.as('carla')('cancelPlan', {
      params: { id: dropped.id },
      revision: dropped.revision,
      body: { reason: 'No more' },
    });
    const plan = await anApprovedPlan(portal, await aDraft(portal), '2027-01-10T09:00');
    await desk.planFor(await desk.read('carla', demand), plan.id);
    await portal.as('carla')('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });
    const heard = await told();
    expect(heard.map(({ event }) => event)).toEqual(['plan', 'unplan', 'plan', 'finish']);
    expect(JSON.stringify(heard)).not.toContain('No more');
  });

  it('[rule 5] once, and not of what they did themselves', async () => {
    const own = await desk.raise('carla', { source: 'product-manager' });
    const demand = await desk.raise('ada');
    await desk.decline(own);
    const [one, two] = await Promise.allSettled([desk.decline(demand), desk.decline(demand)]);
    expect([one?.status, two?.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect((await told()).map(({ to }) => to)).toEqual(['user:default/ada']);
    expect(await told()).toEqual([]);
  });

  it('staff sees whether it arrived, finds what did not, and sends it again', async () => {
    const demand = await desk.raise('ada');
    await desk.decline(demand);
    for (const delivery of await claim()) await settle(delivery, 'failed');
    const { items } = await portal.as('carla')('listFailedDeliveries', {});
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'demand-notice',
        about: { demandId: demand.id, title: demand.title, url: expect.any(String) },
      }),
    ]);
    expect((await desk.read('carla', demand)).told).toMatchObject([{ state: 'failed' }]);
    expect((await desk.read('ada', demand)).told).toBeUndefined();
    await portal.as('carla')('retryDelivery', { params: { id: items[0]?.id ?? '' }, body: {} });
    expect(await told()).toHaveLength(1);
    const { items: log } = await portal.as('carla')('audit', { query: { subjectId: demand.id } });
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['delivery.failed', 'delivery.retry']),
    );
  });
});
