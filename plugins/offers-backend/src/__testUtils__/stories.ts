import {
  CallInput,
  ContentInput,
  ManagedOffer,
  Plan,
  Verdict,
} from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { TestPortal } from './portal';

/** As much of a portal as people need: it may be another process. */
type People = Pick<TestPortal, 'as'>;

/** A content that misses nothing, for the engineers; `changes` replaces whole parts. */
export function completeContent(changes: Partial<ContentInput> = {}): ContentInput {
  return {
    information: {
      title: 'PostgreSQL for production',
      summary: 'A managed database',
      category: 'databases',
      tags: ['sql'],
    },
    product: { entities: [{ ref: 'component:default/checkout-api', role: 'product' }] },
    access: {
      see: { allow: ['group:default/engineers'] },
      order: { allow: ['group:default/payments-team'] },
    },
    pricing: {
      priceLists: [
        {
          currency: 'EUR',
          charges: [{ kind: 'recurring', label: 'Fee', amount: '100', period: 'month' }],
        },
      ],
      costs: [{ label: 'Licence', currency: 'EUR', amount: '70', period: 'month' }],
      marginFloorPercent: '10',
    },
    terms: { delivery: 'Delivered within the lead time.', leadTimeDays: 2 },
    plans: {
      fulfilment: {
        driver: 'manual',
        reference: 'queue',
        parties: [{ kind: 'internal', ref: 'group:default/operations' }],
      },
      support: {
        reference: 'desk',
        parties: [{ kind: 'internal', ref: 'group:default/operations' }],
      },
    },
    knowledge: {
      runbooks: [{ title: 'Connect', url: 'https://runbooks.test/connect' }],
      documents: [{ title: 'Manual', url: 'https://docs.test/manual' }],
    },
    ...changes,
  };
}

/** When plans of the stories release, in UTC. */
export const RELEASE = '2026-12-10T09:00';

/** A draft that Carla wrote. */
export async function aDraft(
  portal: People,
  changes: Partial<ContentInput> = {},
  name = `offer-${randomUUID()}`,
): Promise<ManagedOffer> {
  return portal.as('carla')('createOffer', {
    body: {
      name,
      interaction: 'provision',
      owner: 'group:default/operations',
      content: completeContent(changes),
    },
  });
}

/** A plan of Carla's that waits for a decision: a new offer, or a change of one that was published. */
export async function aSubmittedPlan(
  portal: People,
  offer: ManagedOffer,
  local = RELEASE,
): Promise<Plan> {
  const carla = portal.as('carla');
  const scenario = offer.versions.length > 0 ? 'change' : 'new';
  const plan = await carla('createPlan', {
    body: { scenario, offerIds: [offer.id], release: { local, zone: 'UTC' } },
  });
  return carla('submitPlan', { params: { id: plan.id }, revision: plan.revision });
}

/** A plan that Mia approved. */
export async function anApprovedPlan(
  portal: People,
  offer: ManagedOffer,
  local = RELEASE,
): Promise<Plan> {
  const plan = await aSubmittedPlan(portal, offer, local);
  return portal.as('mia')('decide', {
    params: { id: plan.id },
    body: { verdict: 'approve', contentHash: plan.contentHash },
  });
}

/** A plan that ends an offer and that Mia approved. */
export async function anApprovedEnd(
  portal: People,
  { id: offerId }: { id: string },
  ends = '2027-03-01T00:00',
): Promise<Plan> {
  const carla = portal.as('carla');
  const { id, revision } = await carla('createPlan', {
    body: {
      scenario: 'terminate',
      release: { local: RELEASE, zone: 'UTC' },
      terminations: [
        {
          offerId,
          ends: { local: ends, zone: 'UTC' },
          noReplacement: 'Nobody uses it',
          subscriptions: { when: 'end' },
          reason: 'Too old',
        },
      ],
    },
  });
  const { contentHash } = await carla('submitPlan', { params: { id }, revision });
  return portal.as('mia')('decide', {
    params: { id },
    body: { verdict: 'approve', contentHash },
  });
}

/** Changes of structure and views, as a plan is asked to bring them. */
export type AskedChanges = NonNullable<CallInput<'createPlan'>['body']['changes']>;

/** A plan of Carla's that changes the structure, and nothing else, and waits for a decision. */
export async function aSubmittedChange(
  portal: People,
  changes: AskedChanges,
  local = RELEASE,
): Promise<Plan> {
  const carla = portal.as('carla');
  const { id, revision } = await carla('createPlan', {
    body: {
      scenario: 'change',
      title: 'Other structure',
      changes,
      release: { local, zone: 'UTC' },
    },
  });
  return carla('submitPlan', { params: { id }, revision });
}

/** The same, approved by Mia and released. */
export async function aReleasedChange(
  portal: People,
  changes: AskedChanges,
  local = RELEASE,
): Promise<Plan> {
  const { id, contentHash } = await aSubmittedChange(portal, changes, local);
  const body = { contentHash };
  await portal.as('mia')('decide', { params: { id }, body: { ...body, verdict: 'approve' } });
  return portal.as('carla')('releasePlan', { params: { id }, body });
}

/** An offer that was published for the release date. */
export async function aPublishedOffer(
  portal: People,
  changes: Partial<ContentInput> = {},
  { name, local = RELEASE }: { name?: string; local?: string } = {},
): Promise<ManagedOffer> {
  const offer = await aDraft(portal, changes, name);
  const plan = await anApprovedPlan(portal, offer, local);
  await portal.as('carla')('releasePlan', {
    params: { id: plan.id },
    body: { contentHash: plan.contentHash },
  });
  return offer;
}

/** A person's decision on a plan as they saw it. */
export async function decideOn(
  portal: People,
  who: string,
  plan: { id: string; contentHash: string },
  verdict: Verdict = 'approve',
  reason?: string,
): Promise<Plan> {
  return portal.as(who)('decide', {
    params: { id: plan.id },
    body: { verdict, contentHash: plan.contentHash, reason },
  });
}

/** A person's edit of a draft: the complete content with some parts replaced. */
export async function editDraftOf(
  portal: People,
  who: string,
  id: string,
  changes: Partial<ContentInput>,
): Promise<ManagedOffer> {
  const offer = await portal.as(who)('getOffer', { params: { id } });
  return portal.as(who)('putDraft', {
    params: { id },
    revision: offer.revision,
    body: { owner: offer.owner, content: completeContent(changes) },
  });
}

/** A material change: a lower price. */
export const cheaper: Partial<ContentInput> = {
  pricing: {
    ...completeContent().pricing,
    priceLists: [
      {
        currency: 'EUR',
        charges: [{ kind: 'recurring', label: 'Fee', amount: '90', period: 'month' }],
      },
    ],
  },
};

/** The next version of a published offer as Carla's draft, with some parts replaced. */
export async function aNextVersion(
  portal: People,
  { id }: { id: string },
  changes: Partial<ContentInput> = cheaper,
): Promise<ManagedOffer> {
  await portal.as('carla')('startNextVersion', { params: { id }, body: {} });
  return editDraftOf(portal, 'carla', id, changes);
}

/** What is left of the parameters of a story when the portal is known. */
export type DropFirst<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;
