import { servedAt } from './life';
import { Model, ModelCatalogue, ModelMove, ModelOffer } from './world';

/** The catalogue that is not this one. */
export const otherThan = (catalogue: ModelCatalogue): ModelCatalogue =>
  catalogue === 'default' ? 'office' : 'default';

/** In which catalogue an offer is at an instant: where it was made, or moved to last. */
export function placeAt({ moves }: Pick<ModelOffer, 'moves'>, at: string): ModelCatalogue {
  const past = moves.filter(move => move.at <= at);
  return past.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.into ?? 'default';
}

/** What stands against a move: it is there by then already, or is not offered any more. */
export function mayMove(model: Model, { offer, into }: ModelMove, at: string): boolean {
  const there = model.offers[offer];
  return there !== undefined && placeAt(there, at) !== into && !isOver(model, there, at);
}

function isOver(model: Model, offer: ModelOffer, at: string): boolean {
  if (offer.versions.length === 0) return false;
  const ahead = offer.versions.flatMap(({ from }) => (from > at ? [from] : []));
  return ![at, ...ahead].some(instant => {
    const { inside, outside } = servedAt(model, offer, instant);
    return inside ?? outside;
  });
}
