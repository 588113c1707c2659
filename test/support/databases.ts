import { contentSchema, slugSchema } from '@offerdesk/backstage-plugin-offers-common';
import { signIn } from './people';

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
 * Publishes databases that engineers can order, by one plan; their names are their titles with hyphens.
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
  for (const title of titles) {
    const { id } = await carla('createOffer', {
      body: {
        name: nameOf(title),
        interaction: 'provision',
        owner: 'group:default/platform-team',
        content: contentOf(title),
      },
    });
    offerIds.push(id);
  }
  const plan = await carla('createPlan', {
    body: {
      scenario: 'new',
      offerIds,
      release: { local: new Date().toISOString().slice(0, 16), zone: 'UTC' },
      note: 'For the pages.',
    },
  });
  const submitted = await carla('submitPlan', {
    params: { id: plan.id },
    revision: plan.revision,
  });
  const { contentHash } = submitted;
  await mia('decide', { params: { id: plan.id }, body: { verdict: 'approve', contentHash } });
  await carla('releasePlan', { params: { id: plan.id }, body: { contentHash } });
  return offerIds;
}
