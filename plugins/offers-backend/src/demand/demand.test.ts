import { CallInput, Demand } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { DemandDesk } from '../__testUtils__/demandStories';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer, aSubmittedPlan } from '../__testUtils__/stories';

const NOW = '2026-12-15T09:00:00.000Z';
const board = { allow: ['group:default/board'] };
const forTheBoard = { access: { see: board, order: board } };

describe.each(databaseKinds)('demand on %s', kind => {
  let portal: TestPortal;
  let desk: DemandDesk;
  beforeAll(async () => {
    portal = await aPortal(kind);
    desk = new DemandDesk(portal);
  });
  beforeEach(() => portal.clock.set(NOW));
  afterAll(() => portal.stop());

  describe('is raised', () => {
    it('by a consumer, who reads it back', async () => {
      const offer = await aPublishedOffer(portal);
      const raised = await desk.raise('ada', {
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
      expect(await desk.read('ada', raised)).toEqual(raised);
    });

    it('as what the roles say, and as nothing else', async () => {
      expect((await desk.raise('carla')).source).toBe('product-manager');
      expect((await desk.raise('nils')).source).toBe('improvement-driver');
      expect((await desk.raise('nils', { source: 'consumer' })).source).toBe('consumer');
      for (const source of ['improvement-driver', 'product-manager', 'product-release'] as const) {
        await expect(desk.raise('ada', { source })).rejects.toMatchObject({
          status: 403,
          fields: [{ field: 'source', remedy: expect.stringContaining('as consumer') }],
        });
      }
    });

    it('with the offers that shall change or end', async () => {
      for (const demanded of ['change', 'termination'] as const) {
        await expect(desk.raise('ada', { kind: demanded })).rejects.toMatchObject({
          code: 'invalid-input',
          fields: [{ field: 'offerIds', remedy: expect.any(String) }],
        });
      }
    });

    it('[rule 5] once for a key', async () => {
      const key = randomUUID();
      const title = `Once ${key}`;
      const answers = await Promise.all([1, 2, 3].map(() => desk.raise('ada', { title }, key)));
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect(await portal.ctx.db.knex('demands').where({ title })).toHaveLength(1);
    });

    it('[rule 13] never by a date that a clock change skips', async () => {
      const wantedBy = { local: '2027-03-28T02:30', zone: 'Europe/Amsterdam' };
      await expect(desk.raise('ada', { wantedBy })).rejects.toMatchObject({
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
          desk
            .raise('ada', { kind: 'change', offerIds: [id] })
            .catch(({ status, code, fields, message }) => ({
              status,
              code,
              fields,
              message,
            })),
        ),
      );
      expect(answers[0]).toMatchObject({ status: 404, code: 'not-found' });
      expect(answers).toEqual(answers.map(() => answers[0]));
      expect(
        (await desk.raise('carla', { kind: 'change', offerIds: [hidden.id, draft.id] })).offers,
      ).toHaveLength(2);
    });

    it('[rule 1] shows a person their own demands alone, in lists, by id and by filter', async () => {
      const own = await desk.raise('ben', { title: 'Of Ben' });
      const others = await desk.raise('ada', { title: 'Of Ada' });
      const list = async (query: CallInput<'listDemands'>['query'] = {}) =>
        (await portal.as('ben')('listDemands', { query: { limit: 100, ...query } })).items;
      expect((await list()).map(({ id }) => id)).toEqual([own.id]);
      expect(await list({ requestedBy: 'me' })).toHaveLength(1);
      expect(await list({ requestedBy: 'user:default/ada' })).toEqual([]);
      expect(await list({ assignee: 'group:default/operations' })).toEqual([]);
      const gone = { status: 404, code: 'not-found' };
      expect(await refusalOf(desk.read('ben', others))).toEqual(gone);
      expect(await refusalOf(desk.read('ben', { id: randomUUID() }))).toEqual(gone);
    });

    it('[rule 1] shows an offer no more, and filters by it no more, once it is hidden', async () => {
      const offer = await aPublishedOffer(portal, { validity: { until: '2026-12-20T00:00:00Z' } });
      const demand = await desk.raise('ada', { kind: 'termination', offerIds: [offer.id] });
      const listed = () => portal.as('ada')('listDemands', { query: { offer: offer.id } });
      expect((await listed()).items.map(({ id }) => id)).toEqual([demand.id]);
      portal.clock.set('2026-12-21T00:00:00.000Z');
      expect((await desk.read('ada', demand)).offers).toEqual([]);
      expect((await listed()).items).toEqual([]);
      expect((await desk.read('nils', demand)).offers.map(({ id }) => id)).toEqual([offer.id]);
    });

    it('[rule 1] keeps what staff says, plans and who else asked from the requester', async () => {
      const demand = await desk.triage(await desk.raise('ada'));
      const plan = await aSubmittedPlan(portal, await aDraft(portal));
      await desk.merge(await desk.raise('ben'), demand);
      await desk.planFor(await desk.read('carla', demand), plan.id);
      const staff = await desk.read('carla', demand);
      expect(staff).toMatchObject({
        priority: 'high',
        assignee: 'group:default/operations',
        triageNote: 'Ask security first',
        plan: { id: plan.id },
        tookIn: [{ requestedBy: 'user:default/ben' }],
      });
      const own = await desk.read('ada', demand);
      expect(own.state).toBe('planned');
      const text = JSON.stringify(own);
      for (const word of ['high', 'operations', 'security', plan.id, 'ben', 'take-in']) {
        expect(text).not.toContain(word);
      }
    });
  });

  it('is listed for staff in pages, latest change first, by each filter', async () => {
    const offer = await aDraft(portal);
    const entity = `component:default/of-${randomUUID()}`;
    const made: Demand[] = [];
    for (const kindOf of ['change', 'termination', 'change'] as const) {
      portal.clock.pass(1);
      made.push(
        await desk.raise('carla', { kind: kindOf, offerIds: [offer.id], entities: [entity] }),
      );
    }
    portal.clock.pass(1);
    const [first, second, third] = made.map(({ id }) => id);
    if (made[0]) await desk.triage(made[0]);
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
