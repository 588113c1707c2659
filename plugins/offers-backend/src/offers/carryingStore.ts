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
  const published = knex('offer_links').where('entity_ref', entityRef).select('offer_id');
  // The status stands in the statement: an index of drafts alone is used for no placeholder.
  const drafts = knex('offer_versions')
    .whereRaw("status = 'draft'")
    .whereRaw("content like ? escape '\\'", [likePattern(`"ref":${JSON.stringify(entityRef)}`)])
    .select('offer_id');
  const rows: { offer_id: string }[] = await knex
    .from(published.union(drafts).as('linked'))
    .select('offer_id')
    .orderBy('offer_id');
  return rows.map(({ offer_id }) => offer_id);
}
