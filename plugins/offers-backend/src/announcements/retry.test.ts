import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal, usualSettings } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan } from '../__testUtils__/stories';

const ARCHIVED = 'is_archived: unarchive it';

describe.each(databaseKinds)('what could not be delivered on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind, {
      settings: { roles: { ...usualSettings.roles, operationsManager: [] } },
    });
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterEach(() => portal.stop());

  const claim = async (): Promise<ClaimedDelivery[]> =>
    (await portal.bot('claimDeliveries', { body: { worker: 'w', limit: 50 } })).deliveries;
  const settle = (
    { id, token }: ClaimedDelivery,
    outcome: { result: 'sent'; channel: string; ts: string } | { result: 'failed'; error: string },
  ) => portal.bot('settleDelivery', { params: { id }, body: { token, outcome } });
  const sent = (delivery: ClaimedDelivery, ts = '1.1') =>
    settle(delivery, { result: 'sent', channel: 'C1', ts });
  const failed = (delivery: ClaimedDelivery, error = ARCHIVED) =>
    settle(delivery, { result: 'failed', error });
  const list = async () => (await portal.as('carla')('listFailedDeliveries', { query: {} })).items;
  const retry = (id: string, body = {}) =>
    portal.as('carla')('retryDelivery', { params: { id }, body });

  const aPlanWithCards = async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const cards = await claim();
    return { plan, cards, channel: cards.filter(({ target }) => target.kind === 'channel') };
  };
  const approve = ({ id, contentHash }: { id: string; contentHash: string }) =>
    portal.as('mia')('decide', { params: { id }, body: { verdict: 'approve', contentHash } });

  it('is listed with what to do and what it is about, page by page, for catalog managers alone', async () => {
    const { plan, cards } = await aPlanWithCards();
    for (const card of cards) await failed(card);
    const { items, nextCursor } = await portal.as('carla')('listFailedDeliveries', {
      query: { limit: 1 },
    });
    expect(items).toMatchObject([
      { kind: 'approval-card', error: ARCHIVED, about: { planId: plan.id, title: plan.title } },
    ]);
    const rest = await portal.as('carla')('listFailedDeliveries', {
      query: { limit: 100, ...(nextCursor ? { cursor: nextCursor } : {}) },
    });
    expect(rest.items).toHaveLength(cards.length - 1);
    for (const who of ['mia', 'nils', 'ada']) {
      expect(await refusalOf(portal.as(who)('listFailedDeliveries', { query: {} }))).toEqual({
        status: 403,
        code: 'not-allowed',
      });
    }
  });

  it('[rule 6] is sent again when it is mended, with everything that belongs to it', async () => {
    const { plan, cards, channel } = await aPlanWithCards();
    const [lost] = channel;
    if (!lost) throw new Error('no card of the channel');
    for (const card of cards.filter(({ id }) => id !== lost.id)) await sent(card, card.id);
    await approve(plan);
    await failed(lost);
    await retry(lost.id);
    const again = await claim();
    expect(again.filter(({ id }) => id === lost.id)).toMatchObject([
      { mayHavePosted: false, body: { card: { state: 'approved' } } },
    ]);
    const acts: string[] = [];
    for (let all = again; all.length > 0; all = await claim()) {
      for (const delivery of all) {
        if (delivery.target.kind === 'channel') acts.push(delivery.act);
        await sent(delivery, delivery.id);
      }
    }
    expect(acts).toEqual(['post', 'update', 'reply']);
    expect(await list()).toEqual([]);
  });

  it('posts a message anew that its update did not find, once, and the thread follows it', async () => {
    const { plan, cards, channel } = await aPlanWithCards();
    for (const card of cards) await sent(card, `first.${card.id}`);
    await approve(plan);
    const of = (all: ClaimedDelivery[]) => all.filter(({ target }) => target.kind === 'channel');
    const [update] = of(await claim());
    if (!update) throw new Error('no update');
    await failed(update, 'message_not_found: the message was deleted in Slack');
    const [reply] = of(await claim());
    if (!reply) throw new Error('no reply');
    await failed(reply, 'message_not_found: the message was deleted in Slack');
    await retry(reply.id);
    expect(await refusalOf(retry(update.id))).toEqual({ status: 409, code: 'wrong-state' });
    const [posted, ...others] = of(await claim());
    expect(others).toEqual([]);
    expect(posted).toMatchObject({ id: channel[0]?.id, act: 'post', mayHavePosted: false });
    if (posted) await sent(posted, 'second');
    expect(of(await claim())).toMatchObject([
      { act: 'reply', message: { channel: 'C1', ts: 'second' } },
    ]);
  });

  it('[rule 5] looks for an earlier attempt, unless somebody has looked', async () => {
    const { cards } = await aPlanWithCards();
    const [first, second] = cards;
    if (!first || !second) throw new Error('no cards');
    await portal.bot('settleDelivery', {
      params: { id: first.id },
      body: { token: first.token, outcome: { result: 'unclear', error: 'silence' } },
    });
    portal.clock.pass(60);
    const again = (await claim()).find(({ id }) => id === first.id);
    if (!again) throw new Error('not claimed again');
    await failed(again, 'too much has been written since');
    await retry(first.id);
    const looked = (await claim()).find(({ id }) => id === first.id);
    expect(looked?.mayHavePosted).toBe(true);
    if (looked) await failed(looked, 'too much has been written since');
    await retry(first.id, { notThere: true });
    expect((await claim()).find(({ id }) => id === first.id)?.mayHavePosted).toBe(false);
  });

  it('[rule 5] two who press at once send it once, and what has not failed is not sent again', async () => {
    const { cards } = await aPlanWithCards();
    const [card] = cards;
    if (!card) throw new Error('no card');
    await failed(card);
    const pressed = await Promise.all(
      [1, 2, 3].map(() =>
        retry(card.id).then(
          () => 'done',
          () => 'refused',
        ),
      ),
    );
    expect(pressed.sort()).toEqual(['done', 'refused', 'refused']);
    expect((await claim()).filter(({ id }) => id === card.id)).toHaveLength(1);
  });
});
