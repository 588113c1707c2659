import {
  marginsOf,
  PreviewRecalculation,
  RecalculationPreview,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { instantIn } from '../plans/planned';
import { editableOf, Outcome, outcomesOf, reachOf, selectedOffers } from './recalculating';

/**
 * What a recalculation of the prices of many offers would do: before and after, the margin against the
 * floor, and why an offer is left out. It stores nothing.
 * @throws Refusal `invalid-input` when it would be of too many offers
 */
export async function previewRecalculation(
  ctx: Context,
  actor: Actor,
  { selection, recalculation, release }: PreviewRecalculation,
): Promise<RecalculationPreview> {
  const reach = await reachOf(ctx, actor);
  const at = release ? instantIn(release, 'release') : nowOf(ctx);
  const offers = await selectedOffers(ctx.db.knex, selection, reach);
  const editable = await editableOf(offers, reach);
  const outcomes = await outcomesOf(ctx.db.knex, offers, { recalculation, editable, at });
  return {
    offers: outcomes.flatMap(previewed),
    leftOut: outcomes.flatMap(outcome => {
      if (outcome.ok) return [];
      const { id, name, title } = outcome.offer;
      return [{ id, name, title, reason: outcome.reason }];
    }),
  };
}

function previewed(outcome: Outcome): RecalculationPreview['offers'] {
  if (!outcome.ok) return [];
  const { offer, version, priceLists } = outcome;
  const { pricing, options } = version.content;
  return [
    {
      offer: { id: offer.id, name: offer.name, title: offer.title, version: version.number },
      before: pricing.priceLists,
      after: priceLists,
      margins: marginsOf({ ...pricing, priceLists }, options),
    },
  ];
}
