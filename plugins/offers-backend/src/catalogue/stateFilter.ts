import { PublicState } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Connection } from '../database/Database';

/** The published versions of an offer, for a condition on a query of the table `offers`. */
export function publishedOf(knex: Connection): Knex.QueryBuilder {
  return knex('offer_versions as v')
    .select(knex.raw('1'))
    .whereRaw('v.offer_id = offers.id')
    .where('v.status', 'published');
}

/**
 * The public state as SQL, for lists of offers, over the segments that were computed by the same rule; tested
 * against `publicStateAt`.
 *
 * @param search - a query of the table `offers`
 */
export function whereState(
  knex: Connection,
  search: Knex.QueryBuilder,
  state: PublicState,
  at: string,
): void {
  const published = () => publishedOf(knex);
  const served = () =>
    knex('segments as s')
      .select(knex.raw('1'))
      .whereRaw('s.offer_id = offers.id')
      .where('s.starts_at', '<=', at)
      .where(open => open.whereNull('s.ends_at').orWhere('s.ends_at', '>', at));
  const ahead = () => published().where('v.valid_from', '>', at);
  switch (state) {
    case 'draft':
      search.whereNotExists(published());
      break;
    case 'scheduled':
      search.whereExists(ahead()).whereNotExists(served());
      break;
    case 'ended':
      search.whereExists(published()).whereNotExists(served()).whereNotExists(ahead());
      break;
    default:
      // Those outside a ring are served something else; what the ring is served names the state.
      search.whereExists(served().where('s.state', state).whereNot('s.whom', 'outside'));
  }
}
