import { Content, contentSchema, Interaction } from '@offerdesk/backstage-plugin-offers-common';
import { Random } from './random';

/** How large the organisation is, whatever the number of offers. */
const GROUPS = 200;
const PEOPLE = 5_000;
const CATEGORIES = 24;

const padded = (number: number, digits: number) => String(number).padStart(digits, '0');

/** The groups of the organisation. */
export const groups = Array.from({ length: GROUPS }, (_, index) => `team-${padded(index, 3)}`);

/** The groups that hold the roles; nobody else is in them. */
export const staffGroups = ['catalog-managers', 'release-managers'] as const;

/** The configured categories. */
export const categories = Array.from({ length: CATEGORIES }, (_, index) => ({
  id: `category-${padded(index, 2)}`,
  title: `Category ${index}`,
}));

/** A person with their groups, by name. */
export interface Person {
  name: string;
  groups: readonly string[];
}

/** The 5,000 people, each in 3 to 8 groups; then those who manage, and one outside every group. */
export function people(): Person[] {
  const random = new Random(5);
  return [
    ...Array.from({ length: PEOPLE }, (_, index) => ({
      name: `person-${padded(index, 4)}`,
      groups: random.some(groups, random.whole(3, 8)),
    })),
    { name: 'carla', groups: ['catalog-managers'] },
    { name: 'mia', groups: ['release-managers'] },
    { name: 'otto', groups: [] },
  ];
}

/** Who sends the requests: people of five groups, as in the anchors of measures.md. */
export function readers(count: number): Person[] {
  return people()
    .filter(person => person.groups.length === 5)
    .slice(0, count);
}

export const groupRef = (name: string) => `group:default/${name}`;
export const userRef = (name: string) => `user:default/${name}`;

const FIRST = 'Managed Shared Private Regional Global Secure Fast Basic Premium Burst'.split(' ');
const THING =
  'PostgreSQL Redis Kafka Bucket Cluster Gateway Registry Queue Vault Notebook Mailbox Runner Cache Mirror Tunnel Ledger Index Stream Pipeline Workspace'.split(
    ' ',
  );
const USE =
  'payments search analytics onboarding reporting trading logistics pricing archives telemetry billing identity claims risk stock routing'.split(
    ' ',
  );
const TAGS =
  'sql nosql cloud onsite eu us backup encrypted ha dr gpu cpu arm batch online iso pci gdpr'.split(
    ' ',
  );
const SENTENCES = [
  'Delivered within two working days and watched around the clock by the owning team.',
  'Backups are taken every night, kept for thirty days and restored on request within four hours.',
  'Choose a size and a region; both can be changed later without moving data by hand.',
  'Access is granted to the groups that are named in the order and taken back when it ends.',
  'The price covers storage, traffic inside the region and support during office hours.',
];
const INTERACTIONS: readonly Interaction[] = [
  ...Array<Interaction>(7).fill('provision'),
  'change',
  'decommission',
  'support',
];

/** An offer as the world has it. */
export interface WorldOffer {
  index: number;
  name: string;
  interaction: Interaction;
  owner: string;
  audience: string[];
  category: string;
  content: Content;
}

/** The offer of this number: the same in every run and on every database. */
export function worldOffer(index: number): WorldOffer {
  const random = new Random(1_000_003 + index);
  const audience = random.happens(0.02)
    ? ['everyone']
    : random.some(groups, random.whole(1, 6)).map(groupRef);
  const category = random.one(categories).id;
  const [first, thing, use] = [random.one(FIRST), random.one(THING), random.one(USE)];
  const content = contentSchema.parse({
    information: {
      title: `${first} ${thing} for ${use} ${padded(index, 6)}`,
      summary: `${thing} that ${use} teams order for themselves`,
      description: random.some(SENTENCES, 4).join('\n\n'),
      tags: random.some(TAGS, random.whole(2, 4)),
      category,
    },
    product: { entities: [{ ref: `component:default/offered-${index % 500}`, role: 'product' }] },
    access: {
      see: {
        allow: audience,
        deny: random.happens(0.02) ? [groupRef(random.one(groups))] : [],
      },
      order: { allow: audience.slice(0, Math.max(1, audience.length - 1)) },
    },
    ...usualParts(random),
  });
  return {
    index,
    name: `offer-${padded(index, 7)}`,
    interaction: random.one(INTERACTIONS),
    owner: groupRef(random.one(groups)),
    audience,
    category,
    content,
  };
}

function usualParts(random: Random) {
  return {
    pricing: {
      priceLists: [
        {
          currency: 'EUR',
          charges: [
            {
              kind: 'recurring',
              label: 'Fee',
              amount: String(random.whole(10, 900)),
              period: 'month',
            },
          ],
        },
      ],
      costs: [{ label: 'Licence', currency: 'EUR', amount: '7', period: 'month' }],
      marginFloorPercent: '10',
    },
    terms: { delivery: 'Delivered within the lead time.', leadTimeDays: random.whole(1, 9) },
    plans: {
      fulfilment: {
        driver: 'manual',
        reference: 'queue',
        parties: [{ kind: 'internal', ref: groupRef(random.one(groups)) }],
      },
      support: {
        reference: 'desk',
        parties: [{ kind: 'internal', ref: groupRef(random.one(groups)) }],
      },
    },
    knowledge: {
      runbooks: [{ title: 'Connect', url: 'https://runbooks.example/connect' }],
      documents: [{ title: 'Manual', url: 'https://docs.example/manual' }],
    },
  };
}
