import { CallInput, ContentInput } from '@offerdesk/backstage-plugin-offers-common';
import { audience, PLATFORM, supported } from './common';

const entities = [{ ref: 'resource:default/kubernetes', role: 'product' as const }];
const byPlatform = [{ kind: 'internal' as const, ref: PLATFORM }];

const knowledge: ContentInput['knowledge'] = {
  documents: [{ title: 'What runs where', url: 'https://docs.offerdesk.example/kubernetes' }],
  runbooks: [
    {
      title: 'Deploy, scale and look into a namespace',
      url: 'https://runbooks.offerdesk.example/namespaces',
    },
  ],
  training: [
    { title: 'Kubernetes in an afternoon', url: 'https://learn.offerdesk.example/kubernetes' },
  ],
};

const sizes = {
  type: 'string',
  title: 'Size',
  description: 'Small: 2 cores and 8 GB. Medium: 8 cores and 32 GB. Large: 32 cores and 128 GB.',
  enum: ['small', 'medium', 'large'],
  default: 'small',
};

const more = (label: string, amount: string) =>
  ({
    kind: 'add',
    currency: 'EUR',
    charge: { kind: 'recurring', label, amount, period: 'month' },
  }) as const;

const monthly = (label: string, amount: string, cost: string): ContentInput['pricing'] => ({
  priceLists: [
    { currency: 'EUR', charges: [{ kind: 'recurring', label, amount, period: 'month' }] },
  ],
  costs: [{ label: 'Share of the cluster', currency: 'EUR', amount: cost, period: 'month' }],
  marginFloorPercent: '10',
});

const once = (label: string, amount: string, cost: string): ContentInput['pricing'] => ({
  priceLists: [{ currency: 'EUR', charges: [{ kind: 'one-off', label, amount }] }],
  costs: [{ label: 'Work', currency: 'EUR', amount: cost, period: 'once' }],
  marginFloorPercent: '0',
});

const byHand = {
  driver: 'manual' as const,
  reference: 'Queue of the platform team',
  parties: byPlatform,
};

/** What the platform team offers besides the cloud's: a namespace, and what one does with it afterwards. */
export const ownOffers: CallInput<'createOffer'>['body'][] = [
  {
    name: 'kubernetes-namespace',
    interaction: 'provision',
    owner: PLATFORM,
    content: {
      information: {
        title: 'Kubernetes namespace',
        summary: 'A place for your services, with limits, secrets, dashboards and a pipeline.',
        description:
          'A namespace in the shared clusters, for one product of one team.\n\n' +
          '- **Limits** as large as you choose, changed by another order.\n' +
          '- **Secrets** from the vault, never in a file.\n' +
          '- **Dashboards** for what runs in it, and alerts to your channel.\n\n' +
          '| size | cores | memory |\n| --- | --- | --- |\n| small | 2 | 8 GB |\n| medium | 8 | 32 GB |\n| large | 32 | 128 GB |',
        category: 'developer-tools',
        tags: ['kubernetes', 'containers', 'deployment'],
      },
      product: { entities },
      access: audience,
      pricing: monthly('A namespace, small', '40.00', '26.00'),
      options: {
        schema: {
          type: 'object',
          properties: {
            size: sizes,
            stage: {
              type: 'string',
              title: 'Stage',
              enum: ['production', 'test'],
              default: 'production',
            },
          },
        },
        toggles: [
          { key: 'standby', title: 'A standby in a second cluster', owner: PLATFORM },
          {
            key: 'backup',
            title: 'Backups of volumes, every night',
            owner: PLATFORM,
            default: true,
          },
        ],
        effects: [
          { option: 'size', equals: 'medium', effect: more('Size: medium', '110.00') },
          { option: 'size', equals: 'large', effect: more('Size: large', '430.00') },
          { option: 'stage', equals: 'test', effect: { kind: 'percent', percent: '-20' } },
          { option: 'standby', effect: { kind: 'percent', percent: '80' } },
          { option: 'backup', effect: more('Backups', '6.00') },
        ],
      },
      terms: {
        delivery:
          'A namespace in both regions, its pipeline, and access for the members of your team.',
        leadTimeDays: 0,
        noticePeriodDays: 30,
        serviceLevels: [
          { name: 'Availability', target: '99.95 % a month' },
          { name: 'Answer to an incident', target: '30 minutes, day and night' },
        ],
      },
      plans: {
        fulfilment: {
          driver: 'scaffolder',
          reference: 'template:default/kubernetes-namespace',
          parties: byPlatform,
        },
        support: supported,
        decommission: { ...byHand, riskRoute: 'change' },
      },
      knowledge,
      monitoring: {
        links: [{ title: 'Clusters', url: 'https://grafana.offerdesk.example/d/clusters' }],
      },
    },
  },
  {
    name: 'kubernetes-namespace-resize',
    interaction: 'change',
    owner: PLATFORM,
    content: {
      information: {
        title: 'Change the size of a namespace',
        summary: 'Larger or smaller limits for a namespace that you have, without an interruption.',
        category: 'developer-tools',
        tags: ['kubernetes'],
      },
      product: { entities },
      access: audience,
      pricing: once('The change', '0.00', '0.00'),
      options: { schema: { type: 'object', properties: { size: sizes }, required: ['size'] } },
      terms: { delivery: 'The new limits, within minutes.', leadTimeDays: 0 },
      plans: { fulfilment: byHand, support: supported },
      knowledge,
    },
  },
  {
    name: 'kubernetes-namespace-retire',
    interaction: 'decommission',
    owner: PLATFORM,
    content: {
      information: {
        title: 'Retire a namespace',
        summary: 'Takes a namespace down with all that runs in it; volumes are kept for 30 days.',
        category: 'developer-tools',
        tags: ['kubernetes'],
      },
      product: { entities },
      access: audience,
      pricing: once('Taking down', '0.00', '0.00'),
      terms: { delivery: 'A record of what was taken down.', leadTimeDays: 2 },
      plans: { fulfilment: { ...byHand, riskRoute: 'change' }, support: supported },
      knowledge,
    },
  },
  {
    name: 'kubernetes-review',
    interaction: 'support',
    owner: PLATFORM,
    content: {
      information: {
        title: 'A review of how you run on Kubernetes',
        summary:
          'Two people of the platform team look with you at limits, probes, costs and alerts.',
        category: 'developer-tools',
        tags: ['kubernetes', 'help'],
      },
      product: { entities },
      access: audience,
      pricing: once('An afternoon', '600.00', '480.00'),
      terms: { delivery: 'A page of findings, by weight.', leadTimeDays: 14 },
      plans: { fulfilment: byHand, support: supported },
      knowledge,
    },
  },
];

/** A bundle of what a new service begins with. @param ids - the offers' ids by their names */
export function starterKit(idOf: (name: string) => string): CallInput<'createOffer'>['body'] {
  return {
    name: 'starter-kit',
    interaction: 'provision',
    owner: PLATFORM,
    content: {
      information: {
        title: 'Starter kit for a new service',
        summary:
          'A namespace with a queue, a bucket and a key of its own, ten per cent below their sum.',
        description:
          'What nearly every new service asks for, in one order and in the right order: first the key, then the ' +
          'namespace, then the queue and the bucket, which the namespace can use from its first deployment.\n\n' +
          'Take the review along, and we look at it together once it runs.',
        category: 'developer-tools',
        tags: ['kubernetes', 'bundle'],
      },
      product: { entities },
      access: audience,
      options: {
        schema: {
          type: 'object',
          properties: { size: { ...sizes, title: 'Size of the namespace' } },
        },
      },
      terms: {
        delivery: 'Everything connected: the namespace reads the queue, the bucket and the key.',
        leadTimeDays: 1,
        noticePeriodDays: 30,
      },
      plans: {
        fulfilment: {
          driver: 'scaffolder',
          reference: 'template:default/starter-kit',
          parties: byPlatform,
        },
        support: supported,
      },
      knowledge,
      bundle: {
        price: { rule: 'discount', percent: '10' },
        steps: [
          { key: 'key', offerId: idOf('aws-kms-default') },
          {
            key: 'namespace',
            offerId: idOf('kubernetes-namespace'),
            after: ['key'],
            options: { size: { from: 'size' } },
          },
          { key: 'queue', offerId: idOf('aws-sqs-standard'), after: ['namespace'] },
          { key: 'bucket', offerId: idOf('aws-s3-production'), after: ['namespace', 'key'] },
          {
            key: 'review',
            offerId: idOf('kubernetes-review'),
            after: ['queue', 'bucket'],
            optional: true,
          },
        ],
      },
    },
  };
}
