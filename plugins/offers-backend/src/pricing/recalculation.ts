import {
  marginsOf,
  planManagePermission,
  PreviewRecalculation,
  RECALCULATED_AT_MOST,
  recalculate,
  Recalculation,
  RecalculationPreview,
  offerReadPermission,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { currentDrafts, offersToPrice, StoredOffer, StoredVersion } from '../offers/reading';
import { mayEdit } from '../offers/view';
import { Refusal } from '../refusal';
import { livesOf, OfferLife } from '../timeline/reading';

type Outcome =
  | { offer: RecalculationPreview['offers'][number] }
  | { leftOut: RecalculationPreview['leftOut'][number] };

/**
 * What a recalculation of the prices of many offers would do: before and after, the margin against the
 * floor, and why an offer is left out. It stores nothing.
 * @throws Refusal `invalid-input` when it would be of too many offers
 */
export async function previewRecalculation(
  ctx: Context,
  actor: Actor,
  { selection, recalculation }: PreviewRecalculation,
): Promise<RecalculationPreview> {
  if (!actor.can.has('managePlan')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, planManagePermission);
  const offers = await offersToPrice(ctx.db.knex, selection, {
    owners: actor.can.has('readAll') ? undefined : actor.principals,
    filter: await ctx.guard.filter(actor.credentials, offerReadPermission),
    limit: RECALCULATED_AT_MOST + 1,
  });
  if (offers.length > RECALCULATED_AT_MOST) throw tooMany();
  const ids = offers.map(({ id }) => id);
  const lives = await livesOf(ctx.db.knex, ids);
  const drafted = new Set((await currentDrafts(ctx.db.knex, ids)).map(({ offer }) => offer.id));
  const now = nowOf(ctx);
  const outcomes = offers.map(offer => {
    const version = servingVersion(lives.get(offer.id), now);
    const reason = reasonAgainst(actor, offer, version, drafted.has(offer.id));
    return version && !reason
      ? outcomeOf(offer, version, recalculation)
      : leftOut(offer, reason ?? '');
  });
  return {
    offers: outcomes.flatMap(outcome => ('offer' in outcome ? [outcome.offer] : [])),
    leftOut: outcomes.flatMap(outcome => ('leftOut' in outcome ? [outcome.leftOut] : [])),
  };
}

function servingVersion(life: OfferLife | undefined, at: string): StoredVersion | undefined {
  const number = life && servingAt(life.timeline, at)?.first.version.number;
  return life?.versions.find(version => version.number === number);
}

function reasonAgainst(
  actor: Actor,
  offer: StoredOffer,
  version: StoredVersion | undefined,
  hasDraft: boolean,
): string | undefined {
  if (!mayEdit(actor, offer)) return 'You may not edit it; its owner can.';
  if (!version) return 'Nothing of it is offered now.';
  if (hasDraft) return 'It has a draft already: release or discard that first.';
  const { bundle } = version.content;
  return bundle && bundle.price.rule !== 'fixed' ? 'Its members make its price.' : undefined;
}

function outcomeOf(offer: StoredOffer, version: StoredVersion, how: Recalculation): Outcome {
  const { pricing, options } = version.content;
  const result = recalculate(pricing, how);
  if (!result.ok) return leftOut(offer, `${result.reason}.`);
  const { priceLists } = result;
  if (!result.changed) return leftOut(offer, 'None of its prices would change.');
  return {
    offer: {
      offer: { id: offer.id, name: offer.name, title: offer.title, version: version.number },
      before: pricing.priceLists,
      after: priceLists,
      margins: marginsOf({ ...pricing, priceLists }, options),
    },
  };
}

function leftOut({ id, name, title }: StoredOffer, reason: string): Outcome {
  return { leftOut: { id, name, title, reason } };
}

function tooMany(): Refusal {
  const remedy = `Choose fewer: a recalculation is of at most ${RECALCULATED_AT_MOST} offers`;
  return new Refusal('invalid-input', { fields: [{ field: 'selection', remedy }] });
}
