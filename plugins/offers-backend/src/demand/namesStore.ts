import { Connection } from '../database/Database';
import { insertRows } from '../database/insertRows';

/** What a demand names: offers of this portal, and entities of the software catalogue. */
export interface Named {
  offerIds: readonly string[];
  entities: readonly string[];
}

interface NamedOfferRow {
  demand_id: string;
  offer_id: string;
  position: number;
}

interface NamedEntityRow {
  demand_id: string;
  entity_ref: string;
  position: number;
}

/** Stores what a demand names, each once, in the order in which it was given. */
export async function insertNames(
  tx: Connection,
  demandId: string,
  { offerIds, entities }: Named,
): Promise<void> {
  const offers: NamedOfferRow[] = [...new Set(offerIds)].map((offer_id, position) => ({
    demand_id: demandId,
    offer_id,
    position,
  }));
  await insertRows(tx, 'demand_offers', offers);
  const refs: NamedEntityRow[] = [...new Set(entities)].map((entity_ref, position) => ({
    demand_id: demandId,
    entity_ref,
    position,
  }));
  await insertRows(tx, 'demand_entities', refs);
}

/** The first offers that some demands name, in their order; so many of each demand. */
export async function selectNamedOffers(
  knex: Connection,
  demandIds: readonly string[],
  first: number,
): Promise<Map<string, string[]>> {
  const search = knex<NamedOfferRow>('demand_offers')
    .whereIn('demand_id', demandIds)
    .where('position', '<', first)
    .orderBy(['demand_id', 'position']);
  const named = new Map<string, string[]>();
  for (const { demand_id, offer_id } of await search) {
    named.set(demand_id, [...(named.get(demand_id) ?? []), offer_id]);
  }
  return named;
}

/** How many offers a demand names. */
export async function countNamedOffers(knex: Connection, demandId: string): Promise<number> {
  const counted = await knex<NamedOfferRow>('demand_offers')
    .where({ demand_id: demandId })
    .count<{ count: string | number }[]>({ count: '*' });
  return Number(counted[0]?.count ?? 0);
}

/** The entities that a demand names, in their order. */
export async function selectNamedEntities(knex: Connection, demandId: string): Promise<string[]> {
  return knex<NamedEntityRow>('demand_entities')
    .where({ demand_id: demandId })
    .orderBy('position')
    .pluck('entity_ref');
}
