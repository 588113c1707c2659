import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan } from '../__testUtils__/stories';

describe.each(databaseKinds)('what is said about a plan on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterEach(() => portal.stop());

  /** Sends what is due; its messages stand in the channel of whom they are for. */
  const drain = async (): Promise<ClaimedDelivery[]> => {
    const all: ClaimedDelivery[] = [];
    for (;;) {
      const { deliveries } = await portal.bot('claimDeliveries', {
        body: { worker: 'w', limit: 50, leaseSeconds: 60 },
      });
      if (deliveries.length === 0) return all;
      for (const delivery of deliveries) {
        const { id, token, target } = delivery;
        const channel = target.kind === 'channel' ? target.channel : `D-${target.person.ref}`;
        const outcome = { result: 'sent' as const, channel, ts: `${all.length}.${id}` };
        await portal.bot('settleDelivery', { params: { id }, body: { token, outcome } });
        all.push({ ...delivery, message: { channel, ts: outcome.ts } });
      }
    }
  };
  const saidIn = (deliveries: readonly ClaimedDelivery[]) =>
    deliveries
      .flatMap(({ act, target, body }) =>
        body.kind === 'plan-comment'
          ? [
              `${act} ${body.as} ${target.kind === 'channel' ? target.channel : target.person.ref.slice(13)}`,
            ]
          : [],
      )
      .sort();

  it('reaches the author; the answer reaches the asker, and every thread under a card', async () => {
    const { id } = await aSubmittedPlan(portal, await aDraft(portal));
    await drain();
    const asked = await portal.as('mia')('commentOnPlan', {
      params: { id },
      body: { text: 'Why now?' },
    });
    portal.clock.pass(1);
    const first = await drain();
    const threads = ['C0APPROVE', 'mia', 'ravi', 'rosa'].map(who => `reply remark ${who}`);
    expect(saidIn(first)).toEqual(['post question carla', ...threads]);
    await portal.as('carla')('commentOnPlan', {
      params: { id },
      body: { text: 'It was asked for', answers: asked.id },
    });
    const second = await drain();
    expect(saidIn(second)).toEqual(['post answer mia', ...threads]);
    const body = second.find(({ act }) => act === 'post')?.body;
    expect(body).toMatchObject({
      author: { name: 'carla of the tests' },
      text: 'It was asked for',
      question: { author: { ref: 'user:default/mia' }, text: 'Why now?' },
    });
    const { items } = await portal.as('nils')('listPlanComments', { params: { id } });
    expect(items.map(({ author, text }) => [author, text])).toEqual([
      ['user:default/mia', 'Why now?'],
      ['user:default/carla', 'It was asked for'],
    ]);
  });

  it('is found by the message in whose thread it is said, and is not said there again', async () => {
    const { id } = await aSubmittedPlan(portal, await aDraft(portal));
    const cards = await drain();
    const place = cards.find(({ target }) => target.kind === 'channel')?.message;
    if (!place) throw new Error('no card');
    const { channel, ts } = place;
    const about = (who: string, message = { channel, ts }) =>
      portal.as(who)('planOfMessage', { query: message });
    expect(await about('mia')).toEqual({ planId: id });
    expect(await about('carla')).toEqual({ planId: id });
    const asked = await portal.as('mia')('commentOnPlan', {
      params: { id },
      body: { text: 'Why now?', place: { channel, ts } },
    });
    const told = await drain();
    expect(saidIn(told)).not.toContain('reply remark C0APPROVE');
    expect(await about('carla')).toEqual({ planId: id, answers: asked.id });
    const question = told.find(({ act }) => act === 'post')?.message;
    const { channel: direct = '', ts: of = '' } = question ?? {};
    expect(await about('carla', { channel: direct, ts: of })).toEqual({
      planId: id,
      answers: asked.id,
    });
  });

  it('[rule 1] is for those who read the plan, and nobody learns that it is about one', async () => {
    const { id } = await aSubmittedPlan(portal, await aDraft(portal));
    const [card] = await drain();
    const { channel = '', ts = '' } = card?.message ?? {};
    const found = (who: string, at: string) =>
      refusalOf(portal.as(who)('planOfMessage', { query: { channel, ts: at } }));
    expect(await found('ada', ts)).toEqual(await found('ada', '1.1'));
    const say = portal.as('ada')('commentOnPlan', { params: { id }, body: { text: 'Me too' } });
    expect(await refusalOf(say)).toEqual({ status: 403, code: 'not-allowed' });
  });

  it('[rule 5] is said once, however often it is sent', async () => {
    const { id } = await aSubmittedPlan(portal, await aDraft(portal));
    const say = () =>
      portal.as('mia')('commentOnPlan', {
        params: { id },
        body: { text: 'Why now?' },
        idempotencyKey: 'one-click',
      });
    expect((await say()).id).toBe((await say()).id);
    const { items } = await portal.as('mia')('listPlanComments', { params: { id } });
    expect(items).toHaveLength(1);
  });

  it('answers nothing of another plan', async () => {
    const { id } = await aSubmittedPlan(portal, await aDraft(portal));
    const other = await aSubmittedPlan(portal, await aDraft(portal));
    const asked = await portal.as('mia')('commentOnPlan', {
      params: { id: other.id },
      body: { text: 'Why now?' },
    });
    const say = portal.as('carla')('commentOnPlan', {
      params: { id },
      body: { text: 'Here', answers: asked.id },
    });
    expect(await refusalOf(say)).toEqual({ status: 400, code: 'invalid-input' });
  });
});
