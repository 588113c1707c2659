import { audienceKeys, Principals } from '../audience/audience';
import { PriceList } from '../content/pricing';
import { EVERYONE } from '../refs';

/** Why a price list is for a viewer: it names them, a group of theirs, or everybody. @public */
export type PriceListFit = 'person' | 'group' | 'everyone';

const FITS = ['person', 'group', 'everyone'] as const satisfies readonly PriceListFit[];

/** Why the prices of a list are for a viewer; undefined when they are not. @public */
export function fitOf(
  { audience }: Pick<PriceList, 'audience'>,
  principals: Principals,
): PriceListFit | undefined {
  if (audience.length === 0) return 'everyone';
  const keys = new Set(audienceKeys(principals));
  const held = audience.filter(principal => keys.has(principal));
  if (held.some(principal => /^(user|machine):/.test(principal))) return 'person';
  if (held.some(principal => principal !== EVERYONE)) return 'group';
  return held.length > 0 ? 'everyone' : undefined;
}

/**
 * The price lists that are for a viewer, the most specific first: those that name the person (or machine),
 * then those that name a group of theirs, then those for everybody. Within each, as the offer orders them
 * (decision 0010).
 * @public
 */
export function priceListsFor(lists: readonly PriceList[], principals: Principals): PriceList[] {
  return FITS.flatMap(fit => lists.filter(list => fitOf(list, principals) === fit));
}

/** The one price list that a viewer buys by in a currency; undefined when none is for them. @public */
export function choosePriceList(
  lists: readonly PriceList[],
  principals: Principals,
  currency: string,
): PriceList | undefined {
  return priceListsFor(lists, principals).find(list => list.currency === currency);
}

/**
 * The price lists as a viewer reads them: one for each currency, the one that they would buy by, without
 * the names of the groups and people that it is for.
 * @public
 */
export function priceListsShownTo(
  lists: readonly PriceList[],
  principals: Principals,
): PriceList[] {
  const own = priceListsFor(lists, principals);
  return own
    .filter(({ currency }, index) => own.findIndex(list => list.currency === currency) === index)
    .map(({ currency, charges }) => ({ currency, audience: [], charges }));
}
