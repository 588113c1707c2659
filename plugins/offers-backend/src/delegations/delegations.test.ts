import { CreateDelegation, Delegation } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  aSubmittedPlan,
  cheaper,
  decideOn,
  editDraftOf,
  RELEASE,
} from '../__testUtils__/stories';

const NOW = '2026-12-01T09:00:00.000Z';
const LATER = '2026-12-03T09:00:00.000Z';
const UNTIL = '2026-12-08T09:00:00.000Z';

/** How many connections to a database of PostgreSQL wait for a lock. */
async function waitingIn(connection: Knex): Promise<number> {
  const rows = await connection('pg_stat_activity')
    .whereRaw('datname = current_database()')
    .where({ wait_event_type: 'Lock' });
  return rows.length;
}

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

  /** Sends what is due, and tells what of it Ada got. */
  const sentToAda = async () => {
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'w', limit: 50, leaseSeconds: 60 },
    });
    for (const { id, token } of deliveries) {
      const outcome = { result: 'sent' as const, channel: 'D1', ts: id };
      await portal.bot('settleDelivery', { params: { id }, body: { token, outcome } });
    }
    return deliveries.flatMap(({ target, act, body }) =>
      target.kind === 'person' && target.person.ref === 'user:default/ada'
        ? [
            `${act} ${body.kind === 'approval-card' ? `for ${body.card.reader?.onBehalfOf?.name}` : body.kind}`,
          ]
        : [],
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

  it('that begins once a plan was asked for brings its card when it begins, also where the clock of the replica is behind', async () => {
    await lets('mia', { from: LATER });
    await aSubmittedPlan(portal, await aDraft(portal));
    expect(await sentToAda()).toEqual([]);
    portal.clock.set('2026-12-03T08:59:59.500Z');
    jest.spyOn(portal.ctx.db, 'now').mockResolvedValue(LATER);
    expect(await sentToAda()).toEqual(['post for mia of the tests']);
    expect(await sentToAda()).toEqual([]);
  });

  it('[rule 5] brings the card once where it is made while a plan is being submitted', async () => {
    const carla = portal.as('carla');
    const { id, revision } = await carla('createPlan', {
      body: {
        scenario: 'new',
        offerIds: [(await aDraft(portal)).id],
        release: { local: RELEASE, zone: 'UTC' },
      },
    });
    // The log is the last that both wait for: held, each has looked for the other before it is stored.
    const outside = portal.database.connect();
    const holding = await outside.transaction();
    await holding('audit_head').forUpdate().first();
    const both = [lets('mia'), carla('submitPlan', { params: { id }, revision })];
    while (kind === 'pg' && (await waitingIn(outside)) < both.length) await setTimeout(20);
    await holding.commit();
    await Promise.all(both);
    await outside.destroy();
    expect((await claimed()).filter(card => /ada/.test(card))).toEqual(['approval-card ada']);
  });

  it('[rule 5] holds up no card of who decides for themselves, or for somebody else already', async () => {
    await lets('mia');
    await aSubmittedPlan(portal, await aDraft(portal));
    await lets('ravi', { from: LATER });
    await lets('ravi', { delegate: 'user:default/rosa', from: LATER });
    expect((await claimed()).sort()).toEqual([
      'approval-card ada',
      'approval-card mia',
      'approval-card ravi',
      'approval-card rosa',
    ]);
  });

  it('draws the card that they have from an earlier time again when they stand in once more', async () => {
    const first = await lets('mia');
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(await sentToAda()).toEqual(['post for mia of the tests']);
    await portal.as('mia')('revokeDelegation', { params: { id: first.id } });
    expect(await sentToAda()).toEqual(['update card-withdrawn']);
    await lets('mia', { from: LATER });
    expect(await sentToAda()).toEqual([]);
    portal.clock.set(LATER);
    expect(await sentToAda()).toEqual(['update for mia of the tests']);
    expect((await decideOn(portal, 'ada', plan)).approval.given).toBe(1);
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
