import { ContentInput } from '@offerdesk/backstage-plugin-offers-common';
import { completeContent, RELEASE } from '../../__testUtils__/stories';

/** How an offer of the proofs stands to consumers. */
export interface Plant {
  see: { allow: string[]; deny?: string[] };
  /** how far it got */
  stage: 'draft' | 'submitted' | 'published';
  release: string;
  until?: string;
  /** the product release that it waits for */
  needs?: string;
  /** who is served first */
  ring?: string;
}

const PRODUCT = 'component:default/checkout-api';
const ENGINEERS = { allow: ['group:default/engineers'] };

/** The instant at which the proofs look. */
export const NOW = '2026-12-15T12:00:00.000Z';

/** The offers of the proofs: one for each way in which an offer can be hidden, and one that is not. */
export const plants = {
  open: { see: ENGINEERS, stage: 'published', release: RELEASE },
  held: { see: ENGINEERS, stage: 'published', release: RELEASE, needs: '9.9.9' },
  canary: {
    see: ENGINEERS,
    stage: 'published',
    release: RELEASE,
    ring: 'group:default/search-team',
  },
  hidden: { see: { allow: ['group:default/board'] }, stage: 'published', release: RELEASE },
  denied: {
    see: { ...ENGINEERS, deny: ['group:default/payments-team'] },
    stage: 'published',
    release: RELEASE,
  },
  early: { see: ENGINEERS, stage: 'published', release: '2027-02-01T09:00' },
  ended: { see: ENGINEERS, stage: 'published', release: RELEASE, until: '2026-12-12T00:00:00Z' },
  planned: { see: ENGINEERS, stage: 'submitted', release: '2027-02-01T09:00' },
  draft: { see: ENGINEERS, stage: 'draft', release: RELEASE },
} as const satisfies Record<string, Plant>;

/** The name of an offer of the proofs. */
export type PlantKey = keyof typeof plants;

/** All of them. */
export const plantKeys = Object.keys(plants).filter((key): key is PlantKey => key in plants);

/**
 * Words that stand in an offer and nowhere else. `text` is for its audience, `staff` for those who manage
 * it (cost, margin, references), `plan` for those who read plans.
 */
export function wordsIn(key: PlantKey) {
  return {
    name: `zq${key}name`,
    text: `zq${key}text`,
    staff: `zq${key}staff`,
    plan: `zq${key}plan`,
  };
}

/** A figure that stands in the cost of an offer and nowhere else. */
export function costOf(key: PlantKey): string {
  return `70.${4001 + plantKeys.indexOf(key)}`;
}

/** The content of an offer, with its words in every field that can hold them. */
export function contentOf(key: PlantKey, { see, until, needs, ring }: Plant): ContentInput {
  const { text, staff } = wordsIn(key);
  const base = completeContent();
  const link = { title: `A page ${text}`, url: `https://docs.test/${text}` };
  return {
    ...base,
    information: {
      title: `Service ${text}`,
      summary: `In short ${text}`,
      description: `At length ${text}`,
      category: key === 'hidden' ? 'storage' : 'databases',
      tags: [text],
      logo: `https://docs.test/${text}.png`,
    },
    product: {
      entities: [{ ref: PRODUCT, role: 'product' }],
      releases: needs ? [{ product: PRODUCT, version: needs }] : [],
    },
    validity: until ? { until } : {},
    access: {
      see,
      order: { allow: ['group:default/payments-team', 'group:default/board'] },
      rings: ring ? [{ name: 'first', groups: [ring] }] : [],
    },
    pricing: {
      ...base.pricing,
      costs: [{ label: `Licence ${staff}`, currency: 'EUR', amount: costOf(key), period: 'month' }],
    },
    terms: { delivery: `Delivered ${text}`, leadTimeDays: 2 },
    options: { schema: { type: 'object', properties: { size: { title: text } } }, fixed: {} },
    plans: {
      fulfilment: {
        driver: 'manual',
        reference: `queue ${staff}`,
        parties: [{ kind: 'external', name: `Supplier ${text}` }],
      },
      support: { reference: `desk ${text}`, parties: [{ kind: 'external', name: text }] },
    },
    knowledge: { runbooks: [link], documents: [link], training: [link] },
    monitoring: { links: [link] },
  };
}
