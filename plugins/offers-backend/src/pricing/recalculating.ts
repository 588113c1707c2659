import {
  offerReadPermission,
  offerUpdatePermission,
  PriceList,
  PriceSelection,
  RECALCULATED_AT_MOST,
  recalculate,
  Recalculation,
  recalculationBase,
} from '@offerdesk/backstage-plugin-offers-common';
import { ListFilter } from '../api/OfferGuard';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';
import { currentDrafts, offersToPrice, StoredOffer, StoredVersion } from '../offers/reading';
import { mayEdit } from '../offers/view';
import { planLinks } from '../plans/links';
import { requirePlanManager } from '../plans/plans';
import { Refusal } from '../refusal';
import { livesOf, OfferLife } from '../timeline/reading';

/** Which offers a person may read and edit, as roles and the policy say; asked outside the transaction. */
export interface Reach {
  owners: readonly string[] | undefined;
  filter: ListFilter;
  mayEdit: (offer: StoredOffer) => Promise<boolean>;
}

/** What became of one offer of a recalculation: the new price lists of a version, or why there are none. */
export type Outcome = { offer: StoredOffer } & (
  { ok: true; version: StoredVersion; priceLists: PriceList[] } | { ok: false; reason: string }
);

/** @throws Refusal `not-allowed` when the person does not manage plans */
export async function reachOf(ctx: Context, actor: Actor): Promise<Reach> {
  await requirePlanManager(ctx, actor);
  return {
    owners: actor.can.has('readAll') ? undefined : actor.principals,
    filter: await ctx.guard.filter(actor.credentials, offerReadPermission),
    mayEdit: async offer =>
      mayEdit(actor, offer) &&
      (await ctx.guard.allowsOffer(actor.credentials, offerUpdatePermission, offer)),
  };
}

/**
 * The offers of a selection that the person reads, by id.
 * @throws Refusal `invalid-input` when they are too many
 */
export async function selectedOffers(
  connection: Connection,
  selection: PriceSelection,
  { owners, filter }: Reach,
): Promise<StoredOffer[]> {
  const limit = RECALCULATED_AT_MOST + 1;
  const offers = await offersToPrice(connection, selection, { owners, filter, limit });
  if (offers.length < limit) return offers;
  const remedy = `Choose fewer: a recalculation is of at most ${RECALCULATED_AT_MOST} offers`;
  throw new Refusal('invalid-input', { fields: [{ field: 'selection', remedy }] });
}

/** Which of some offers a person may edit. */
export async function editableOf(
  offers: readonly StoredOffer[],
  { mayEdit: isEditable }: Reach,
): Promise<ReadonlySet<string>> {
  const editable = new Set<string>();
  for (const offer of offers) if (await isEditable(offer)) editable.add(offer.id);
  return editable;
}

/** What a recalculation does to each of some offers, for new prices that begin at an instant. */
export async function outcomesOf(
  connection: Connection,
  offers: readonly StoredOffer[],
  {
    recalculation,
    editable,
    at,
  }: { recalculation: Recalculation; editable: ReadonlySet<string>; at: string },
): Promise<Outcome[]> {
  const ids = offers.map(({ id }) => id);
  const lives = await livesOf(connection, ids);
  const drafted = new Set((await currentDrafts(connection, ids)).map(({ offer }) => offer.id));
  const planned = await planLinks(connection, ids);
  return offers.map(offer => {
    const reason = reasonAgainst(offer.id, { editable, drafted, planned });
    if (reason) return { offer, ok: false, reason };
    return outcomeOf(offer, lives.get(offer.id), recalculation, at);
  });
}

function reasonAgainst(
  id: string,
  {
    editable,
    drafted,
    planned,
  }: {
    editable: ReadonlySet<string>;
    drafted: ReadonlySet<string>;
    planned: ReadonlyMap<string, unknown>;
  },
): string | undefined {
  if (!editable.has(id)) return 'You may not edit it; its owner can.';
  if (drafted.has(id)) return 'It has a draft already: release or discard that first.';
  return planned.has(id) ? 'It is in a plan that is under way.' : undefined;
}

function outcomeOf(
  offer: StoredOffer,
  life: OfferLife | undefined,
  how: Recalculation,
  at: string,
): Outcome {
  const refused = (reason: string): Outcome => ({ offer, ok: false, reason });
  const base = life && recalculationBase(life.timeline, at);
  if (!base?.ok) return refused(base?.reason ?? 'Nothing of it is offered.');
  const version = life?.versions.find(({ number }) => number === base.number);
  if (!version) return refused('Nothing of it is offered.');
  const { bundle, pricing } = version.content;
  if (bundle && bundle.price.rule !== 'fixed') return refused('Its members make its price.');
  const result = recalculate(pricing, how);
  if (!result.ok) return refused(`${result.reason}.`);
  if (!result.changed) return refused('None of its prices would change.');
  return { offer, ok: true, version, priceLists: result.priceLists };
}
