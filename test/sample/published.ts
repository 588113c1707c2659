import { Content, ContentInput } from '@offerdesk/backstage-plugin-offers-common';

/** What people add to an imported draft, so that it can be offered. */
export interface Addition {
  /** name of the imported offer */
  name: string;
  owner: string;
  category: string;
  content(draft: Content): ContentInput;
}

const platform = 'group:default/platform-team';

function offered(
  draft: Content,
  more: Pick<ContentInput, 'product' | 'pricing' | 'terms'> & { category: string; runbook: string },
): ContentInput {
  const { category, runbook, ...parts } = more;
  return {
    ...draft,
    ...parts,
    information: { ...draft.information, category },
    access: {
      see: { allow: ['group:default/engineers'] },
      order: { allow: ['group:default/engineers'] },
    },
    plans: {
      ...draft.plans,
      support: {
        reference: 'Slack channel #platform-help, weekdays 8 to 18',
        parties: [{ kind: 'internal', ref: platform }],
      },
    },
    knowledge: {
      ...draft.knowledge,
      runbooks: [{ title: runbook, url: 'https://runbooks.offerdesk.example/first-steps' }],
    },
  };
}

const monthly = (label: string, price: string, cost: string): ContentInput['pricing'] => ({
  priceLists: [
    {
      currency: 'EUR',
      charges: [{ kind: 'recurring', label, amount: price, period: 'month' }],
    },
  ],
  costs: [{ label: 'Cloud bill', currency: 'EUR', amount: cost, period: 'month' }],
  marginFloorPercent: '10',
});

/** The offers that the sample portal has published from the beginning. */
export const published: Addition[] = [
  {
    name: 'aws-s3-production',
    owner: platform,
    category: 'storage',
    content: draft =>
      offered(draft, {
        category: 'storage',
        product: { entities: [{ ref: 'resource:default/object-storage', role: 'product' }] },
        pricing: monthly('A bucket with backups', '24.00', '15.50'),
        terms: {
          delivery:
            'A bucket in the account of your team, encrypted, with access for its service role.',
          leadTimeDays: 0,
          noticePeriodDays: 30,
          serviceLevels: [{ name: 'Durability', target: '99.999999999 % a year' }],
        },
        runbook: 'Upload, share and empty a bucket',
      }),
  },
  {
    name: 'aws-sqs-standard',
    owner: platform,
    category: 'messaging',
    content: draft =>
      offered(draft, {
        category: 'messaging',
        product: {
          entities: [
            { ref: 'resource:default/managed-queues', role: 'product' },
            { ref: 'component:default/checkout-api', role: 'instance' },
          ],
        },
        pricing: {
          priceLists: [
            {
              currency: 'EUR',
              charges: [
                { kind: 'recurring', label: 'A queue', amount: '6.00', period: 'month' },
                { kind: 'usage', label: 'Messages', amount: '0.40', unit: 'million messages' },
              ],
            },
          ],
          costs: [{ label: 'Cloud bill', currency: 'EUR', amount: '4.00', period: 'month' }],
          marginFloorPercent: '10',
        },
        terms: {
          delivery: 'A queue with a dead-letter queue beside it.',
          leadTimeDays: 0,
          noticePeriodDays: 14,
          serviceLevels: [{ name: 'Availability', target: '99.9 % a month' }],
        },
        runbook: 'Send, receive and replay messages',
      }),
  },
];
