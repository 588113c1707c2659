import { KeptReference, PriceSelection } from '@offerdesk/backstage-plugin-offers-common';
import { ListFilter } from '../api/OfferGuard';
import { Connection } from '../database/Database';
import { applyListFilter } from '../database/listFilter';
import { ManagedSearch } from './managedStore';
import { fromOfferRow, OfferRow, StoredOffer } from './store';

/** Whether one of the principals owns an offer. */
export async function selectOwned(
  knex: Connection,
  principals: readonly string[],
): Promise<boolean> {
  return (await knex<OfferRow>('offers').whereIn('owner', principals).first('id')) !== undefined;
}

/** The versions of a status that refer to what is kept, of the offers that the filter leaves. */
export async function selectReferring(
  knex: Connection,
  reference: Pick<KeptReference, 'kind' | 'id'>,
  { status, filter }: { status: 'draft' | 'published'; filter: ListFilter },
): Promise<{ offerId: string; number: number }[]> {
  const rows: { offer_id: string; number: number }[] = await knex('version_references as r')
    .join('offer_versions as v', joined =>
      joined.on('v.offer_id', 'r.offer_id').andOn('v.number', 'r.number'),
    )
    .join('offers', 'offers.id', 'r.offer_id')
    .where({ 'r.kind': reference.kind, 'r.reference': reference.id, 'v.status': status })
    .where(permitted => applyListFilter(permitted, filter, 'offers'))
    .orderBy(['r.offer_id', 'r.number'])
    .select('r.offer_id', 'r.number');
  return rows.map(({ offer_id, number }) => ({ offerId: offer_id, number }));
}

/** The offers of a selection that one of the owners has, and that the policy leaves, by id. */
export async function selectToPrice(
  knex: Connection,
  { offerIds, category, owner, catalogue }: PriceSelection,
  { owners, filter, limit }: Pick<ManagedSearch, 'owners' | 'filter'> & { limit: number },
): Promise<StoredOffer[]> {
  const search = knex<OfferRow>('offers').orderBy('offers.id').limit(limit);
  if (offerIds) search.whereIn('offers.id', offerIds);
  if (category) search.where('offers.category', category);
  if (owner) search.where('offers.owner', owner);
  if (catalogue) search.where('offers.catalogue', catalogue);
  if (owners) search.whereIn('offers.owner', owners);
  search.where(permitted => applyListFilter(permitted, filter, 'offers'));
  const rows: OfferRow[] = await search;
  return rows.map(fromOfferRow);
}
