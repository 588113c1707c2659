import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  anApprovedPlan,
  aPublishedOffer,
  aSubmittedPlan,
  completeContent,
} from '../__testUtils__/stories';

/** Lets the first statements that write pass, and fails at the next one: one later each time. */
class StatementKiller {
  last = 1;
  private seen = 0;
  private resting = false;

  watch = (builder: { on(event: 'query', seen: (query: { sql: string }) => void): void }) =>
    builder.on('query', ({ sql }) => {
      if (this.resting || !/^(insert|update)/i.test(sql)) return;
      this.seen += 1;
      if (this.seen === this.last) throw new Error('killed here');
    });

  rest(): void {
    this.resting = true;
  }

  next(): void {
    this.last += 1;
    this.seen = 0;
    this.resting = false;
  }
}

describe.each(databaseKinds)('the release of a plan on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  const release = (plan: { id: string; contentHash: string }, who = 'carla', at = portal) =>
    at.as(who)('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });

  it('shows what it would do before it does it', async () => {
    const plan = await anApprovedPlan(portal, await aDraft(portal));
    const preview = await portal.as('carla')('previewRelease', { params: { id: plan.id } });
    expect(preview).toMatchObject({
      releasable: true,
      contentHash: plan.contentHash,
      effects: [
        {
          from: '2026-12-10T09:00:00.000Z',
          audience: [{ principal: 'group:default/engineers', people: 2 }],
          channels: [{ channel: 'C0OFFERS0', mayHear: true }],
        },
      ],
    });
    expect(preview.gates.map(({ met }) => met)).toEqual([true, true, true]);
  });

  it('[rule 10] brings prices for existing subscriptions never before it is released', async () => {
    const { pricing } = completeContent();
    const planned = '2026-12-10T09:00:00.000Z';
    const offer = await aDraft(portal, { pricing: { ...pricing, existingFrom: planned } });
    const plan = await anApprovedPlan(portal, offer);
    const late = await aPortal(kind, { database: portal.database });
    late.clock.set('2026-12-12T09:00:00.000Z');
    const { effects } = await late.as('carla')('previewRelease', { params: { id: plan.id } });
    await release(plan, 'carla', late);
    const { items } = await late.as('carla')('audit', {
      query: { subjectId: offer.id, action: 'offer.publish' },
    });
    await late.stop();
    const from = '2026-12-12T09:00:00.000Z';
    expect(effects[0]).toMatchObject({ from, existingFrom: from });
    expect(items[0]?.change).toMatchObject({ validFrom: from, existingFrom: from });
  });

  it('publishes what was approved, and records each step', async () => {
    const offer = await aDraft(portal);
    const plan = await anApprovedPlan(portal, offer);
    const released = await release(plan);
    expect(released).toMatchObject({
      state: 'released',
      stage: 'publish',
      releasedBy: 'user:default/carla',
    });
    const after = await portal.as('carla')('getOffer', { params: { id: offer.id } });
    expect(after).toMatchObject({
      state: 'scheduled',
      versions: [{ number: 1, validFrom: '2026-12-10T09:00:00.000Z' }],
    });
    expect(after.draft).toBeUndefined();
    const { items } = await portal.as('carla')('audit', {
      query: { subjectKind: 'plan', subjectId: plan.id },
    });
    expect(items.map(({ action }) => action)).toEqual([
      'plan.release',
      'plan.make-ready',
      'plan.implement',
      'plan.approve',
      'plan.submit',
      'plan.create',
    ]);
  });

  it('refuses a plan that is not approved, and a person whose role does not release', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(await refusalOf(release(plan))).toEqual({ status: 409, code: 'wrong-state' });
    const approved = await anApprovedPlan(portal, await aDraft(portal));
    expect(await refusalOf(release(approved, 'nils'))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
  });

  it('[rule 2] never alters or destroys a published version, whoever tries, also by hand in the database', async () => {
    const offer = await aPublishedOffer(portal);
    const current = await portal.as('carla')('getOffer', { params: { id: offer.id } });
    expect(
      await refusalOf(
        portal.as('carla')('putDraft', {
          params: { id: offer.id },
          revision: current.revision,
          body: { content: completeContent() },
        }),
      ),
    ).toEqual({ status: 409, code: 'already-published' });
    const kept = { message: expect.stringMatching(/never altered/) };
    const versions = () => portal.ctx.db.knex('offer_versions').where({ offer_id: offer.id });
    await expect(versions().update({ content: '{}' })).rejects.toMatchObject(kept);
    await expect(versions().delete()).rejects.toMatchObject(kept);
  });

  it('[rule 3] releases only what was approved', async () => {
    const offer = await aDraft(portal);
    const approved = await anApprovedPlan(portal, offer);
    await portal.as('carla')('putDraft', {
      params: { id: offer.id },
      revision: offer.revision,
      body: {
        owner: offer.owner,
        content: completeContent({ terms: { delivery: 'Other', leadTimeDays: 1 } }),
      },
    });
    expect(await refusalOf(release(approved))).toEqual({ status: 409, code: 'content-changed' });
  });

  it('[rule 5] makes one release of ten clicks, on two replicas where the database serves two', async () => {
    const replica =
      kind === 'pg'
        ? await aPortal(kind, { database: portal.database, clock: portal.clock })
        : undefined;
    try {
      const offer = await aDraft(portal);
      const plan = await anApprovedPlan(portal, offer);
      const clicks = Array.from({ length: 10 }, (_, click) =>
        release(plan, 'carla', click % 2 === 0 ? portal : (replica ?? portal)).then(
          () => 'released',
          error => error.code,
        ),
      );
      const answers = await Promise.all(clicks);
      expect(answers.filter(answer => answer === 'released')).toHaveLength(1);
      expect(answers.filter(answer => answer === 'wrong-state')).toHaveLength(9);
      const announcements = await portal.ctx.db
        .knex('announcements')
        .where({ offer_id: offer.id, kind: 'available' });
      expect(announcements).toHaveLength(1);
    } finally {
      await replica?.stop();
    }
  });

  it('[rule 6] stores all of a release or nothing, whichever statement is the last before a kill', async () => {
    const offer = await aDraft(portal);
    const plan = await anApprovedPlan(portal, offer);
    const { knex } = portal.ctx.db;
    const killer = new StatementKiller();
    knex.on('start', killer.watch);
    for (;;) {
      const outcome = await release(plan).then(
        () => 'released',
        () => 'failed',
      );
      killer.rest();
      const state = await portal.as('carla')('getPlan', { params: { id: plan.id } });
      const versions = await knex('offer_versions').where({
        offer_id: offer.id,
        status: 'published',
      });
      const announced = await knex('announcements').where({
        offer_id: offer.id,
        kind: 'available',
      });
      const stored = [state.state === 'released', versions.length === 1, announced.length === 1];
      expect(new Set(stored).size).toBe(1);
      expect(stored[0]).toBe(outcome === 'released');
      if (outcome === 'released') break;
      killer.next();
    }
    knex.removeListener('start', killer.watch);
    expect(killer.last).toBeGreaterThan(8);
  });

  it('[rule 14] welcomes a reference that does not resolve in a draft, and stops its release', async () => {
    const offer = await aDraft(portal, {
      product: { entities: [{ ref: 'component:default/never-registered', role: 'product' }] },
    });
    const plan = await anApprovedPlan(portal, offer);
    await expect(release(plan)).rejects.toMatchObject({
      status: 422,
      code: 'gate-not-met',
      fields: [
        {
          field: 'content.product.entities',
          remedy: expect.stringContaining('component:default/never-registered'),
        },
      ],
    });
  });

  it('refuses a validity that would end before it begins, when it is submitted and when it is released', async () => {
    const late = await aDraft(portal, { validity: { until: '2026-12-05T00:00:00Z' } });
    const field = { field: 'content.validity.until' };
    await expect(aSubmittedPlan(portal, late)).rejects.toMatchObject({
      code: 'gate-not-met',
      fields: [field],
    });
    const offer = await aDraft(portal, { validity: { until: '2026-12-12T00:00:00Z' } });
    const plan = await anApprovedPlan(portal, offer);
    portal.clock.set('2026-12-13T00:00:00Z');
    await expect(release(plan)).rejects.toMatchObject({ code: 'gate-not-met', fields: [field] });
    portal.clock.set('2026-12-01T09:00:00Z');
  });

  it('offers nothing before the planned release date, whatever its own start says', async () => {
    const offer = await aDraft(portal, { validity: { from: '2026-11-01T00:00:00Z' } });
    await release(await anApprovedPlan(portal, offer));
    const { versions } = await portal.as('carla')('getOffer', { params: { id: offer.id } });
    expect(versions[0]?.validFrom).toBe('2026-12-10T09:00:00.000Z');
  });

  it('never makes an offer available in the past: a late release begins now', async () => {
    const plan = await anApprovedPlan(portal, await aDraft(portal), '2026-11-01T09:00');
    const now = portal.clock.now().toISOString();
    await release(plan);
    const [offer] = plan.offers;
    const { versions } = await portal.as('carla')('getOffer', { params: { id: offer?.id ?? '' } });
    expect(versions[0]?.validFrom).toBe(now);
  });
});
