import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestClock, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer, aSubmittedPlan, decideOn } from '../__testUtils__/stories';
import { forgetStructure } from '../structure/reading';

const until = '2026-12-20T00:00:00.000Z';
const untrained = { knowledge: { runbooks: [{ title: 'Connect', url: 'https://r.test' }] } };

describe.each(databaseKinds)('waivers on %s', kind => {
  let portal: TestPortal;
  let clock: TestClock;
  beforeEach(async () => {
    clock = new TestClock();
    portal = await aPortal(kind, {
      clock,
      settings: { categories: [{ id: 'databases', title: 'Databases' }] },
    });
  });
  afterEach(() => portal.stop());

  const grant = (id: string, who = 'ravi', body: object = {}) =>
    portal.as(who)('grantWaiver', {
      params: { id },
      body: { criterion: 'knowledge', reason: 'The writer is ill', until, ...body },
    });
  const read = (id: string) => portal.as('carla')('getOffer', { params: { id } });
  const stateIn = (offer: Awaited<ReturnType<typeof read>>) =>
    offer.draft?.completeness.find(({ id }) => id === 'knowledge')?.state;

  it('lets a plan pass its gate while it counts: until its end, which is excluded', async () => {
    const offer = await aDraft(portal, untrained);
    expect(await refusalOf(aSubmittedPlan(portal, offer))).toMatchObject({ code: 'gate-not-met' });
    const waived = await grant(offer.id);
    expect(waived.waivers).toEqual([
      expect.objectContaining({ criterion: 'knowledge', grantedBy: 'user:default/ravi', until }),
    ]);
    expect(stateIn(waived)).toBe('waived');
    const [plan] = (await portal.as('carla')('listPlans', { query: { offer: offer.id } })).items;
    const submitted = await portal.as('carla')('submitPlan', {
      params: { id: plan?.id ?? '' },
      revision: plan?.revision ?? 0,
    });
    expect(submitted.gate.criteria).toContainEqual(
      expect.objectContaining({
        id: 'knowledge',
        state: 'waived',
        waiver: expect.objectContaining({ by: 'user:default/ravi', reason: 'The writer is ill' }),
      }),
    );
    clock.set('2026-12-19T23:59:59.999Z');
    expect(stateIn(await read(offer.id))).toBe('waived');
    clock.set(until);
    expect(stateIn(await read(offer.id))).toBe('missing');
    expect(await refusalOf(decideOn(portal, 'mia', submitted))).toMatchObject({
      code: 'gate-not-met',
    });
  });

  it('[rule 4] is not granted by an author of the version, nor by a role that may not', async () => {
    const { id } = await aDraft(portal, untrained);
    expect(await refusalOf(grant(id, 'carla'))).toEqual({
      status: 403,
      code: 'author-cannot-waive',
    });
    expect(await refusalOf(grant(id, 'mia'))).toEqual({ status: 403, code: 'not-allowed' });
    expect(await refusalOf(grant(id, 'ada'))).toEqual({ status: 404, code: 'not-found' });
  });

  it('is refused for what cannot be waived, without a reason, and with an end that has passed', async () => {
    const { id } = await aDraft(portal);
    for (const body of [
      { criterion: 'owner' },
      { criterion: 'bundle-acyclic' },
      { reason: ' ' },
      { until: '2026-12-01T09:00:00Z' },
    ]) {
      expect(await refusalOf(grant(id, 'ravi', body))).toEqual({
        status: 400,
        code: 'invalid-input',
      });
    }
  });

  it('[rule 12] can be revoked, once, and both are in the log with their reasons', async () => {
    const { id } = await aDraft(portal, untrained);
    const [waiver] = (await grant(id)).waivers;
    const revoke = () =>
      portal.as('ravi')('revokeWaiver', {
        params: { id, waiver: waiver?.id ?? '' },
        body: { reason: 'The writer is back' },
      });
    const after = await revoke();
    expect(after.waivers).toEqual([]);
    expect(stateIn(after)).toBe('missing');
    expect(await refusalOf(revoke())).toEqual({ status: 409, code: 'wrong-state' });
    const { items } = await portal.as('carla')('audit', {
      query: { subjectKind: 'waiver', subjectId: waiver?.id ?? '' },
    });
    expect(items.map(({ action, reason }) => [action, reason])).toEqual([
      ['waiver.revoke', 'The writer is back'],
      ['waiver.grant', 'The writer is ill'],
    ]);
  });

  it('[rule 5] is granted once, however often it is asked for', async () => {
    const { id } = await aDraft(portal);
    const asked = {
      params: { id },
      body: { criterion: 'training' as const, reason: 'Ill', until },
      idempotencyKey: 'same',
    };
    await Promise.all([1, 2, 3].map(() => portal.as('ravi')('grantWaiver', asked)));
    expect((await read(id)).waivers).toHaveLength(1);
  });

  it('shows the health of a live offer by the criteria of its version, waived ones as met', async () => {
    const { id } = await aPublishedOffer(portal);
    expect((await read(id)).health).toBeUndefined();
    clock.set('2026-12-11T00:00:00.000Z');
    expect((await read(id)).health).toMatchObject({ percent: 100 });
    await portal.ctx.db.knex('structure_changes').insert({
      kind: 'category-retire',
      target: 'databases',
      body: '{}',
      starts_at: '2026-12-10T12:00:00.000Z',
      recorded_at: '2026-12-10T12:00:00.000Z',
      recorded_by: 'a release of before',
    });
    forgetStructure(portal.ctx);
    const { health } = await read(id);
    expect(health?.percent).toBeLessThan(100);
    const listed = async () =>
      (await portal.as('carla')('listOffers', { query: {} })).items.map(offer => offer.health);
    expect(await listed()).toEqual([health?.percent]);
    await grant(id, 'ravi', { criterion: 'category' });
    expect((await read(id)).health).toMatchObject({ percent: 100 });
    expect(await listed()).toEqual([100]);
  });
});
