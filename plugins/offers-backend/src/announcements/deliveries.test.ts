import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal, usualSettings } from '../__testUtils__/portal';
import { aDraft, aNextVersion, aPublishedOffer, aSubmittedPlan } from '../__testUtils__/stories';

describe.each(databaseKinds)('deliveries on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    // Nobody is told what is coming: that is proved where it is done.
    portal = await aPortal(kind, {
      settings: { roles: { ...usualSettings.roles, operationsManager: [] } },
    });
    // PostgreSQL claims by the server's clock; the tests rule it like the other one.
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterEach(() => portal.stop());

  const claim = async (worker = 'w', limit = 50): Promise<ClaimedDelivery[]> =>
    (await portal.bot('claimDeliveries', { body: { worker, limit, leaseSeconds: 60 } })).deliveries;
  const sent = ({ id, token }: ClaimedDelivery, ts = '1.1') =>
    portal.bot('settleDelivery', {
      params: { id },
      body: { token, outcome: { result: 'sent', channel: 'D1', ts } },
    });
  const drain = async () => {
    const all: ClaimedDelivery[] = [];
    for (let batch = await claim(); batch.length > 0; batch = await claim()) {
      for (const delivery of batch) await sent(delivery);
      all.push(...batch);
    }
    return all;
  };

  it('asks each approver who had no part in it, and the channel', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const cards = await claim();
    expect(
      cards
        .map(({ target }) => (target.kind === 'channel' ? target.channel : target.person.ref))
        .sort(),
    ).toEqual(['C0APPROVE', 'user:default/mia', 'user:default/ravi', 'user:default/rosa']);
    expect(cards[0]?.body).toMatchObject({
      kind: 'approval-card',
      card: {
        planId: plan.id,
        contentHash: plan.contentHash,
        requestedBy: {
          ref: 'user:default/carla',
          name: 'carla of the tests',
          slackUserId: 'U0CARLA',
        },
        missing: [],
      },
    });
  });

  it('redraws every copy and tells every thread after a decision, wherever it was taken', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    for (const [index, card] of (await claim()).entries()) await sent(card, `card.${index}`);
    await portal.as('mia')('decide', {
      params: { id: plan.id },
      body: { verdict: 'approve', contentHash: plan.contentHash },
    });
    const after = await drain();
    const updates = after.filter(({ act }) => act === 'update');
    expect(updates.map(({ message }) => message?.ts).sort()).toEqual([
      'card.0',
      'card.1',
      'card.2',
      'card.3',
    ]);
    expect(updates[0]?.body).toMatchObject({ card: { state: 'approved' } });
    expect(after.filter(({ act }) => act === 'reply')).toHaveLength(4);
    expect(after.filter(({ body }) => body.kind === 'outcome-notice')).toEqual([
      expect.objectContaining({
        target: { kind: 'person', person: expect.objectContaining({ ref: 'user:default/carla' }) },
      }),
    ]);
  });

  it('tells each reader what they may do, and who has decided for whom', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const until = '2026-12-03T09:00:00.000Z';
    await portal.as('mia')('createDelegation', {
      body: { delegate: 'user:default/ada', from: plan.updatedAt, until, reason: 'A holiday' },
    });
    const readers = async () => {
      const found: Record<string, unknown> = {};
      for (const { body, target } of await drain()) {
        const name = target.kind === 'person' ? target.person.ref.slice(13) : '';
        if (name && body.kind === 'card-withdrawn') found[name] = 'withdrawn';
        if (name && body.kind === 'approval-card') found[name] = body.card.reader;
      }
      return found;
    };
    const mia = { ref: 'user:default/mia', name: 'mia of the tests' };
    expect(await readers()).toEqual({
      ada: { canDecide: true, onBehalfOf: expect.objectContaining(mia) },
      mia: { canDecide: true },
      ravi: { canDecide: true },
      rosa: { canDecide: true },
    });
    portal.clock.set(until);
    expect(await readers()).toEqual({ ada: 'withdrawn' });
    await portal.as('mia')('decide', {
      params: { id: plan.id },
      body: { verdict: 'reject', contentHash: plan.contentHash, reason: 'No' },
    });
    expect(await readers()).toEqual({
      ada: 'withdrawn',
      mia: { canDecide: false },
      ravi: { canDecide: false },
      rosa: { canDecide: false },
    });
  });

  it('draws the card of a stand-in again at once when it is taken back', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const { id } = await portal.as('mia')('createDelegation', {
      body: {
        delegate: 'user:default/ada',
        from: plan.updatedAt,
        until: '2026-12-03T09:00:00.000Z',
        reason: 'A holiday',
      },
    });
    await drain();
    await portal.as('mia')('revokeDelegation', { params: { id } });
    expect((await drain()).map(({ act, body }) => [act, body.kind])).toEqual([
      ['update', 'card-withdrawn'],
    ]);
  });

  it('[rule 1] tells of a clash what both plans touch, and nothing else of the other', async () => {
    const offer = await aPublishedOffer(portal);
    await drain();
    const freezes = [
      { from: '2026-12-09T00:00:00.000Z', until: '2026-12-11T00:00:00.000Z', title: 'Year end' },
    ];
    portal.ctx.settings.freezes = freezes;
    await aSubmittedPlan(portal, await aNextVersion(portal, offer), '2026-12-10T20:00');
    const card = (await claim()).find(({ body }) => body.kind === 'approval-card');
    expect(card?.body).toMatchObject({
      card: {
        clashes: [
          { kind: 'freeze', about: ['Year end'] },
          { kind: 'same-offer', about: ['PostgreSQL for production'] },
        ],
      },
    });
  });

  it('[rule 1] announces nothing before valid-from, and only in channels whose readers are all in the audience', async () => {
    await aPublishedOffer(portal);
    await aPublishedOffer(portal, {
      access: { see: { allow: ['group:default/payments-team'] }, order: { allow: ['everyone'] } },
    });
    const early = await drain();
    expect(early.filter(({ body }) => body.kind === 'announcement')).toEqual([]);
    portal.clock.set('2026-12-10T09:00:00.000Z');
    const due = await drain();
    expect(due.map(({ body }) => body.kind)).toEqual(['announcement']);
    expect(JSON.stringify(due)).not.toMatch(/Licence|costs|marginFloor/);
  });

  it('[rule 1] says nothing of what has ended by the time that it is said', async () => {
    const offer = await aPublishedOffer(portal, { validity: { until: '2026-12-10T10:00:00Z' } });
    await drain();
    portal.clock.set('2026-12-10T10:00:00.000Z');
    expect(await drain()).toEqual([]);
    const { items } = await portal.as('carla')('listPlans', { query: { offer: offer.name } });
    const plan = await portal.as('carla')('getPlan', { params: { id: items[0]?.id ?? '' } });
    expect(plan.deliveries.find(({ kind: of }) => of === 'announcement')).toMatchObject({
      state: 'withheld',
      error: expect.stringContaining('not true any more'),
    });
  });

  it('[rule 1] draws nothing more for who has left the approvers', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    for (const card of await claim()) await sent(card);
    jest
      .spyOn(portal.ctx.directory, 'peopleOf')
      .mockImplementation(async () => ['user:default/mia', 'user:default/ravi']);
    await portal.as('mia')('decide', {
      params: { id: plan.id },
      body: { verdict: 'approve', contentHash: plan.contentHash },
    });
    const after = await drain();
    const told = after
      .filter(({ body }) => body.kind !== 'card-withdrawn')
      .map(({ target }) => (target.kind === 'person' ? target.person.ref : target.channel));
    expect(told).toContain('user:default/mia');
    expect(told).not.toContain('user:default/rosa');
    const [withdrawn, ...others] = after.filter(({ body }) => body.kind === 'card-withdrawn');
    expect(withdrawn).toMatchObject({
      act: 'update',
      target: { person: { ref: 'user:default/rosa' } },
      body: { kind: 'card-withdrawn' },
    });
    expect(others).toEqual([]);
  });

  it('tells the approvers in their threads when a plan is submitted again', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await drain();
    const back = await portal.as('mia')('decide', {
      params: { id: plan.id },
      body: { verdict: 'request-changes', contentHash: plan.contentHash, reason: 'Shorter' },
    });
    await drain();
    await portal.as('carla')('submitPlan', { params: { id: plan.id }, revision: back.revision });
    const notes = (await drain()).filter(({ body }) => body.kind === 'decision-note');
    expect(notes).toHaveLength(4);
    expect(notes[0]?.body).toMatchObject({ note: { verdict: 'submit' } });
  });

  it('shows the manager which channel was withheld, and why', async () => {
    const offer = await aPublishedOffer(portal, {
      access: { see: { allow: ['group:default/payments-team'] }, order: { allow: ['everyone'] } },
    });
    const plans = await portal.as('carla')('listPlans', { query: { offer: offer.name } });
    const plan = await portal.as('carla')('getPlan', { params: { id: plans.items[0]?.id ?? '' } });
    expect(plan.deliveries.find(({ kind: of }) => of === 'announcement')).toMatchObject({
      state: 'withheld',
      error: expect.stringContaining('group:default/engineers'),
    });
  });

  it('[rule 5] gives each delivery to one of many workers', async () => {
    for (let plan = 0; plan < 3; plan += 1) await aSubmittedPlan(portal, await aDraft(portal));
    const batches = await Promise.all(['a', 'b', 'c', 'd'].map(worker => claim(worker)));
    const ids = batches.flat().map(({ id }) => id);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
  });

  it('[rule 6] hands a delivery to another worker after a kill, and says that it may have been posted', async () => {
    await aSubmittedPlan(portal, await aDraft(portal));
    const [first] = await claim('killed', 1);
    portal.clock.pass(61);
    const again = (await claim('next')).find(({ id }) => id === first?.id);
    expect(first?.mayHavePosted).toBe(false);
    expect(again).toMatchObject({ mayHavePosted: true, attempt: 2 });
    if (!first || !again) throw new Error('Nothing was claimed');
    expect(await refusalOf(sent(first))).toEqual({ status: 409, code: 'lease-lost' });
    expect(await sent(again)).toMatchObject({ state: 'sent' });
    expect(await sent(again)).toMatchObject({ state: 'sent' });
  });

  it('sends the others when one cannot be drawn, and that one once it can', async () => {
    await aSubmittedPlan(portal, await aDraft(portal));
    const whole = { target: 'user:default/mia', detail: '{}' };
    const broken = () => portal.ctx.db.knex('deliveries').where({ target: whole.target });
    await broken().update({ detail: '{' });
    const people = (cards: readonly ClaimedDelivery[]) =>
      cards.map(({ target }) => (target.kind === 'person' ? target.person.ref : target.channel));
    expect(people(await claim()).sort()).toEqual([
      'C0APPROVE',
      'user:default/ravi',
      'user:default/rosa',
    ]);
    expect(await broken().first()).toMatchObject({
      state: 'pending',
      attempts: 1,
      error: expect.stringContaining('could not be drawn'),
    });
    expect(await claim()).toEqual([]);
    await broken().update({ detail: whole.detail });
    portal.clock.pass(16);
    expect(people(await claim())).toEqual([whole.target]);
  });

  it('waits after an unclear answer, and then has the next worker look before it posts', async () => {
    await aSubmittedPlan(portal, await aDraft(portal));
    const [card] = await claim('w', 1);
    if (!card) throw new Error('Nothing was claimed');
    await portal.bot('settleDelivery', {
      params: { id: card.id },
      body: { token: card.token, outcome: { result: 'unclear', error: 'time-out' } },
    });
    expect((await claim()).map(({ id }) => id)).not.toContain(card.id);
    portal.clock.pass(16);
    const again = await claim();
    expect(again.find(({ id }) => id === card.id)).toMatchObject({ mayHavePosted: true });
  });

  it('keeps the order within a lane: what comes after waits for what came before', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const cards = await claim();
    await portal.as('mia')('decide', {
      params: { id: plan.id },
      body: { verdict: 'approve', contentHash: plan.contentHash },
    });
    expect((await claim()).map(({ body }) => body.kind)).toEqual(['outcome-notice']);
    for (const card of cards) await sent(card);
    expect((await claim()).map(({ act }) => act)).toEqual(['update', 'update', 'update', 'update']);
  });

  it('withholds the updates of a card that could not be sent', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    for (const { id, token } of await claim()) {
      await portal.bot('settleDelivery', {
        params: { id },
        body: {
          token,
          outcome: { result: 'failed', error: 'is_archived: choose another channel' },
        },
      });
    }
    await portal.as('mia')('decide', {
      params: { id: plan.id },
      body: { verdict: 'approve', contentHash: plan.contentHash },
    });
    expect((await drain()).map(({ body }) => body.kind)).toEqual(['outcome-notice']);
    const seen = await portal.as('carla')('getPlan', { params: { id: plan.id } });
    expect(seen.deliveries.filter(({ state }) => state === 'failed')).toHaveLength(4);
  });

  it('lets people claim and settle nothing', async () => {
    const body = { worker: 'carla', limit: 1, leaseSeconds: 1 };
    expect(await refusalOf(portal.as('carla')('claimDeliveries', { body }))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
  });
});
