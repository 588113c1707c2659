import { Knex } from 'knex';
import { Connection, likePattern } from '../database/Database';

/**
 * The offers of which some version may link to an entity: published ones by their links, drafts by
 * their text. Drafts have no links of their own: every edit and import would pay for what a product
 * release asks once. The rule looks at the versions themselves afterwards.
 */
export async function selectOfferIdsLinkedTo(
  knex: Connection,
  entityRef: string,
): Promise<string[]> {
  const rows: { offer_id: string }[] = await linkedQuery(knex, entityRef);
  return rows.map(({ offer_id }) => offer_id);
}

/** The statement, without an order; its plan is asserted in tests. */
export function linkedQuery(knex: Connection, entityRef: string): Knex.QueryBuilder {
  // The status stands in the statement: an index of drafts alone is used for no placeholder.
  const drafts = knex('offer_versions')
    .whereRaw("status = 'draft'")
    .whereRaw("content like ? escape '\\'", [likePattern(`"ref":${JSON.stringify(entityRef)}`)])
    .select('offer_id');
  return knex('offer_links').where('entity_ref', entityRef).select('offer_id').union(drafts);
}
