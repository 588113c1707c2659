import { mockServices } from '@backstage/backend-test-utils';
import { EventParams } from '@backstage/plugin-events-node';
import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { principalsOf } from '../__testUtils__/organisation';
import { CommittedEvents } from '../audit/CommittedEvents';
import { isVisibleTo, mayReadPlans } from './__testUtils__/oracle';
import { proofKinds } from './__testUtils__/kinds';
import { costOf, PlantKey, plantKeys, wordsIn } from './__testUtils__/plants';
import { aWorld, World } from './__testUtils__/world';

/** Every word that an offer of the proofs is known by. */
const wordsOf = (key: PlantKey) => [...Object.values(wordsIn(key)), costOf(key)];

const nameOf = (ref: string) => ref.replace(/^.*\//, '');

/** What goes out by itself, without anybody asking: to other plugins, to browsers, to Slack. */
describe.each(proofKinds)('what is told unasked on %s', kind => {
  const sent: EventParams[] = [];
  const bus = {
    publish: async (params: EventParams) => void sent.push(params),
    subscribe: async () => {},
  };
  const committed = new CommittedEvents(bus, mockServices.logger.mock(), 5);
  const claimed: ClaimedDelivery[] = [];
  let world: World;

  beforeAll(async () => {
    world = await aWorld(kind, { afterCommit: committed.publish });
    // On PostgreSQL the server's clock decides what is due; here it is that of the proofs.
    world.portal.ctx.db.now = async () => world.portal.clock.now().toISOString();
    await committed.settled();
    await claimAll();
  });
  afterAll(() => world.portal.stop());

  async function claimAll(): Promise<void> {
    const { bot } = world.portal;
    const { deliveries } = await bot('claimDeliveries', { body: { worker: 'proof', limit: 50 } });
    for (const { id, token } of deliveries) {
      const outcome = { result: 'sent' as const, channel: 'C0PROOF00', ts: id };
      await bot('settleDelivery', { params: { id }, body: { token, outcome } });
    }
    claimed.push(...deliveries);
    if (deliveries.length > 0) await claimAll();
  }

  test('[rule 1] events name things by their ids, and hints to browsers name nothing', () => {
    const events = sent.filter(({ topic }) => topic.startsWith('offers.'));
    const hints = sent.filter(({ topic }) => topic === 'signals');
    expect(events.length).toBeGreaterThan(plantKeys.length);
    expect(hints.length).toBeGreaterThan(0);
    const told = JSON.stringify(sent.map(({ eventPayload }) => eventPayload));
    expect(plantKeys.flatMap(wordsOf).filter(word => told.includes(word))).toEqual([]);
    const hinted = JSON.stringify(hints.map(({ eventPayload }) => eventPayload));
    const ids = [...world.offers.values()].flatMap(({ id, planId }) => [id, planId ?? id]);
    expect(ids.filter(id => hinted.includes(id))).toEqual([]);
  });

  test('[rule 1] a channel hears of offers that all its readers may see, and nothing confidential', () => {
    const heard = claimed.filter(
      ({ body, target }) => body.kind === 'announcement' && target.kind === 'channel',
    );
    expect(heard.length).toBeGreaterThan(0);
    // Ben reads the channel, and is nothing but an engineer.
    const hidden = plantKeys.filter(key => key === 'canary' || !isVisibleTo('ben', key));
    const secrets = [
      ...hidden.flatMap(wordsOf),
      ...plantKeys.flatMap(key => [wordsIn(key).staff, wordsIn(key).plan, costOf(key)]),
    ];
    const said = JSON.stringify(heard);
    expect(secrets.filter(secret => said.includes(secret))).toEqual([]);
  });

  test('[rule 1] what is coming is told to those who read every offer, without cost or plan', () => {
    const told = claimed.filter(
      ({ body, target }) => body.kind === 'announcement' && target.kind === 'person',
    );
    const people = told.flatMap(({ target }) =>
      target.kind === 'person' ? [target.person.ref] : [],
    );
    // Operations; the proofs configure no managers of consumers.
    expect(new Set(people)).toEqual(new Set(['user:default/nils']));
    const secrets = plantKeys.flatMap(key => [wordsIn(key).staff, wordsIn(key).plan, costOf(key)]);
    const said = JSON.stringify(told);
    expect(secrets.filter(secret => said.includes(secret))).toEqual([]);
  });

  test('[rule 1] cards with cost and margin go to those who read plans, and to the channel of approvals', () => {
    const cards = claimed.filter(({ body }) => body.kind === 'approval-card');
    const approvals = world.portal.ctx.settings.approval.channel;
    const targets = cards.map(({ target }) =>
      target.kind === 'channel' ? target.channel : target.person.ref,
    );
    expect(targets).toContain('user:default/mia');
    expect(
      targets.filter(
        target => target !== approvals && !mayReadPlans(world, principalsOf(nameOf(target))),
      ),
    ).toEqual([]);
  });
});
