import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan, cheaper, decideOn, editDraftOf } from '../__testUtils__/stories';

describe.each(databaseKinds)('reminders and escalation on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind, {
      settings: {
        approval: {
          steps: [
            {
              id: 'release',
              title: 'Release managers',
              approvers: { groups: ['group:default/release-managers'] },
              need: { count: 2 },
              remindAfterHours: { firstHours: 24, factor: 2, max: 2 },
              escalate: { afterHours: 48, to: ['group:default/operations'] },
            },
          ],
          expireAfterDays: 7,
        },
      },
    });
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterEach(() => portal.stop());

  const drain = async () => {
    const all: ClaimedDelivery[] = [];
    for (;;) {
      const { deliveries } = await portal.bot('claimDeliveries', {
        body: { worker: 'w', limit: 50, leaseSeconds: 60 },
      });
      if (deliveries.length === 0) break;
      for (const { id, token } of deliveries) {
        await portal.bot('settleDelivery', {
          params: { id },
          body: { token, outcome: { result: 'sent', channel: 'D1', ts: id } },
        });
      }
      all.push(...deliveries);
    }
    return all.flatMap(({ target, act, body }) =>
      target.kind === 'person' && act === 'post'
        ? [`${body.kind} ${target.person.ref.slice(13)}`]
        : [],
    );
  };

  it('remind, with back-off, who has not decided yet', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await drain();
    portal.clock.set('2026-12-02T08:59:59.999Z');
    expect(await drain()).toEqual([]);
    await decideOn(portal, 'mia', plan);
    portal.clock.set('2026-12-02T09:00:00.000Z');
    expect((await drain()).sort()).toEqual(['reminder ravi', 'reminder rosa']);
    portal.clock.set('2026-12-04T09:00:00.000Z');
    expect((await drain()).sort()).toEqual([
      'approval-card nils',
      'reminder ravi',
      'reminder rosa',
    ]);
    const { deliveries } = await portal.as('carla')('getPlan', { params: { id: plan.id } });
    const withheld = deliveries.filter(each => each.state === 'withheld');
    expect(withheld.map(({ kind: what, target }) => [what, target])).toEqual([
      ['reminder', 'user:default/mia'],
      ['reminder', 'user:default/mia'],
    ]);
  });

  it('say what waits, since when and until when', async () => {
    await aSubmittedPlan(portal, await aDraft(portal));
    await drain();
    portal.clock.set('2026-12-02T09:00:00.000Z');
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'w', limit: 50, leaseSeconds: 60 },
    });
    expect(deliveries[0]?.body).toMatchObject({
      kind: 'reminder',
      planTitle: 'PostgreSQL for production',
      stepTitle: 'Release managers',
      requestedBy: { ref: 'user:default/carla' },
      waitingSince: '2026-12-01T09:00:00.000Z',
      expiresAt: '2026-12-08T09:00:00.000Z',
    });
  });

  it('send nothing about a plan that does not wait any more', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await decideOn(portal, 'mia', plan);
    await decideOn(portal, 'ravi', plan);
    await drain();
    portal.clock.set('2026-12-05T09:00:00.000Z');
    expect(await drain()).toEqual([]);
  });

  it('begin anew when a change asks anew, with one card each', async () => {
    const offer = await aDraft(portal);
    await aSubmittedPlan(portal, offer);
    await drain();
    portal.clock.set('2026-12-02T00:00:00.000Z');
    await editDraftOf(portal, 'carla', offer.id, cheaper);
    portal.clock.set('2026-12-02T10:00:00.000Z');
    expect(await drain()).toEqual([]);
    portal.clock.set('2026-12-03T00:00:00.000Z');
    expect((await drain()).sort()).toEqual(['reminder mia', 'reminder ravi', 'reminder rosa']);
    portal.clock.set('2026-12-03T23:59:59.999Z');
    expect(await drain()).toEqual([]);
    portal.clock.set('2026-12-04T00:00:00.000Z');
    expect(await drain()).toEqual(['approval-card nils']);
  });
});
