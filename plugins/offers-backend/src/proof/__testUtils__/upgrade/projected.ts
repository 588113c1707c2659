import { Knex } from 'knex';

/** What is made of offers for lists, words, counts and reports, and the columns that say when or in which order it was made. */
const PROJECTED: Record<string, readonly string[]> = {
  listed: [],
  listed_prices: [],
  listed_rings: [],
  listed_ring_principals: [],
  listing_denied: [],
  listing_cards: [],
  listed_spans: [],
  listed_tags: [],
  offer_links: ['checked_at'],
  offer_search: ['seq'],
  managed_tags: [],
  health_spans: [],
};

/** The rows of what is projected, in no order that means anything. */
export async function projectedIn(knex: Knex): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [table, apart] of Object.entries(PROJECTED)) {
    const rows: Record<string, unknown>[] = await knex(table).select('*');
    found[table] = rows
      .map(row =>
        JSON.stringify(
          Object.entries(row)
            .filter(([column]) => !apart.includes(column))
            .sort(),
        ),
      )
      .sort();
  }
  return found;
}

/** Lets the next backend that starts make all of it anew. */
export async function forgetProjected(knex: Knex): Promise<void> {
  for (const state of ['listing_state', 'health_state']) {
    await knex(state).where({ id: 1 }).update({ version: 0, rebuilt_to: '' });
  }
}
