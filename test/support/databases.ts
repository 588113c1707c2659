import {
  contentSchema,
  slugSchema,
  type CallOutput,
} from '@offerdesk/backstage-plugin-offers-common';
import { signIn, type Caller } from './people';

const ENGINEERS = { allow: ['group:default/engineers'] };

/** An offer with something in every part of its page. */
export const contentOf = (title: string) =>
  contentSchema.parse({
    information: {
      title,
      summary: 'A database that somebody looks after.',
      category: 'databases',
      tags: ['sql'],
      description:
        '## What it is\n\nA **managed** database.\n\n| size | memory |\n| --- | --- |\n| small | 2 GB |',
    },
    product: { entities: [{ ref: 'component:default/payments-ledger', role: 'instance' }] },
    access: { see: ENGINEERS, order: ENGINEERS },
    pricing: {
      priceLists: [
        {
          currency: 'EUR',
          charges: [
            { kind: 'recurring', label: 'Use', amount: '120', period: 'month' },
            { kind: 'usage', label: 'Traffic', amount: '0.09', unit: 'GB' },
          ],
        },
      ],
      costs: [{ label: 'Cloud', currency: 'EUR', amount: '60', period: 'month' }],
      marginFloorPercent: '5',
    },
    terms: {
      delivery: 'With credentials.',
      leadTimeDays: 2,
      serviceLevels: [{ name: 'Availability', target: '99.9 %' }],
    },
    options: {
      schema: {
        type: 'object',
        properties: {
          size: { type: 'string', title: 'Size', enum: ['small', 'large'], default: 'small' },
          nodes: { type: 'integer', title: 'Nodes', minimum: 1, maximum: 9, default: 3 },
          encrypted: { type: 'boolean', title: 'Encrypted', default: true },
        },
      },
      toggles: [{ key: 'backup', title: 'Backup', owner: 'group:default/platform-team' }],
    },
    plans: {
      fulfilment: {
        driver: 'manual',
        reference: 'queue',
        parties: [{ kind: 'internal', ref: 'group:default/platform-team' }],
      },
      support: {
        reference: '#help',
        parties: [{ kind: 'internal', ref: 'group:default/platform-team' }],
      },
    },
    knowledge: {
      runbooks: [{ title: 'Restart', url: 'https://runbooks.example.com/restart' }],
      documents: [{ title: 'Handbook', url: 'https://docs.example.com/handbook' }],
    },
  });

const nameOf = (title: string) => slugSchema.parse(title.toLowerCase().replace(/\W+/g, '-'));

/**
 * Writes the draft of a database that misses nothing; its name is its title with hyphens.
 *
 * @returns its id
 */
export async function draftOf(carla: Caller, title: string): Promise<string> {
  const { id } = await carla('createOffer', {
    body: {
      name: nameOf(title),
      interaction: 'provision',
      owner: 'group:default/platform-team',
      content: contentOf(title),
    },
  });
  return id;
}

/** A plan that was submitted: which, and the content that decisions are about. */
type Submitted = Pick<CallOutput<'submitPlan'>, 'id' | 'contentHash'>;

/** Submits new offers in one plan, to be released now. */
export async function submitted(carla: Caller, offerIds: string[]): Promise<Submitted> {
  const plan = await carla('createPlan', {
    body: {
      scenario: 'new',
      offerIds,
      release: { local: new Date().toISOString().slice(0, 16), zone: 'UTC' },
      note: 'For the pages.',
    },
  });
  return carla('submitPlan', { params: { id: plan.id }, revision: plan.revision });
}

/** Approves a plan, and releases it. */
export async function releasedBy(
  { carla, mia }: { carla: Caller; mia: Caller },
  { id, contentHash }: Submitted,
): Promise<void> {
  await mia('decide', { params: { id }, body: { verdict: 'approve', contentHash } });
  await carla('releasePlan', { params: { id }, body: { contentHash } });
}

/**
 * Publishes databases that engineers can order, by one plan.
 *
 * @returns their ids
 */
export async function publishDatabases(
  portal: string,
  titles: readonly string[],
): Promise<string[]> {
  const carla = await signIn(portal, 'carla');
  const mia = await signIn(portal, 'mia');
  const offerIds: string[] = [];
  for (const title of titles) offerIds.push(await draftOf(carla, title));
  await releasedBy({ carla, mia }, await submitted(carla, offerIds));
  return offerIds;
}
