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

  it('come, and the card at escalation comes, to who has come to stand in meanwhile', async () => {
    await aSubmittedPlan(portal, await aDraft(portal));
    await drain();
    const [from, until] = ['2026-12-01T10:00:00.000Z', '2026-12-06T10:00:00.000Z'];
    for (const [delegator, delegate] of [
      ['mia', 'user:default/ada'],
      ['nils', 'user:default/ben'],
    ] as const) {
      const body = { delegate, from, until, reason: 'A holiday' };
      await portal.as(delegator)('createDelegation', { body });
    }
    expect(await drain()).toEqual([]);
    portal.clock.set(from);
    expect(await drain()).toEqual(['approval-card ada']);
    portal.clock.set('2026-12-02T09:00:00.000Z');
    expect(await drain()).toContain('reminder ada');
    portal.clock.set('2026-12-03T09:00:00.000Z');
    expect((await drain()).sort()).toEqual(['approval-card ben', 'approval-card nils']);
  });

  it('say so themselves once what they remind of does not wait any more, and who ended that', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await drain();
    portal.clock.set('2026-12-02T09:00:00.000Z');
    await drain();
    const carla = portal.as('carla');
    const now = await carla('getPlan', { params: { id: plan.id } });
    const body = { reason: 'Not this year' };
    await carla('cancelPlan', { params: { id: plan.id }, revision: now.revision, body });
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'w', limit: 50 },
    });
    const redrawn = deliveries.filter(({ act }) => act === 'update').map(each => each.body);
    const turn = { what: 'cancel', by: { name: 'carla of the tests' }, reason: body.reason };
    expect(redrawn.filter(({ kind: what }) => what === 'reminder')).toMatchObject(
      Array.from({ length: 3 }, () => ({ over: { state: 'cancelled', turn } })),
    );
    expect(redrawn).toContainEqual(
      expect.objectContaining({ card: expect.objectContaining({ state: 'cancelled' }) }),
    );
    const late = decideOn(portal, 'mia', plan);
    await expect(late).rejects.toMatchObject({
      code: 'not-open',
      message: expect.stringContaining('user:default/carla cancelled it at 2026-12-02'),
    });
  });

  it('[rule 13] wait for the end of quiet hours where their reader is, and come once then', async () => {
    const { approval } = portal.ctx.settings;
    const quietHours = { from: '20:00', until: '12:00', weekends: false, zone: 'UTC' };
    Object.assign(approval, { quietHours: { ...quietHours, approvals: false } });
    const zone = 'America/New_York';
    await portal.as('mia')('patchAnnouncementPreferences', { body: { zone } });
    portal.clock.set('2026-12-01T17:00:00.000Z');
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await drain();
    portal.clock.set('2026-12-02T17:00:00.000Z');
    // It is noon in New York; where Ravi and Rosa are the portal does not know, so the bot asks.
    Object.assign(approval, { quietHours: { ...quietHours, until: '13:00', approvals: false } });
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'w', limit: 50 },
    });
    expect(
      deliveries.map(({ target }) =>
        target.kind === 'person' ? [target.person.ref, target.quiet?.until] : [],
      ),
    ).toEqual([
      ['user:default/ravi', '13:00'],
      ['user:default/rosa', '13:00'],
    ]);
    const mine = async () =>
      (await portal.as('carla')('getPlan', { params: { id: plan.id } })).deliveries.filter(
        each => each.target === 'user:default/mia' && each.kind === 'reminder',
      );
    expect((await mine())[0]).toMatchObject({
      state: 'pending',
      attempts: 0,
      dueAt: '2026-12-02T18:00:00.000Z',
    });
    portal.clock.set('2026-12-02T17:59:59.999Z');
    expect(await drain()).not.toContain('reminder mia');
    portal.clock.set('2026-12-02T18:00:00.000Z');
    expect((await drain()).filter(said => said === 'reminder mia')).toHaveLength(1);
    expect((await mine())[0]).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('do not wait for the end of quiet hours where it would be too late, nor do approvals', async () => {
    await portal.as('mia')('patchAnnouncementPreferences', { body: { zone: 'Europe/London' } });
    const quietHours = { from: '09:00', until: '08:00', weekends: false, zone: 'UTC' };
    Object.assign(portal.ctx.settings.approval, {
      quietHours: { ...quietHours, approvals: false },
    });
    await aSubmittedPlan(portal, await aDraft(portal), '2026-12-03T08:00');
    expect(await drain()).toContain('approval-card mia');
    portal.clock.set('2026-12-02T09:00:00.000Z');
    expect(await drain()).toContain('reminder mia');
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
