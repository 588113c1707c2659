import { CreateDelegation, Delegation } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan, cheaper, decideOn, editDraftOf } from '../__testUtils__/stories';

const NOW = '2026-12-01T09:00:00.000Z';
const LATER = '2026-12-03T09:00:00.000Z';
const UNTIL = '2026-12-08T09:00:00.000Z';

describe.each(databaseKinds)('standing in for an approver on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind, {
      settings: {
        approval: {
          steps: [
            {
              id: 'release',
              approvers: { groups: ['group:default/release-managers'] },
              need: { count: 2 },
            },
          ],
          delegation: { maxDays: 7 },
        },
      },
    });
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterEach(() => portal.stop());

  const lets = (who: string, changes: Partial<CreateDelegation> = {}): Promise<Delegation> =>
    portal.as(who)('createDelegation', {
      body: {
        delegate: 'user:default/ada',
        from: NOW,
        until: UNTIL,
        reason: 'A holiday',
        ...changes,
      },
    });
  const claimed = async () => {
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'w', limit: 50, leaseSeconds: 60 },
    });
    return deliveries.flatMap(({ target, body }) =>
      target.kind === 'person' ? [`${body.kind} ${target.person.ref.slice(13)}`] : [],
    );
  };

  it('decides for them, and is shown so in plan, log and messages', async () => {
    await lets('mia');
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect((await claimed()).sort()).toEqual([
      'approval-card ada',
      'approval-card mia',
      'approval-card ravi',
      'approval-card rosa',
    ]);
    const seen = await portal.as('ada')('getPlan', { params: { id: plan.id } });
    expect(seen).toMatchObject({ can: { decide: true }, onBehalfOf: 'user:default/mia' });
    const decided = await decideOn(portal, 'ada', plan);
    expect(decided.decisions).toEqual([
      expect.objectContaining({ decider: 'user:default/ada', onBehalfOf: 'user:default/mia' }),
    ]);
    const { items } = await portal.as('carla')('audit', {
      query: { subjectKind: 'plan', subjectId: plan.id },
    });
    expect(items[0]).toMatchObject({
      action: 'plan.approve',
      actor: 'user:default/ada',
      change: { onBehalfOf: 'user:default/mia' },
    });
  });

  it('[rule 4] counts neither the same person twice, nor both for one seat', async () => {
    await lets('mia');
    await lets('rosa');
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect((await decideOn(portal, 'ada', plan)).approval.given).toBe(1);
    const decided = { status: 409, code: 'already-decided' };
    expect(await refusalOf(decideOn(portal, 'ada', plan))).toEqual(decided);
    expect(await refusalOf(decideOn(portal, 'mia', plan))).toEqual(decided);
    expect((await decideOn(portal, 'rosa', plan)).state).toBe('approved');
  });

  it('[rule 4] decides nothing for who had a part in it, nor having had a part oneself', async () => {
    await lets('ravi');
    await lets('mia', { delegate: 'user:default/carla' });
    const offer = await aDraft(portal);
    await editDraftOf(portal, 'ravi', offer.id, cheaper);
    const plan = await aSubmittedPlan(portal, offer);
    expect(await refusalOf(decideOn(portal, 'ada', plan))).toEqual({
      status: 403,
      code: 'stand-in-for-author',
    });
    expect(await refusalOf(decideOn(portal, 'carla', plan))).toEqual({
      status: 403,
      code: 'author-cannot-decide',
    });
    expect((await claimed()).filter(card => /ada|carla/.test(card))).toEqual([]);
  });

  it('[rule 4] counts no decision any more whose seat becomes an author', async () => {
    await lets('ravi');
    const offer = await aDraft(portal);
    const plan = await aSubmittedPlan(portal, offer);
    expect((await decideOn(portal, 'ada', plan)).approval.given).toBe(1);
    await editDraftOf(portal, 'ravi', offer.id, {
      information: { title: 'Words', summary: 'Mine', category: 'storage' },
    });
    const now = await portal.as('carla')('getPlan', { params: { id: plan.id } });
    expect(now).toMatchObject({ approval: { given: 0 }, decisions: [{ voided: true }] });
  });

  it('holds from its beginning until its end, and no longer once it is taken back', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const delegation = await lets('mia', { from: LATER });
    const refused = { status: 403, code: 'not-allowed' };
    portal.clock.set('2026-12-03T08:59:59.999Z');
    expect(await refusalOf(decideOn(portal, 'ada', plan))).toEqual(refused);
    expect(await claimed()).not.toContain('approval-card ada');
    portal.clock.set(LATER);
    expect(await claimed()).toContain('approval-card ada');
    const sees = () => portal.as('ada')('getPlan', { params: { id: plan.id } });
    expect((await sees()).can.decide).toBe(true);
    portal.clock.set('2026-12-08T08:59:59.999Z');
    expect((await sees()).can.decide).toBe(true);
    portal.clock.set(UNTIL);
    expect(await refusalOf(sees())).toEqual(refused);
    portal.clock.set(LATER);
    const revoke = (who: string) =>
      portal.as(who)('revokeDelegation', { params: { id: delegation.id } });
    expect(await refusalOf(revoke('ada'))).toEqual({ status: 404, code: 'not-found' });
    expect((await revoke('mia')).revokedAt).toBe(LATER);
    expect((await revoke('mia')).revokedAt).toBe(LATER);
    expect(await refusalOf(decideOn(portal, 'ada', plan))).toEqual(refused);
    expect(await portal.as('mia')('listDelegations', {})).toEqual({ given: [], held: [] });
  });

  it('is not handed on: chains are not followed', async () => {
    await lets('mia', { delegate: 'user:default/rosa' });
    await lets('rosa', { delegate: 'user:default/ada' });
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const first = await decideOn(portal, 'rosa', plan);
    expect(first.decisions[0]?.onBehalfOf).toBeUndefined();
    expect(await refusalOf(decideOn(portal, 'ada', plan))).toEqual({
      status: 409,
      code: 'already-decided',
    });
  });

  it('is shown to both, soonest first', async () => {
    const one = await lets('mia', { from: LATER });
    const two = await lets('mia', { delegate: 'user:default/rosa' });
    expect(await portal.as('mia')('listDelegations', {})).toEqual({ given: [two, one], held: [] });
    expect(await portal.as('ada')('listDelegations', {})).toEqual({ given: [], held: [one] });
  });

  it('is given by approvers alone, to somebody there is, for as long as policy says', async () => {
    expect(await refusalOf(lets('nils'))).toEqual({ status: 403, code: 'not-an-approver' });
    await expect(lets('mia', { delegate: 'user:default/nobody' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'delegate' }],
    });
    await expect(lets('mia', { until: '2026-12-08T09:00:00.001Z' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'until', remedy: 'A delegation lasts at most 7 days' }],
    });
  });
});
