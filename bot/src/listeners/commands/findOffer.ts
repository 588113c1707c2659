import {
  idSchema,
  ManagedOfferSummary,
  offerNameSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { PersonOffers } from '../../backend/offers';
import { ifFound } from './ifFound';

/** An offer by its names. */
export interface NamedOffer {
  id: string;
  name: string;
  title: string;
}

/** What was typed for an offer: one offer, several to choose from, or none that the person may see. */
export type Found<T extends NamedOffer> =
  { kind: 'one'; offer: T } | { kind: 'several'; offers: readonly T[] } | { kind: 'none' };

const MAX_CHOICES = 8;
/** So many are looked through for the one whose name or title is just what was typed. */
const LOOKED_THROUGH = 50;

/** The name when what was typed could be one: then it is tried first, as it is. */
export function asOfferName(typed: string): string | undefined {
  return offerNameSchema.safeParse(typed.toLowerCase()).data;
}

/**
 * Finds an offer by name, id or words of its title among those that the person may see: the consumers' catalogue,
 * and for staff what they manage. Who may see what the backend decides; nothing else is known here (rule 1).
 */
export async function findOffer(offers: PersonOffers, typed: string): Promise<Found<NamedOffer>> {
  const id = idSchema.safeParse(typed).data;
  if (id) {
    const { items } = await offers.call('offersById', { query: { ids: id } });
    const [seen] = items;
    return seen ? { kind: 'one', offer: seen } : findManaged(offers, typed);
  }
  const q = typed.slice(0, 200);
  const limit = LOOKED_THROUGH;
  const [seen, managed] = await Promise.all([
    offers.call('browseOffers', { query: { q, limit } }),
    offers.call('listOffers', { query: { q, limit } }),
  ]);
  const byName = new Map<string, NamedOffer>();
  for (const offer of [...seen.items, ...managed.items]) byName.set(offer.name, offer);
  return chosen([...byName.values()], typed);
}

/** Finds an offer by name, id or words of its title among those that the person manages or reads as staff. */
export async function findManaged(
  offers: PersonOffers,
  typed: string,
): Promise<Found<ManagedOfferSummary | NamedOffer>> {
  const id = idSchema.safeParse(typed).data;
  if (id) {
    const offer = await ifFound(offers.call('getOffer', { params: { id } }));
    return offer ? { kind: 'one', offer } : { kind: 'none' };
  }
  const query = { q: typed.slice(0, 200), limit: LOOKED_THROUGH };
  const { items } = await offers.call('listOffers', { query });
  return chosen<ManagedOfferSummary | NamedOffer>(items, typed);
}

function chosen<T extends NamedOffer>(found: readonly T[], typed: string): Found<T> {
  const wanted = typed.toLowerCase();
  // A name is one offer's alone; a title may be shared, and may be another offer's name.
  const byName = found.filter(({ name }) => name === wanted);
  const byTitle = found.filter(({ title }) => title.toLowerCase() === wanted);
  const exact = byName.length > 0 ? byName : byTitle;
  const begins = ({ name, title }: T) =>
    name.startsWith(wanted) || title.toLowerCase().startsWith(wanted);
  const likely = [...found.filter(begins), ...found.filter(offer => !begins(offer))];
  const [first, ...others] = exact.length > 0 ? exact : likely;
  if (!first) return { kind: 'none' };
  if (others.length === 0) return { kind: 'one', offer: first };
  return { kind: 'several', offers: [first, ...others].slice(0, MAX_CHOICES) };
}
