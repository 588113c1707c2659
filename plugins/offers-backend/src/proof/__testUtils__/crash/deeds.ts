import { randomUUID } from 'node:crypto';
import { aDraft, anApprovedPlan, aSubmittedPlan, decideOn } from '../../../__testUtils__/stories';
import { Victim } from './Victim';
import { claim, postAll, settle } from './bot';

/** Something that is done while the backend dies, asked for again until it is answered, and how often it was done. */
export interface Deed {
  ask(): Promise<unknown>;
  /** what was done, as often as it was; once is expected of each */
  done(): Promise<string[]>;
}

/** What a deed is expected to leave, each once; and how it begins. */
export interface Kind {
  name: string;
  leaves: readonly string[];
  prepare(victim: Victim): Promise<Deed>;
}

const HOUR = 3_600;

async function logged({ portal }: Victim, subjectId: string, actions: readonly string[]) {
  const { items } = await portal.as('carla')('audit', { query: { subjectId, limit: 100 } });
  return items.map(({ action }) => action).filter(action => actions.includes(action));
}

/** One decides before, so that the decision of the deed is the one that approves. */
async function anAlmostApprovedPlan({ portal }: Victim) {
  const plan = await aSubmittedPlan(portal, await aDraft(portal));
  await decideOn(portal, 'rosa', plan);
  return plan;
}

/** A plan that two approved. */
async function approved({ portal }: Victim, local?: string) {
  const plan = await anApprovedPlan(portal, await aDraft(portal), local);
  return decideOn(portal, 'rosa', plan);
}

/** The uses that the proof counts kills in. */
export const kinds: readonly Kind[] = [
  {
    name: 'submit',
    leaves: ['plan.submit'],
    async prepare(victim) {
      const carla = victim.portal.as('carla');
      const { id: offerId } = await aDraft(victim.portal);
      const { id, revision } = await carla('createPlan', {
        body: {
          scenario: 'new',
          offerIds: [offerId],
          release: { local: '2027-01-10T09:00', zone: 'UTC' },
        },
      });
      return {
        ask: () => carla('submitPlan', { params: { id }, revision }),
        done: () => logged(victim, id, ['plan.submit']),
      };
    },
  },
  {
    name: 'decide',
    leaves: ['plan.approve'],
    async prepare(victim) {
      const { id, contentHash } = await anAlmostApprovedPlan(victim);
      const before = await logged(victim, id, ['plan.approve']);
      const body = { verdict: 'approve' as const, contentHash };
      const asked = { params: { id }, body, idempotencyKey: randomUUID() };
      return {
        ask: () => victim.portal.as('mia')('decide', asked),
        done: async () => (await logged(victim, id, ['plan.approve'])).slice(before.length),
      };
    },
  },
  {
    name: 'release',
    leaves: ['offer.publish', 'plan.release'],
    async prepare(victim) {
      const { id, contentHash, offers } = await approved(victim);
      const asked = { params: { id }, body: { contentHash }, idempotencyKey: randomUUID() };
      return {
        ask: () => victim.portal.as('carla')('releasePlan', asked),
        done: async () => [
          ...(await logged(victim, offers[0]?.id ?? '', ['offer.publish'])),
          ...(await logged(victim, id, ['plan.release'])),
        ],
      };
    },
  },
  {
    name: 'claim',
    leaves: ['all posted once'],
    async prepare(victim) {
      const { portal } = victim;
      await postAll(portal);
      const { id } = await aSubmittedPlan(portal, await aDraft(portal));
      return {
        ask: () => claim(portal),
        async done() {
          // What was claimed by one that died, or by whoever heard nothing, is free when its lease is over.
          portal.clock.pass(61);
          const posted = await postAll(portal);
          const { deliveries } = await portal.as('carla')('getPlan', { params: { id } });
          const left = deliveries.filter(({ state }) => state !== 'sent').map(({ state }) => state);
          const isOnce = new Set(posted).size === posted.length && posted.length > 0;
          return [...left, isOnce ? 'all posted once' : `posted ${posted}`];
        },
      };
    },
  },
  {
    name: 'settle',
    leaves: ['sent'],
    async prepare(victim) {
      const { portal } = victim;
      await postAll(portal);
      const { id } = await aSubmittedPlan(portal, await aDraft(portal));
      const [first] = await claim(portal);
      if (!first) throw new Error('Nothing was to be sent');
      return {
        ask: () => settle(portal, first),
        async done() {
          const { deliveries } = await portal.as('carla')('getPlan', { params: { id } });
          return deliveries.filter(each => each.id === first.id).map(({ state }) => state);
        },
      };
    },
  },
  {
    name: 'announce',
    leaves: ['announced', 'offer.available'],
    async prepare(victim) {
      const { portal } = victim;
      const local = new Date(portal.clock.now().getTime() + HOUR * 1_000)
        .toISOString()
        .slice(0, 16);
      const { id, contentHash, offers } = await approved(victim, local);
      await portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
      await postAll(portal);
      portal.clock.pass(2 * HOUR);
      const offer = offers[0]?.id ?? '';
      return {
        ask: async () => {
          await victim.sweep();
          return claim(portal);
        },
        async done() {
          portal.clock.pass(61);
          const posted = await postAll(portal);
          const said = posted.filter(key => key.startsWith(`offer:${offer}:v1:available`));
          return [
            ...said.map(() => 'announced'),
            ...(await logged(victim, offer, ['offer.available'])),
          ];
        },
      };
    },
  },
];
