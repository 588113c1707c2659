import { Content, ContentInput } from '@offerdesk/backstage-plugin-offers-common';
import { audience, supported } from './common';

/** What people add to an imported draft, so that it can be offered. */
export interface Addition {
  /** name of the imported offer */
  name: string;
  category: string;
  /** the software-catalogue entities that it concerns, by what they are to it */
  product: string;
  instances?: string[];
  pricing: ContentInput['pricing'];
  delivery: string;
  leadTimeDays: number;
  noticePeriodDays: number;
  level: [name: string, target: string];
  runbook: string;
}

type Charges = NonNullable<NonNullable<ContentInput['pricing']>['priceLists']>[number]['charges'];

/** Prices in euro, and what the cloud asks for it each month. */
const priced = (cost: string, ...charges: Charges): ContentInput['pricing'] => ({
  priceLists: [{ currency: 'EUR', charges }],
  costs: [{ label: 'Cloud bill', currency: 'EUR', amount: cost, period: 'month' }],
  marginFloorPercent: '10',
});

const monthly = (label: string, amount: string) =>
  ({ kind: 'recurring', label, amount, period: 'month' }) as const;

/** The imported offers that the sample portal has published from the beginning. */
export const cloudOffers: readonly Addition[] = [
  {
    name: 'aws-s3-production',
    category: 'storage',
    product: 'resource:default/object-storage',
    pricing: priced('15.50', monthly('A bucket with backups', '24.00')),
    delivery: 'A bucket in the account of your team, encrypted, with access for its service role.',
    leadTimeDays: 0,
    noticePeriodDays: 30,
    level: ['Durability', '99.999999999 % a year'],
    runbook: 'Upload, share and empty a bucket',
  },
  {
    name: 'aws-sqs-standard',
    category: 'messaging',
    product: 'resource:default/managed-queues',
    instances: ['component:default/checkout-api'],
    pricing: priced('4.00', monthly('A queue', '6.00'), {
      kind: 'usage',
      label: 'Messages',
      amount: '0.40',
      unit: 'million messages',
    }),
    delivery: 'A queue with a dead-letter queue beside it.',
    leadTimeDays: 0,
    noticePeriodDays: 14,
    level: ['Availability', '99.9 % a month'],
    runbook: 'Send, receive and replay messages',
  },
  {
    name: 'aws-sns-topic',
    category: 'messaging',
    product: 'resource:default/managed-queues',
    pricing: priced('2.00', monthly('A topic', '3.00'), {
      kind: 'usage',
      label: 'Notifications',
      amount: '0.50',
      unit: 'million notifications',
    }),
    delivery: 'A topic that queues, functions and web hooks of your team can subscribe to.',
    leadTimeDays: 0,
    noticePeriodDays: 14,
    level: ['Availability', '99.9 % a month'],
    runbook: 'Subscribe, filter and stop',
  },
  {
    name: 'aws-dynamodb-hashrange',
    category: 'databases',
    product: 'system:default/managed-data',
    pricing: priced('18.00', monthly('A table with backups', '29.00'), {
      kind: 'usage',
      label: 'Storage beyond the first',
      amount: '0.28',
      unit: 'GB',
    }),
    delivery: 'A table with backups of every day, and a role that reads and writes it.',
    leadTimeDays: 0,
    noticePeriodDays: 60,
    level: ['Availability', '99.99 % a month'],
    runbook: 'Choose keys, and restore a table',
  },
  {
    name: 'aws-elasticache-production',
    category: 'caching',
    product: 'system:default/managed-data',
    pricing: priced('71.00', monthly('Two nodes in two zones', '95.00')),
    delivery: 'A cache of two nodes within the network of your team, encrypted on the way.',
    leadTimeDays: 1,
    noticePeriodDays: 30,
    level: ['Availability', '99.9 % a month'],
    runbook: 'Connect, warm up and fail over',
  },
  {
    name: 'aws-elasticsearch-production',
    category: 'search',
    product: 'resource:default/managed-search',
    instances: ['component:default/search-indexer'],
    pricing: priced(
      '228.00',
      { kind: 'one-off', label: 'Setting up', amount: '150.00' },
      monthly('Three nodes', '310.00'),
    ),
    delivery: 'A cluster of three nodes, with snapshots of every hour.',
    leadTimeDays: 3,
    noticePeriodDays: 60,
    level: ['Availability', '99.9 % a month'],
    runbook: 'Indexes, snapshots and upgrades',
  },
  {
    name: 'aws-kinesis-default',
    category: 'streaming',
    product: 'resource:default/managed-queues',
    pricing: priced('11.00', monthly('A shard', '16.00'), {
      kind: 'usage',
      label: 'Records',
      amount: '0.02',
      unit: 'million records',
    }),
    delivery: 'A stream that keeps what was written for a day.',
    leadTimeDays: 0,
    noticePeriodDays: 30,
    level: ['Availability', '99.9 % a month'],
    runbook: 'Write, read and split a stream',
  },
  {
    name: 'aws-redshift-production',
    category: 'analytics',
    product: 'system:default/managed-data',
    pricing: priced(
      '905.00',
      { kind: 'one-off', label: 'Setting up', amount: '400.00' },
      monthly('Two nodes', '1140.00'),
    ),
    delivery: 'A warehouse of two nodes, with the loading jobs of the platform team.',
    leadTimeDays: 10,
    noticePeriodDays: 90,
    level: ['Availability', '99.5 % a month'],
    runbook: 'Load, share and resize a warehouse',
  },
  {
    name: 'aws-kms-default',
    category: 'security',
    product: 'resource:default/managed-keys',
    instances: ['component:default/payments-ledger'],
    pricing: priced('1.00', monthly('A key', '2.00')),
    delivery: 'A key that only the roles you name can use, rotated every year.',
    leadTimeDays: 0,
    noticePeriodDays: 90,
    level: ['Availability', '99.99 % a month'],
    runbook: 'Grant, rotate and retire a key',
  },
  {
    name: 'aws-route53-hostedzone',
    category: 'networking',
    product: 'domain:default/platform',
    pricing: priced('0.50', monthly('A zone', '1.20')),
    delivery: 'A zone below the domain of your product, with its first records.',
    leadTimeDays: 1,
    noticePeriodDays: 30,
    level: ['Answers within', '50 ms, 99 % of them'],
    runbook: 'Records, and moving a zone',
  },
  {
    name: 'aws-translate-default',
    category: 'machine-learning',
    product: 'domain:default/platform',
    pricing: priced('1.00', monthly('Access', '5.00'), {
      kind: 'usage',
      label: 'Characters',
      amount: '14.50',
      unit: 'million characters',
    }),
    delivery: 'A role with access from the account of your team.',
    leadTimeDays: 0,
    noticePeriodDays: 30,
    level: ['Availability', '99.9 % a month'],
    runbook: 'Languages, glossaries and limits',
  },
  {
    name: 'aws-codecommit-default',
    category: 'developer-tools',
    product: 'domain:default/platform',
    pricing: priced('0.80', monthly('A repository', '1.00')),
    delivery: 'An empty repository with a protected main branch.',
    leadTimeDays: 0,
    noticePeriodDays: 30,
    level: ['Availability', '99.9 % a month'],
    runbook: 'Clone, protect and archive',
  },
];

/** An imported draft with what people added to it. */
export function offered(draft: Content, addition: Addition): ContentInput {
  const { category, product, instances = [], pricing, level, runbook } = addition;
  const { delivery, leadTimeDays, noticePeriodDays } = addition;
  const [name, target] = level;
  return {
    ...draft,
    information: { ...draft.information, category },
    product: {
      entities: [
        { ref: product, role: 'product' },
        ...instances.map(ref => ({ ref, role: 'instance' as const })),
      ],
    },
    access: audience,
    pricing,
    terms: {
      delivery,
      leadTimeDays,
      noticePeriodDays,
      serviceLevels: [{ name, target }],
    },
    plans: { ...draft.plans, support: supported },
    knowledge: {
      ...draft.knowledge,
      runbooks: [{ title: runbook, url: 'https://runbooks.offerdesk.example/first-steps' }],
    },
  };
}

/** The draft that waits for its approval when the sample begins. */
export const waiting: Addition = {
  name: 'aws-rdsmysql-production',
  category: 'databases',
  product: 'system:default/managed-data',
  pricing: priced('168.00', monthly('A database with a standby', '210.00')),
  delivery: 'A database with a standby in another zone, and backups of 14 days.',
  leadTimeDays: 1,
  noticePeriodDays: 60,
  level: ['Availability', '99.95 % a month'],
  runbook: 'Connect, restore and upgrade',
};
