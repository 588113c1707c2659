import { Content, ContentInput, contentSchema } from '../content/content';

/** Pins every property test, so that a failure comes again; fast-check prints it with the counter-example. */
export const seed = 20261123;

/** The content of a complete offer, with the parts that a test replaces. */
export function aContent(changes: Partial<ContentInput> = {}): Content {
  return contentSchema.parse({
    information: { title: 'PostgreSQL', summary: 'A database', category: 'databases' },
    access: {
      see: { allow: ['group:default/engineers'] },
      order: { allow: ['group:default/engineers'] },
    },
    pricing: {
      priceLists: [
        {
          currency: 'EUR',
          charges: [{ kind: 'recurring', label: 'Use', amount: '100', period: 'month' }],
        },
      ],
      costs: [{ label: 'Cloud', currency: 'EUR', amount: '75', period: 'month' }],
      marginFloorPercent: '20',
    },
    terms: { delivery: 'Within a day', leadTimeDays: 1 },
    plans: {
      fulfilment: {
        driver: 'manual',
        reference: 'queue:databases',
        parties: [{ kind: 'internal', ref: 'group:default/operations' }],
      },
      support: {
        reference: 'queue:support',
        parties: [{ kind: 'external', name: 'Acme' }],
      },
    },
    knowledge: {
      runbooks: [{ title: 'Restore', url: 'https://runbooks.example.com/restore' }],
      documents: [{ title: 'Manual', url: 'https://docs.example.com' }],
    },
    ...changes,
  });
}
