import { offerNameSchema } from '@offerdesk/backstage-plugin-offers-common';
import { PersonOffers } from '../../backend/offers';

/** An offer by its names. */
export interface NamedOffer {
  name: string;
  title: string;
}

/** What was typed for an offer: one offer, several to choose from, or none that the person may see. */
export type FoundOffer =
  | { kind: 'one'; name: string }
  | { kind: 'several'; offers: readonly NamedOffer[] }
  | { kind: 'none' };

const MAX_CHOICES = 8;

/** The name when what was typed could be one: then it is tried first, as it is. */
export function asOfferName(typed: string): string | undefined {
  return offerNameSchema.safeParse(typed.toLowerCase()).data;
}

/**
 * Finds an offer by words, among those that the person may see: the consumers' catalogue, and for staff
 * what they manage. Who may see what the backend decides; nothing else is known here (rule 1).
 */
export async function findOffer(
  offers: PersonOffers,
  typed: string,
  scope: 'seen' | 'managed' = 'seen',
): Promise<FoundOffer> {
  const q = typed.slice(0, 200);
  const limit = MAX_CHOICES;
  const [seen, managed] = await Promise.all([
    scope === 'seen' ? offers.call('browseOffers', { query: { q, limit } }) : { items: [] },
    offers.call('listOffers', { query: { q, limit } }),
  ]);
  const byName = new Map([...seen.items, ...managed.items].map(({ name, title }) => [name, title]));
  const found = [...byName].map(([name, title]) => ({ name, title }));
  return chosen(found, typed);
}

function chosen(found: readonly NamedOffer[], typed: string): FoundOffer {
  const wanted = typed.toLowerCase();
  const exact = found.filter(
    ({ name, title }) => name === wanted || title.toLowerCase() === wanted,
  );
  const [first, ...others] = exact.length > 0 ? exact : found;
  if (!first) return { kind: 'none' };
  if (others.length === 0) return { kind: 'one', name: first.name };
  return { kind: 'several', offers: [first, ...others].slice(0, MAX_CHOICES) };
}
