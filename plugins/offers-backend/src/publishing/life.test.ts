import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aNextVersion,
  anApprovedPlan,
  aPublishedOffer,
  cheaper,
  completeContent,
} from '../__testUtils__/stories';
import { catchUp } from '../timeline/catchUp';
import { recordTurns } from '../timeline/recordTurns';

const reason = 'Orders fail';
const OPEN = '2026-12-11T09:00:00.000Z';

describe.each(databaseKinds)('the public life of an offer on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());
  beforeEach(() => portal.clock.set('2026-12-01T09:00:00.000Z'));

  const namesSeenBy = async (who: string) =>
    (await portal.as(who)('browseOffers', { query: { limit: 100 } })).items.map(({ name }) => name);
  const whyFor = async (who: string, name: string) =>
    (await portal.as(who)('explainOffer', { params: { name } })).explanation;

  it('is stopped by hand and goes on, and both have a reason in the log', async () => {
    const { id, name } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    const stopped = await portal.as('nils')('suspendOffer', {
      params: { id },
      body: { kind: 'emergency', reason },
    });
    expect(stopped).toMatchObject({
      state: 'suspended',
      suspensions: [{ reason, by: 'user:default/nils' }],
    });
    const why = await whyFor('ada', name);
    expect([why.visible.answer, why.orderable.answer]).toEqual([true, false]);
    expect(
      await refusalOf(portal.as('nils')('suspendOffer', { params: { id }, body: { reason } })),
    ).toEqual({
      status: 409,
      code: 'wrong-state',
    });
    portal.clock.pass(60);
    const going = await portal.as('carla')('resumeOffer', {
      params: { id },
      body: { reason: 'Mended' },
    });
    expect(going.state).toBe('available');
    expect((await whyFor('ada', name)).orderable.answer).toBe(true);
    const { items } = await portal.as('carla')('audit', { query: { subjectId: id } });
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'offer.resume', reason: 'Mended', actor: 'user:default/carla' },
      { action: 'offer.emergency-stop', reason, actor: 'user:default/nils' },
    ]);
  });

  it('stops in an emergency what is suspended, with nothing that can be ordered in between', async () => {
    const { id, name } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    const stop = (how: 'suspend' | 'emergency') =>
      portal.as('nils')('suspendOffer', { params: { id }, body: { kind: how, reason } });
    await stop('suspend');
    const { suspensions } = await stop('emergency');
    expect(suspensions.map(each => [each.kind, each.until === undefined]).sort()).toEqual([
      ['emergency', true],
      ['suspend', false],
    ]);
    expect(await refusalOf(stop('emergency'))).toEqual({ status: 409, code: 'wrong-state' });
    const { explanation } = await portal.as('ada')('offerPage', { params: { name } });
    expect([explanation.state, explanation.orderable.answer]).toEqual(['suspended', false]);
    const back = { params: { id }, body: { reason } };
    expect((await portal.as('nils')('resumeOffer', back)).state).toBe('available');
  });

  it('[rule 4] whoever suspended does not review it; somebody else does, once', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    const { suspensions } = await portal.as('nils')('suspendOffer', {
      params: { id },
      body: { reason },
    });
    const params = { id, suspension: suspensions[0]?.id ?? '' };
    const body = { review: 'The stop was right' };
    expect(await refusalOf(portal.as('nils')('reviewSuspension', { params, body }))).toEqual({
      status: 403,
      code: 'author-cannot-decide',
    });
    const reviewed = await portal.as('carla')('reviewSuspension', { params, body });
    expect(reviewed.suspensions[0]?.review).toMatchObject({ by: 'user:default/carla', ...body });
    expect(await refusalOf(portal.as('mia')('reviewSuspension', { params, body }))).toEqual({
      status: 409,
      code: 'wrong-state',
    });
  });

  it('[rule 5] two who press at once suspend once', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    const press = (who: string) =>
      portal
        .as(who)('suspendOffer', { params: { id }, body: { reason } })
        .then(
          () => 'done',
          () => 'refused',
        );
    expect((await Promise.all(['nils', 'carla', 'mia'].map(press))).sort()).toEqual([
      'done',
      'refused',
      'refused',
    ]);
    const { suspensions } = await portal.as('carla')('getOfferLife', { params: { id } });
    expect(suspensions).toHaveLength(1);
  });

  it('[rule 5] a repeated request is the same act', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    const input = { params: { id }, body: { reason }, idempotencyKey: randomUUID() };
    const first = await portal.as('nils')('suspendOffer', input);
    expect(await portal.as('nils')('suspendOffer', input)).toEqual(first);
  });

  it('is held until what it needs is deployed, and is announced only then', async () => {
    const needed = { product: 'component:default/checkout-api', version: `9.${Date.now()}` };
    const { id, name } = await aPublishedOffer(portal, {
      product: { entities: [], releases: [needed] },
    });
    const deliveries = async () =>
      (
        await portal.ctx.db.knex('deliveries').where('key', 'like', `offer:${id}:%:available:%`)
      ).map(({ state, due_at }) => `${state} ${due_at}`);
    portal.clock.set(OPEN);
    const why = await whyFor('ada', name);
    expect([why.state, why.visible.answer, why.orderable.answer]).toEqual(['held', true, false]);
    expect(await deliveries()).toEqual(['withheld 2026-12-10T09:00:00.000Z']);
    await portal.as('carla')('reportProductRelease', { body: { ...needed, status: 'deployed' } });
    expect(await whyFor('ada', name)).toMatchObject({
      state: 'available',
      orderable: { answer: true },
    });
    expect(await deliveries()).toEqual([`pending ${OPEN}`]);
    portal.clock.pass(60);
    await portal.as('carla')('reportProductRelease', { body: { ...needed, status: 'withdrawn' } });
    expect(await whyFor('ada', name)).toMatchObject({
      state: 'held',
      orderable: { answer: false },
    });
  });

  it('goes through its rings: a group first, then everybody', async () => {
    const { id, name } = await aPublishedOffer(portal, {
      access: {
        ...completeContent().access,
        rings: [{ name: 'Payments', groups: ['group:default/payments-team'] }],
      },
    });
    portal.clock.set(OPEN);
    expect((await whyFor('ada', name)).state).toBe('canary');
    expect(await refusalOf(whyFor('ben', name))).toEqual({ status: 404, code: 'not-found' });
    const params = { id, number: 1 };
    await portal.as('mia')('actOnRing', {
      params,
      body: { act: 'hold', reason: 'To look closer' },
    });
    portal.clock.pass(60);
    const life = await portal.as('mia')('actOnRing', {
      params,
      body: { act: 'promote', reason: 'It is well' },
    });
    expect(life.rings[0]?.acts).toHaveLength(2);
    expect((await whyFor('ben', name)).visible.answer).toBe(true);
    expect(await namesSeenBy('ben')).toContain(name);
    expect(
      await refusalOf(portal.as('mia')('actOnRing', { params, body: { act: 'promote', reason } })),
    ).toEqual({ status: 409, code: 'wrong-state' });
  });

  it('[rule 1] a channel hears of a version only when all its readers are in the ring', async () => {
    const { id } = await aPublishedOffer(portal, {
      access: { ...completeContent().access, rings: [{ name: 'Some', percent: 10 }] },
    });
    const states = async () =>
      (
        await portal.ctx.db.knex('deliveries').where('key', 'like', `offer:${id}:%:available:%`)
      ).map(({ state, due_at }) => `${state} ${due_at}`);
    expect(await states()).toEqual(['withheld 2026-12-10T09:00:00.000Z']);
    portal.clock.set(OPEN);
    await portal.as('mia')('actOnRing', {
      params: { id, number: 1 },
      body: { act: 'promote', reason: 'It is well' },
    });
    expect(await states()).toEqual([`pending ${OPEN}`]);
  });

  it('[rule 6] time does its work without a job, and its record is written once by many', async () => {
    await recordTurns(portal.ctx);
    const { id } = await aPublishedOffer(portal, {
      validity: { until: '2026-12-20T00:00:00Z' },
    });
    portal.clock.set('2026-12-21T00:00:00.000Z');
    const now = () => portal.clock.now().toISOString();
    // The database's own clock is behind the test's on PostgreSQL.
    const db = Object.assign(Object.create(portal.ctx.db), { now: async () => now() });
    await Promise.all([1, 2, 3].map(() => recordTurns({ ...portal.ctx, db })));
    const { items } = await portal.as('carla')('audit', { query: { subjectId: id } });
    expect(
      items.filter(({ actor }) => actor === 'system:time').map(({ action }) => action),
    ).toEqual(['offer.ended', 'offer.available']);
  });

  it('brings along what an earlier release published', async () => {
    const { id, name } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    for (const table of ['segments', 'turns']) {
      await portal.ctx.db.knex(table).where({ offer_id: id }).delete();
    }
    await catchUp(portal.ctx);
    const { segments } = await portal.as('carla')('getOfferLife', { params: { id } });
    expect(await portal.ctx.db.knex('segments').where({ offer_id: id })).toHaveLength(
      segments.length,
    );
    expect(await namesSeenBy('ada')).toContain(name);
  });

  it('refuses to go back to what is served, and to what never was', async () => {
    const { id } = await aPublishedOffer(portal, cheaper);
    portal.clock.set(OPEN);
    const back = (version: number) =>
      refusalOf(portal.as('mia')('rollBackOffer', { params: { id }, body: { version, reason } }));
    expect(await back(1)).toEqual({ status: 409, code: 'wrong-state' });
    expect(await back(2)).toEqual({ status: 404, code: 'not-found' });
  });

  it('refuses to go back to what is served already, which would tell consumers of nothing', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    const next = await aNextVersion(portal, { id });
    const { id: planId, contentHash } = await anApprovedPlan(portal, next, OPEN.slice(0, 16));
    await portal.as('carla')('releasePlan', { params: { id: planId }, body: { contentHash } });
    const back = () =>
      portal.as('mia')('rollBackOffer', { params: { id }, body: { version: 1, reason } });
    expect((await back()).segments.at(-1)).toMatchObject({ version: 3 });
    await expect(back()).rejects.toMatchObject({
      code: 'wrong-state',
      message: expect.stringMatching(/^Version 3 is served now, and says the same as version 1\.$/),
    });
  });
});
