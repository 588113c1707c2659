import {
  Content,
  OfferCard,
  ownPriceLists,
  Segment,
} from '@offerdesk/backstage-plugin-offers-common';
import { StoredOffer, StoredVersion } from '../offers/reading';

/** What a list shows of a version; its state and whether it can be ordered depend on who looks and when. */
export type StoredCard = Omit<OfferCard, 'orderable' | 'state'> & {
  /** whether it can be ordered depends on its members too */
  isBundle: boolean;
};

/** Who provides an offer: the first supplier that fulfils it, else its owner. */
export function providerOf(
  { owner }: Pick<StoredOffer, 'owner'>,
  { plans }: Pick<Content, 'plans'>,
): string | undefined {
  for (const party of plans.fulfilment?.parties ?? []) {
    if (party.kind === 'external') return party.name;
  }
  return owner;
}

/** The card of a version. */
export function cardOf(
  { offer, segments }: { offer: StoredOffer; segments: readonly Segment[] },
  { number, content }: StoredVersion,
  since: string,
): StoredCard {
  const { information, terms } = content;
  const provider = providerOf(offer, content);
  const validUntil = lastOfferedUntil(segments, number);
  return {
    id: offer.id,
    name: offer.name,
    title: information.title,
    summary: information.summary,
    ...(information.category ? { category: information.category } : {}),
    interaction: offer.interaction,
    ...(offer.owner ? { owner: offer.owner } : {}),
    tags: information.tags,
    ...(information.logo ? { logo: information.logo } : {}),
    priceLists: ownPriceLists(content),
    ...(terms.leadTimeDays === undefined ? {} : { leadTimeDays: terms.leadTimeDays }),
    ...(validUntil ? { validUntil } : {}),
    ...(provider ? { provider } : {}),
    since,
    isBundle: content.bundle !== undefined,
  };
}

/** Until when the offer can be seen, where it ends with this version; another version goes on instead. */
function lastOfferedUntil(segments: readonly Segment[], number: number): string | undefined {
  const own = segments.filter(segment => segment.number === number);
  const until = own.some(segment => segment.until === undefined)
    ? undefined
    : own
        .map(segment => segment.until ?? '')
        .sort()
        .at(-1);
  const goesOn = segments.some(
    segment =>
      until !== undefined &&
      segment.from <= until &&
      (segment.until === undefined || segment.until > until),
  );
  return goesOn ? undefined : until;
}
