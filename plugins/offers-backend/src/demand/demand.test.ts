import { CallInput, Demand } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, anApprovedPlan, aPublishedOffer, aSubmittedPlan } from '../__testUtils__/stories';

type Raise = CallInput<'raiseDemand'>['body'];

const NOW = '2026-12-15T09:00:00.000Z';
const board = { allow: ['group:default/board'] };
const forTheBoard = { access: { see: board, order: board } };

describe.each(databaseKinds)('demand on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  beforeEach(() => portal.clock.set(NOW));
  afterAll(() => portal.stop());

  const aWish: Raise = { kind: 'new', title: 'A queue for events', description: 'We need one' };
  const raise = (who: string, body: Partial<Raise> = {}, idempotencyKey?: string) =>
    portal.as(who)('raiseDemand', {
      body: { ...aWish, ...body },
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
  const of = ({ id, revision }: Demand) => ({ params: { id }, revision });
  const read = (who: string, { id }: { id: string }) =>
    portal.as(who)('getDemand', { params: { id } });
  const triage = (demand: Demand, who = 'carla') =>
    portal.as(who)('triageDemand', {
      ...of(demand),
      body: { priority: 'high', assignee: 'group:default/operations', note: 'Ask security first' },
    });
  const merge = (demand: Demand, into: Demand) =>
    portal.as('carla')('mergeDemand', { ...of(demand), body: { into: into.id } });
  const decline = (demand: Demand, who = 'carla') =>
    portal.as(who)('declineDemand', { ...of(demand), body: { reason: 'We buy it' } });
  const planFor = (demand: Demand, planId: string) =>
    portal.as('carla')('planDemand', { ...of(demand), body: { planId } });
  const eventsOf = ({ history }: Demand) => history.map(({ event }) => event);

  describe('is raised', () => {
    it('by a consumer, who reads it back', async () => {
      const offer = await aPublishedOffer(portal);
      const raised = await raise('ada', {
        kind: 'change',
        offerIds: [offer.id],
        entities: ['component:default/checkout-api'],
        reference: 'https://issues.test/1',
        wantedBy: { local: '2027-02-01T09:00', zone: 'Europe/Amsterdam' },
      });
      expect(raised).toMatchObject({
        kind: 'change',
        source: 'consumer',
        state: 'raised',
        requestedBy: 'user:default/ada',
        wantedBy: '2027-02-01T08:00:00.000Z',
        wantedZone: 'Europe/Amsterdam',
        offers: [{ id: offer.id, name: offer.name }],
        entities: ['component:default/checkout-api'],
        can: { triage: false, decline: false },
      });
      expect(await read('ada', raised)).toEqual(raised);
    });

    it('as what the roles say, and as nothing else', async () => {
      expect((await raise('carla')).source).toBe('product-manager');
      expect((await raise('nils')).source).toBe('improvement-driver');
      expect((await raise('nils', { source: 'consumer' })).source).toBe('consumer');
      for (const source of ['improvement-driver', 'product-manager', 'product-release'] as const) {
        await expect(raise('ada', { source })).rejects.toMatchObject({
          status: 403,
          fields: [{ field: 'source', remedy: expect.stringContaining('as consumer') }],
        });
      }
    });

    it('with the offers that shall change or end', async () => {
      for (const demanded of ['change', 'termination'] as const) {
        await expect(raise('ada', { kind: demanded })).rejects.toMatchObject({
          code: 'invalid-input',
          fields: [{ field: 'offerIds', remedy: expect.any(String) }],
        });
      }
    });

    it('[rule 5] once for a key', async () => {
      const key = randomUUID();
      const title = `Once ${key}`;
      const answers = await Promise.all([1, 2, 3].map(() => raise('ada', { title }, key)));
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect(await portal.ctx.db.knex('demands').where({ title })).toHaveLength(1);
    });

    it('[rule 13] never by a date that a clock change skips', async () => {
      const wantedBy = { local: '2027-03-28T02:30', zone: 'Europe/Amsterdam' };
      await expect(raise('ada', { wantedBy })).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'wantedBy.local', remedy: expect.stringContaining('does not exist') }],
      });
    });
  });

  describe('tells nobody what they may not see', () => {
    it('[rule 1] refuses an offer that the person cannot see as one that does not exist', async () => {
      const hidden = await aPublishedOffer(portal, forTheBoard);
      const early = await aPublishedOffer(portal, {}, { local: '2027-02-01T09:00' });
      const draft = await aDraft(portal);
      const answers = await Promise.all(
        [hidden.id, early.id, draft.id, randomUUID()].map(async id =>
          raise('ada', { kind: 'change', offerIds: [id] }).catch(
            ({ status, code, fields, message }) => ({
              status,
              code,
              fields,
              message,
            }),
          ),
        ),
      );
      expect(answers[0]).toMatchObject({ status: 404, code: 'not-found' });
      expect(answers).toEqual(answers.map(() => answers[0]));
      expect(
        (await raise('carla', { kind: 'change', offerIds: [hidden.id, draft.id] })).offers,
      ).toHaveLength(2);
    });

    it('[rule 1] shows a person their own demands alone, in lists, by id and by filter', async () => {
      const own = await raise('ben', { title: 'Of Ben' });
      const others = await raise('ada', { title: 'Of Ada' });
      const list = async (query: CallInput<'listDemands'>['query'] = {}) =>
        (await portal.as('ben')('listDemands', { query: { limit: 100, ...query } })).items;
      expect((await list()).map(({ id }) => id)).toEqual([own.id]);
      expect(await list({ requestedBy: 'me' })).toHaveLength(1);
      expect(await list({ requestedBy: 'user:default/ada' })).toEqual([]);
      expect(await list({ assignee: 'group:default/operations' })).toEqual([]);
      const gone = { status: 404, code: 'not-found' };
      expect(await refusalOf(read('ben', others))).toEqual(gone);
      expect(await refusalOf(read('ben', { id: randomUUID() }))).toEqual(gone);
    });

    it('[rule 1] shows an offer no more, and filters by it no more, once it is hidden', async () => {
      const offer = await aPublishedOffer(portal, { validity: { until: '2026-12-20T00:00:00Z' } });
      const demand = await raise('ada', { kind: 'termination', offerIds: [offer.id] });
      const listed = () => portal.as('ada')('listDemands', { query: { offer: offer.id } });
      expect((await listed()).items.map(({ id }) => id)).toEqual([demand.id]);
      portal.clock.set('2026-12-21T00:00:00.000Z');
      expect((await read('ada', demand)).offers).toEqual([]);
      expect((await listed()).items).toEqual([]);
      expect((await read('nils', demand)).offers.map(({ id }) => id)).toEqual([offer.id]);
    });

    it('[rule 1] keeps what staff says, plans and who else asked from the requester', async () => {
      const demand = await triage(await raise('ada'));
      const plan = await aSubmittedPlan(portal, await aDraft(portal));
      await merge(await raise('ben'), demand);
      await planFor(await read('carla', demand), plan.id);
      const staff = await read('carla', demand);
      expect(staff).toMatchObject({
        priority: 'high',
        assignee: 'group:default/operations',
        triageNote: 'Ask security first',
        plan: { id: plan.id },
        tookIn: [{ requestedBy: 'user:default/ben' }],
      });
      const own = await read('ada', demand);
      expect(own.state).toBe('planned');
      const text = JSON.stringify(own);
      for (const word of ['high', 'operations', 'security', plan.id, 'ben', 'take-in']) {
        expect(text).not.toContain(word);
      }
    });
  });

  describe('is managed', () => {
    it('from raised to done: triaged, planned, and done with the release of its plan', async () => {
      const offer = await aDraft(portal);
      const plan = await anApprovedPlan(portal, offer, '2027-01-10T09:00');
      const raised = await raise('ada');
      const triaged = await triage(raised);
      const planned = await planFor(triaged, plan.id);
      expect([raised.state, triaged.state, planned.state]).toEqual([
        'raised',
        'triaged',
        'planned',
      ]);
      await portal.as('carla')('releasePlan', {
        params: { id: plan.id },
        body: { contentHash: plan.contentHash },
      });
      const done = await read('ada', raised);
      expect(done.state).toBe('done');
      expect(eventsOf(done)).toEqual(['raise', 'triage', 'plan', 'finish']);
    });

    it('waits for another plan when its plan is cancelled or rejected', async () => {
      const [first, second] = [
        await aSubmittedPlan(portal, await aDraft(portal)),
        await aSubmittedPlan(portal, await aDraft(portal)),
      ];
      const one = await planFor(await raise('ada'), first.id);
      const two = await planFor(await raise('ada'), second.id);
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
        const waiting = await read('carla', demand);
        expect(waiting.state).toBe('triaged');
        expect(waiting.plan).toBeUndefined();
        expect(eventsOf(waiting)).toEqual(['raise', 'plan', 'unplan']);
      }
    });

    it('by a plan that is made for it', async () => {
      const demand = await raise('ada');
      const offer = await aDraft(portal);
      const make = (demandIds: string[]) =>
        portal.as('carla')('createPlan', {
          body: {
            scenario: 'new',
            offerIds: [offer.id],
            release: { local: '2027-01-10T09:00', zone: 'UTC' },
            demandIds,
          },
        });
      await expect(make([demand.id, randomUUID()])).rejects.toMatchObject({
        code: 'not-found',
        fields: [{ field: 'demandIds.1', remedy: expect.any(String) }],
      });
      const plan = await make([demand.id]);
      expect(await read('carla', demand)).toMatchObject({
        state: 'planned',
        plan: { id: plan.id },
      });
    });

    it('only into a plan that is under way', async () => {
      const demand = await raise('ada');
      const offer = await aPublishedOffer(portal);
      const { items } = await portal.as('carla')('listPlans', { query: { offer: offer.id } });
      await expect(planFor(demand, items[0]?.id ?? '')).rejects.toMatchObject({
        code: 'wrong-state',
        fields: [{ field: 'planId', remedy: expect.stringContaining('released') }],
      });
      expect(await refusalOf(planFor(demand, randomUUID()))).toEqual({
        status: 404,
        code: 'not-found',
      });
    });

    it('declined with a reason that its requester reads, and opened again', async () => {
      const demand = await raise('ada');
      await expect(
        portal.as('carla')('declineDemand', { ...of(demand), body: { reason: ' ' } }),
      ).rejects.toMatchObject({ code: 'invalid-input' });
      const declined = await decline(demand);
      expect(await read('ada', demand)).toMatchObject({
        state: 'declined',
        declinedFor: 'We buy it',
      });
      expect(await refusalOf(triage(declined))).toEqual({ status: 409, code: 'wrong-state' });
      const again = await portal.as('carla')('reopenDemand', {
        ...of(declined),
        body: { reason: 'We do not' },
      });
      expect(again).toMatchObject({ state: 'raised', can: { reopen: false, triage: true } });
      expect(again.declinedFor).toBeUndefined();
    });

    it('merged into another, both kept, without chains', async () => {
      const [one, other, third] = [await raise('ada'), await raise('ben'), await raise('otto')];
      const merged = await merge(one, other);
      expect(merged).toMatchObject({
        state: 'merged',
        mergedInto: { id: other.id, state: 'raised' },
      });
      const into = await read('carla', other);
      expect(into.tookIn).toEqual([
        { id: one.id, title: one.title, requestedBy: 'user:default/ada' },
      ]);
      const chain = { status: 409, code: 'wrong-state' };
      expect(await refusalOf(merge(third, merged))).toEqual(chain);
      expect(await refusalOf(merge(into, third))).toEqual(chain);
      expect(await refusalOf(merge(third, third))).toEqual(chain);
      await decline(into);
      expect((await read('ada', one)).mergedInto).toEqual({ id: other.id, state: 'declined' });
    });

    it('by whose role it is, on the revision that they read', async () => {
      const demand = await raise('ada');
      const no = { status: 403, code: 'not-allowed' };
      for (const who of ['ada', 'nils', 'mia']) {
        expect(await refusalOf(triage(demand, who))).toEqual(no);
        expect(await refusalOf(decline(demand, who))).toEqual(no);
      }
      await triage(demand);
      expect(await refusalOf(decline(demand))).toEqual({ status: 409, code: 'conflict' });
    });

    it('[rule 5] by one of many who answer at once', async () => {
      const demand = await raise('ada');
      const answers = await Promise.allSettled([1, 2, 3, 4].map(() => decline(demand)));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(eventsOf(await read('ada', demand))).toEqual(['raise', 'decline']);
    });

    it('[rule 12] with an entry of the log for each step', async () => {
      const demand = await raise('ada');
      await decline(await triage(demand));
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

  it('is listed for staff in pages, latest change first, by each filter', async () => {
    const offer = await aDraft(portal);
    const entity = `component:default/of-${randomUUID()}`;
    const made: Demand[] = [];
    for (const kindOf of ['change', 'termination', 'change'] as const) {
      portal.clock.pass(1);
      made.push(await raise('carla', { kind: kindOf, offerIds: [offer.id], entities: [entity] }));
    }
    portal.clock.pass(1);
    const [first, second, third] = made.map(({ id }) => id);
    if (made[0]) await triage(made[0]);
    const list = async (query: CallInput<'listDemands'>['query']) =>
      portal.as('nils')('listDemands', { query: { product: entity, ...query } });
    const ids = async (query: CallInput<'listDemands'>['query']) =>
      (await list(query)).items.map(({ id }) => id);
    const page = await list({ limit: 2 });
    expect(page.items.map(({ id }) => id)).toEqual([first, third]);
    expect(await ids({ limit: 2, cursor: page.nextCursor })).toEqual([second]);
    expect(await ids({ state: 'triaged' })).toEqual([first]);
    expect(await ids({ kind: 'termination' })).toEqual([second]);
    expect(await ids({ source: 'consumer' })).toEqual([]);
    expect(await ids({ offer: offer.id })).toHaveLength(3);
    expect(await ids({ offer: randomUUID() })).toEqual([]);
    expect(await ids({ assignee: 'group:default/operations' })).toEqual([first]);
    expect(await ids({ requestedBy: 'user:default/carla' })).toHaveLength(3);
    expect(await ids({ requestedBy: 'me' })).toEqual([]);
  });
});
