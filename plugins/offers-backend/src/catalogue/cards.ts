import {
  isInAudience,
  ListedState,
  listedStateSchema,
  OfferCard,
  OfferCards,
  OffersByEntity,
  placementOf,
  priceListsShownTo,
  Structure,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { structureKnown } from '../structure/reading';
import { explainAll } from '../timeline/explaining';
import { livesOf } from '../timeline/reading';
import { searchFor } from './search';
import { selectCards, selectVisible, ShownCard } from './cardStore';
import { selectLinked } from './store';

/** A listed version in a state. */
export interface CardKey {
  offerId: string;
  number: number;
  state: string;
}

/** The cards of some listed versions for a person, in the order of the keys. */
export async function cardsOf(
  ctx: Context,
  actor: Actor,
  keys: readonly CardKey[],
  at = nowOf(ctx),
): Promise<OfferCard[]> {
  const cards = await selectCards(ctx.db.knex, keys);
  const listed = keys.flatMap(key => {
    const shown = cards.get(key.offerId);
    return shown ? [{ ...key, ...shown }] : [];
  });
  return cardsFor(ctx, actor, listed, at);
}

/** The same, of cards that were read. */
export async function cardsFor(
  ctx: Context,
  actor: Actor,
  listed: readonly (CardKey & ShownCard)[],
  at: string,
): Promise<OfferCard[]> {
  const bundles = listed.flatMap(({ offerId, card }) => (card.isBundle ? [offerId] : []));
  const orderableBundles = await orderableAmong(ctx, actor, bundles, at);
  const structure = await structureKnown(ctx, { at });
  return listed.map(({ offerId, state: stored, card: { isBundle, ...card }, access }) => {
    const state = listedStateSchema.parse(stored);
    const own = isOrderable(state) && isInAudience(access.order, actor.principals);
    return {
      ...card,
      ...categoryThen(structure, card),
      priceLists: priceListsShownTo(card.priceLists, actor.principals),
      state,
      orderable: isBundle ? orderableBundles.has(offerId) : own,
    };
  });
}

/** A card says what its version says; of an offer that has moved, where it is found is another matter. */
function categoryThen(
  structure: Structure,
  { id, category }: Pick<OfferCard, 'id' | 'category'>,
): { category?: string } {
  if (!structure.placements.has(id)) return {};
  const found = placementOf(structure, { id, madeIn: '' }, category);
  return found.category === undefined ? {} : { category: found.category };
}

/** A bundle can be ordered only while its members can be (rule 8), so its life is explained with theirs. */
async function orderableAmong(
  ctx: Context,
  actor: Actor,
  bundles: readonly string[],
  at: string,
): Promise<ReadonlySet<string>> {
  if (bundles.length === 0) return new Set();
  const lives = await livesOf(ctx.db.knex, bundles);
  const answers = await explainAll(ctx.db.knex, lives, actor, at);
  return new Set([...answers].flatMap(([id, { orderable }]) => (orderable.answer ? [id] : [])));
}

/**
 * The offers of some ids that the person may see, now or at another instant; of the others nothing is said.
 * @throws Refusal `not-allowed` when somebody asks for another instant who reads no offer as staff
 */
export async function offersById(
  ctx: Context,
  actor: Actor,
  { ids, at }: { ids: readonly string[]; at?: string | undefined },
): Promise<OfferCards> {
  const search = await searchFor(ctx, actor, { at });
  const visible = await selectVisible(ctx.db.knex, search, ids);
  const byId = new Map(visible.map(key => [key.offerId, key]));
  const keys = [...new Set(ids)].flatMap(id => byId.get(id) ?? []);
  return { items: await cardsOf(ctx, actor, keys, search.at) };
}

/** For each entity, the offers linked to it that the person may see, by title. */
export async function offersByEntity(
  ctx: Context,
  actor: Actor,
  refs: readonly string[],
): Promise<OffersByEntity> {
  const search = await searchFor(ctx, actor, {});
  const links = await selectLinked(ctx.db.knex, search, refs);
  const cards = await cardsOf(ctx, actor, links);
  const byId = new Map(cards.map(card => [card.id, card]));
  return {
    items: [...new Set(refs)].map(ref => ({
      ref,
      offers: links
        .filter(link => link.ref === ref)
        .flatMap(({ offerId }) => byId.get(offerId) ?? []),
    })),
  };
}

function isOrderable(state: ListedState): boolean {
  return state !== 'held' && state !== 'suspended';
}
