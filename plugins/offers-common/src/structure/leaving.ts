import { DatedChange } from './changes';
import { OfferToPlace, placementOf } from './places';
import { structureAt } from './structureAt';
import { categoryOf } from './tree';

/**
 * From when on an offer would be left behind with a version that names a category: the first instant after one at which
 * the category in which it is found is no more, and went nowhere; undefined where that is not to come.
 *
 * @param changes - what is released, by date
 * @public
 */
export function leftBehindFrom(
  changes: readonly DatedChange[],
  offer: OfferToPlace,
  { category, after }: { category: string | undefined; after: string },
): string | undefined {
  const coming = changes.filter(({ from }) => from > after).map(({ from }) => from);
  return [...new Set(coming)].find(at => {
    const structure = structureAt(changes, at);
    const found = placementOf(structure, offer, category).category;
    return found !== undefined && categoryOf(structure, found) === undefined;
  });
}
