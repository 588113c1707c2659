import {
  aDraft,
  anApprovedPlan,
  aPublishedOffer,
  aSubmittedPlan,
  completeContent,
  decideOn,
} from '../../../__testUtils__/stories';
import { DemandDesk } from '../../../__testUtils__/demandStories';
import { TestPortal } from '../../../__testUtils__/portal';
import { makeDigests } from '../../../announcements/digests';
import { tellPeople } from '../../../announcements/tellPeople';
import { rebuildListing } from '../../../catalogue/rebuild';
import { checkLinks } from '../../../links/sweep';
import { expirePlans } from '../../../plans/expire';
import { seedStructure } from '../../../structure/seed';
import { recordTurns } from '../../../timeline/recordTurns';
import { noticeRace } from './notices';
import { olderRace } from './older';
import { quietRace } from './quiet';
import { counted, Race } from './race';

const logged = ({ ctx }: TestPortal, action: string, subject: string) =>
  counted(ctx.db.knex('audit').where({ action, subject_id: subject }));

const claim = (portal: TestPortal, worker: string) =>
  portal.bot('claimDeliveries', { body: { worker, limit: 50, leaseSeconds: 60 } });

/** Nothing of what came before is left to be sent. */
async function drain(portal: TestPortal): Promise<void> {
  for (;;) {
    const { deliveries } = await claim(portal, 'drain');
    if (deliveries.length === 0) return;
    await Promise.all(
      deliveries.map(({ id, token }) => {
        const outcome = { result: 'sent' as const, channel: 'C0', ts: id };
        return portal.bot('settleDelivery', { params: { id }, body: { token, outcome } });
      }),
    );
  }
}

const ADA = 'user:default/ada';
const BEN = 'user:default/ben';

/** The races that no single operation stands for. */
export const races: readonly Race[] = [
  {
    name: 'two who decide at once',
    async prepare({ first }) {
      const plan = await aSubmittedPlan(first, await aDraft(first));
      const people = ['mia', 'rosa', 'mia', 'ravi'];
      return {
        contend: (portal, turn) => decideOn(portal, people[turn % 4] ?? 'mia', plan),
        done: async () =>
          (await counted(first.ctx.db.knex('plan_decisions').where({ plan_id: plan.id }))) *
          (await logged(first, 'plan.approve', plan.id)),
      };
    },
  },
  {
    name: 'one announcement of a release',
    async prepare({ first }) {
      const offer = await aDraft(first);
      const { id, contentHash } = await anApprovedPlan(first, offer);
      return {
        contend: portal =>
          portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } }),
        done: async () => {
          const { knex } = first.ctx.db;
          const announced = await counted(
            knex('announcements').where({ offer_id: offer.id, kind: 'available' }),
          );
          const sent = await counted(
            knex('deliveries').where('key', 'like', `offer:${offer.id}:%:available:%`),
          );
          const released = await logged(first, 'plan.release', id);
          return announced * sent * released * (await logged(first, 'offer.publish', offer.id));
        },
      };
    },
  },
  {
    name: 'claims of deliveries',
    async prepare({ first }) {
      await drain(first);
      await aSubmittedPlan(first, await aDraft(first));
      const due = await counted(
        first.ctx.db
          .knex('deliveries')
          .where({ state: 'pending' })
          .where('due_at', '<=', first.clock.now().toISOString()),
      );
      const tokens: string[] = [];
      return {
        contend: async (portal, turn) => {
          const { deliveries } = await claim(portal, `worker-${turn}`);
          tokens.push(...deliveries.map(({ id }) => id));
        },
        done: async () => (new Set(tokens).size === tokens.length ? tokens.length : -1),
        once: due,
      };
    },
  },
  noticeRace,
  quietRace,
  {
    name: 'settlements with one token',
    async prepare({ first }) {
      await drain(first);
      await aSubmittedPlan(first, await aDraft(first));
      const { deliveries } = await claim(first, 'w');
      const [one] = deliveries;
      const { id = '', token = '' } = one ?? {};
      const before = await counted(first.ctx.db.knex('audit').where({ action: 'delivery.failed' }));
      const outcome = { result: 'failed' as const, error: 'channel_not_found' };
      return {
        contend: portal =>
          portal.bot('settleDelivery', { params: { id }, body: { token, outcome } }),
        done: async () =>
          (await counted(first.ctx.db.knex('audit').where({ action: 'delivery.failed' }))) - before,
      };
    },
  },
  {
    name: 'demands merged into each other',
    async prepare({ first }) {
      const desk = new DemandDesk(first);
      const [one, other] = [await desk.raise('ada'), await desk.raise('ben')];
      return {
        contend: (portal, turn) =>
          turn % 2 === 0
            ? new DemandDesk(portal).merge(one, other)
            : new DemandDesk(portal).merge(other, one),
        done: async () =>
          (await logged(first, 'demand.merge', one.id)) +
          (await logged(first, 'demand.merge', other.id)),
      };
    },
  },
  {
    name: 'offers of one name',
    async prepare({ first }) {
      const name = `offer-${first.ctx.newId()}`;
      return {
        contend: portal => aDraft(portal, {}, name),
        done: () => counted(first.ctx.db.knex('offers').where({ name })),
      };
    },
  },
  {
    name: 'price lists of one id',
    async prepare({ first }) {
      const id = first.ctx.newId();
      return {
        contend: portal =>
          portal.as('carla')('createPriceList', { body: { id, title: 'Kept', currency: 'EUR' } }),
        done: () => logged(first, 'price-list.create', id),
      };
    },
  },
  {
    name: 'plans of one offer',
    async prepare({ first }) {
      const [offer, other] = [await aDraft(first), await aDraft(first)];
      const release = { local: '2027-05-01T09:00', zone: 'UTC' };
      const carla = first.as('carla');
      const { id, revision } = await carla('createPlan', {
        body: { scenario: 'new', offerIds: [other.id], release },
      });
      return {
        contend: (portal, turn) =>
          turn === 0
            ? portal.as('carla')('patchPlan', {
                params: { id },
                revision,
                body: { offerIds: [other.id, offer.id] },
              })
            : portal.as('carla')('createPlan', {
                body: { scenario: 'new', offerIds: [offer.id], release },
              }),
        done: () =>
          counted(first.ctx.db.knex('plan_offers').where({ offer_id: offer.id, under_way: 1 })),
      };
    },
  },
  {
    name: 'records of what time did',
    async prepare({ first }) {
      const offer = await aPublishedOffer(
        first,
        {},
        { local: first.clock.now().toISOString().slice(0, 16) },
      );
      const plan = await anApprovedPlan(first, await aDraft(first), later(first, 60));
      const { id, contentHash } = plan;
      await first.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
      first.clock.pass(7_200);
      const [begun] = plan.offers;
      return {
        // Somebody acts on the offer meanwhile, and records for it what came due.
        contend: (portal, turn) =>
          turn === 0
            ? portal.as('nils')('suspendOffer', {
                params: { id: begun?.id ?? '' },
                body: { reason: 'It fails' },
              })
            : recordTurns(portal.ctx),
        done: async () =>
          (await logged(first, 'offer.available', begun?.id ?? '')) +
          (await logged(first, 'offer.available', offer.id)),
      };
    },
  },
  {
    name: 'instants at which people are told',
    async prepare({ first }) {
      const offer = await anOfferThatIsWanted(first);
      const { knex } = first.ctx.db;
      return {
        contend: portal => tellPeople(portal.ctx),
        done: async () => {
          const announced = await knex('announcements')
            .where({ offer_id: offer.id, kind: 'available' })
            .select('id');
          const ids = announced.map(({ id }) => id);
          const told = await counted(
            knex('deliveries').whereIn('announcement_id', ids).where({ target: ADA }),
          );
          const kept = await counted(
            knex('digest_items').whereIn('announcement_id', ids).where({ person: BEN }),
          );
          return told * kept;
        },
      };
    },
  },
  {
    name: 'digests that are due',
    async prepare({ first }) {
      await anOfferThatIsWanted(first);
      await tellPeople(first.ctx);
      const { knex } = first.ctx.db;
      const made = () => counted(knex('deliveries').where({ kind: 'digest', target: BEN }));
      const before = await made();
      first.clock.pass(86_400);
      return {
        contend: portal => makeDigests(portal.ctx),
        done: async () => (await made()) - before,
      };
    },
  },
  {
    name: 'approvals that expire',
    async prepare({ first }) {
      const plan = await aSubmittedPlan(first, await aDraft(first));
      first.clock.pass(31 * 86_400);
      return {
        contend: portal => expirePlans(portal.ctx),
        done: () => logged(first, 'plan.expire', plan.id),
      };
    },
  },
  {
    name: 'steps through the links',
    async prepare({ first }) {
      await aPublishedOffer(first, completeContent());
      const { knex } = first.ctx.db;
      const before = await knex('link_sweep').first();
      const steps: unknown[] = [];
      return {
        contend: async portal => {
          await checkLinks(portal.ctx, 1);
          steps.push(await knex('link_sweep').first());
        },
        done: async () => (JSON.stringify(steps.at(-1)) === JSON.stringify(before) ? 0 : 1),
      };
    },
  },
  {
    name: 'replicas that list anew',
    async prepare({ first }) {
      const offer = await aPublishedOffer(first);
      const { knex } = first.ctx.db;
      const rows = () => counted(knex('listed').where({ offer_id: offer.id }));
      const before = await rows();
      await knex('listing_state').update({ version: 0, rebuilt_to: '' });
      return { contend: portal => rebuildListing(portal.ctx), done: rows, once: before };
    },
  },
  olderRace,
  {
    name: 'replicas that bring the configured categories',
    async prepare({ all, first }) {
      const id = `c-${first.ctx.newId()}`;
      for (const { ctx } of all) {
        const categories = [...ctx.settings.categories, { id, title: 'New' }];
        Object.assign(ctx, { settings: { ...ctx.settings, categories } });
      }
      const entries = () =>
        counted(first.ctx.db.knex('audit').where({ action: 'structure.configure' }));
      const before = await entries();
      return {
        contend: portal => seedStructure(portal.ctx),
        done: async () => (await entries()) - before,
      };
    },
  },
  {
    name: 'many changes at once',
    async prepare({ first }) {
      const offers = [
        await aDraft(first),
        await aDraft(first),
        await aDraft(first),
        await aDraft(first),
      ];
      return {
        contend: (portal, turn) => {
          const { id = '', owner, revision = 0 } = offers[turn % 4] ?? {};
          const content = completeContent({ terms: { delivery: `By ${turn}`, leadTimeDays: 1 } });
          return portal.as('ravi')('putDraft', {
            params: { id },
            revision,
            body: { owner, content },
          });
        },
        done: async () => ((await first.as('carla')('checkAudit', {})).whole ? 1 : 0),
      };
    },
  },
];

/** An offer that Ada wants to hear of at once, and Ben in his digest. */
async function anOfferThatIsWanted(portal: TestPortal): Promise<{ id: string }> {
  const wants = (who: string, available: 'now' | 'daily') =>
    portal.as(who)('patchAnnouncementPreferences', { body: { kinds: { available } } });
  await wants('ada', 'now');
  await wants('ben', 'daily');
  const offer = await aPublishedOffer(portal, {}, { local: later(portal, 60) });
  portal.clock.pass(7_200);
  return offer;
}

function later({ clock }: TestPortal, minutes: number): string {
  return new Date(clock.now().getTime() + minutes * 60_000).toISOString().slice(0, 16);
}
