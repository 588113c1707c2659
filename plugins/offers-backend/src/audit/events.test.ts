import { mockServices } from '@backstage/backend-test-utils';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { AuditLink } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, anApprovedPlan, decideOn, aSubmittedPlan } from '../__testUtils__/stories';
import { record, Told } from './audit';
import { CommittedEvents } from './CommittedEvents';

/** An event bus that keeps what it is given, and fails while it is told to. */
class TestBus implements EventsService {
  readonly sent: EventParams[] = [];
  fails = false;
  async publish(params: EventParams): Promise<void> {
    if (this.fails) throw new Error('the bus is away');
    this.sent.push(params);
  }
  async subscribe(): Promise<void> {}
  get topics() {
    return this.sent.map(({ topic }) => topic).filter(topic => topic !== 'signals');
  }
  get hints() {
    return this.sent.filter(({ topic }) => topic === 'signals').map(sent => sent.eventPayload);
  }
}

const told = (action = 'offer.edit'): Told => ({
  at: '2026-12-01T09:00:00.000Z',
  actor: 'user:default/carla',
  surface: 'api',
  action,
  subjectKind: 'offer',
  subjectId: 'x',
  reason: 'a secret reason',
  change: { price: 'secret' },
});

const link = (action: string): AuditLink => ({
  ...told(action),
  seq: 1,
  reason: null,
  change: '{}',
  previousHash: '',
  hash: '',
});

describe.each(databaseKinds)('what is told after a commit on %s', kind => {
  const bus = new TestBus();
  const logger = mockServices.logger.mock();
  const committed = new CommittedEvents(bus, logger, 5);
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind, { afterCommit: committed.publish });
  });
  afterAll(() => portal.stop());
  beforeEach(async () => {
    await committed.settled();
    bus.sent.length = 0;
    bus.fails = false;
    jest.clearAllMocks();
  });

  it('is an event for each audit entry, in their order, on the topic of its action', async () => {
    const plan = await anApprovedPlan(portal, await aDraft(portal));
    await portal.as('carla', { surface: 'portal' })('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });
    await committed.settled();
    const { items } = await portal.as('carla')('audit', { query: { limit: 100 } });
    // What the configuration brought when the portal began was told before.
    const entries = items.toReversed().filter(({ surface }) => surface !== 'system');
    expect(bus.topics).toEqual(entries.map(({ action }) => `offers.${action}`));
    expect(bus.topics).toContain('offers.plan.make-ready');
    const events = bus.sent.filter(({ topic }) => topic !== 'signals');
    expect(events.map(({ eventPayload }) => eventPayload)).toEqual(
      entries.map(({ seq, at, actor, surface, action, subjectKind, subjectId }) => ({
        seq,
        at,
        actor,
        surface,
        action,
        subjectKind,
        subjectId,
      })),
    );
  });

  it('is nothing when the transaction is rolled back, or the request refused', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await committed.settled();
    bus.sent.length = 0;
    await expect(decideOn(portal, 'carla', plan)).rejects.toMatchObject({ status: 403 });
    const failing = portal.ctx.db.transaction(async tx => {
      await record(tx, told());
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await committed.settled();
    expect(bus.sent).toEqual([]);
  });

  it('[rule 5] is told once, when a lost race was tried again', async () => {
    let attempts = 0;
    await portal.ctx.db.transaction(async tx => {
      await record(tx, told());
      attempts += 1;
      if (attempts < 3) throw Object.assign(new Error('deadlock'), { code: '40P01' });
    });
    await committed.settled();
    expect([attempts, bus.topics]).toEqual([3, ['offers.offer.edit']]);
  });

  it('[rule 5] is told once, when a request is repeated', async () => {
    const body = {
      name: `offer-${kind}`,
      interaction: 'provision' as const,
      content: { information: { title: 'Once', summary: 'Once' } },
    };
    const create = () =>
      portal.as('carla')('createOffer', { body, idempotencyKey: `once-${kind}` });
    expect(await create()).toEqual(await create());
    await committed.settled();
    expect(bus.topics).toEqual(['offers.offer.create']);
  });

  it('fails no request when the event bus fails, and goes on when it is back', async () => {
    bus.fails = true;
    await aDraft(portal);
    await committed.settled();
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('offers.offer.create'));
    bus.fails = false;
    await aDraft(portal);
    await committed.settled();
    expect(bus.topics).toEqual(['offers.offer.create']);
  });

  it('[rule 1] hints at a kind of change, once for many, and names nothing', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await committed.settled();
    const hint = (about: string) => ({
      recipients: { type: 'broadcast' },
      channel: 'offers',
      message: { about },
    });
    expect(bus.hints).toEqual(expect.arrayContaining([hint('drafts'), hint('plans')]));
    expect(JSON.stringify(bus.hints)).not.toContain(plan.id);
    bus.sent.length = 0;
    for (const action of ['offer.publish', 'delivery.failed', 'offer.publish']) {
      committed.publish({ recorded: [link(action), link(action)], hinted: new Set() });
    }
    await committed.settled();
    expect(bus.hints).toEqual([hint('catalogue'), hint('deliveries')]);
    committed.publish({ recorded: [link('offer.edit')], hinted: new Set() });
    await committed.settled();
    expect(bus.hints[2]).toEqual(hint('drafts'));
    // What the log does not keep, such as a card that was sent, is still worth reading again.
    committed.publish({ recorded: [], hinted: new Set(['deliveries']) });
    await committed.settled();
    expect(bus.hints.slice(3)).toEqual([hint('deliveries')]);
  });

  it('leaves events out, rather than memory, when the bus hangs', async () => {
    const hanging: EventsService = {
      publish: () => new Promise(() => {}),
      subscribe: async () => {},
    };
    const stuck = new CommittedEvents(hanging, logger, 5);
    for (let i = 0; i < 1001; i += 1)
      stuck.publish({ recorded: [link('offer.edit')], hinted: new Set() });
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('too slow'));
  });
});
