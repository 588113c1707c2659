import { ContentInput } from '@offerdesk/backstage-plugin-offers-common';
import { completeContent } from '../../../__testUtils__/stories';
import { ModelCatalogue, ModelContent, ModelRelease } from './world';

/** The product whose releases offers need; the one that the catalogue of the tests knows. */
export const PRODUCT = 'component:default/checkout-api';

/** The group of ada alone, which a ring lets in first. */
const FIRST = 'group:default/payments-team';

/** Where a history's offers stand, and what they are called. */
export interface Shelf {
  category: string;
  offers: readonly { id: string; name: string }[];
}

/** What a history calls its category of a catalogue. */
export const categoryIn = (category: string, catalogue: ModelCatalogue) =>
  catalogue === 'default' ? category : `${category}-${catalogue}`;

/** The version of the product that a history means by a release: each history has its own. */
export const versionOf = (category: string, release: ModelRelease) => `${category}-${release}`;

/** The content of a model as the portal takes it. */
export function asContent(
  { price, title, ring, needs, members, named }: ModelContent,
  { category, offers }: Shelf,
): ContentInput {
  const whole = completeContent();
  const steps = members.map(member => ({ key: `m${member}`, offerId: offers[member]?.id ?? '' }));
  return completeContent({
    information: { ...whole.information, title, category: categoryIn(category, named) },
    product: {
      releases: needs ? [{ product: PRODUCT, version: versionOf(category, needs) }] : [],
    },
    access: {
      see: { allow: ['group:default/engineers', 'group:default/operations'] },
      order: { allow: ['group:default/engineers'] },
      rings: ring
        ? [{ name: 'First', groups: [FIRST], ...(ring.hold ? { holdHours: ring.hold } : {}) }]
        : [],
    },
    pricing: {
      ...whole.pricing,
      // Little enough that no bundle of bundles costs more than it brings: no gate stops for a price.
      costs: [{ label: 'Licence', currency: 'EUR', amount: '1', period: 'month' }],
      priceLists: [
        {
          currency: 'EUR',
          charges: [{ kind: 'recurring', label: 'Fee', amount: String(price), period: 'month' }],
        },
      ],
    },
    ...(steps.length > 0 ? { bundle: { steps, price: { rule: 'fixed' } } } : {}),
  });
}
