import { Context, ProductReleaseChange, ReleaseReaction } from '../context';
import { offersCarrying } from '../offers/carrying';
import { newDemand, NewDemand, storeDemand } from './raise';

/**
 * Raises one demand when a product release is first heard of: a change of the offers that carry the
 * product. Where none does, a new offer, if the configuration says so. The release is locked, and what it
 * raises is unique in the database, so that many reports make one demand (rule 5).
 */
export const demandOfRelease: ReleaseReaction = async (ctx, tx, by, change) => {
  if (!change.isFirst) return;
  const offers = await offersCarrying(tx, change.product, change.reportedAt);
  if (offers.length === 0 && !ctx.settings.demand.forUncarriedProducts) return;
  await storeDemand(
    tx,
    by,
    demandFor(
      ctx,
      by.ref,
      change,
      offers.map(({ id }) => id),
    ),
  );
};

function demandFor(
  ctx: Context,
  requestedBy: string,
  { product, version, notes, url, reportedAt }: ProductReleaseChange,
  offerIds: readonly string[],
): NewDemand {
  const name = product.replace(/^.*\//, '');
  return {
    ...newDemand(ctx, requestedBy, reportedAt),
    kind: offerIds.length > 0 ? 'change' : 'new',
    source: 'product-release',
    title: `${name} ${version} was released`,
    description: notes,
    reference: url,
    productRelease: { product, version },
    named: { offerIds, entities: [product] },
  };
}
