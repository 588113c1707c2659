import type { OfferCard } from '@offerdesk/backstage-plugin-offers-common';
import { useCallback, type RefObject } from 'react';
import { useFollow } from '../shell/useFollow';
import { useLinks } from '../shell/useLinks';

interface FollowOffers<E extends HTMLElement> {
  /** the list */
  list: RefObject<E>;
  /** the same function for as long as it leads to the same */
  hrefOf(offer: OfferCard): string;
}

/** How a list of offers leads to their pages, as they are at the instant that the reader looks at. */
export function useFollowOffers<E extends HTMLElement>(at: string | undefined): FollowOffers<E> {
  const links = useLinks();
  const { list, hrefOf } = useFollow<E>();
  return {
    list,
    hrefOf: useCallback(({ name }) => hrefOf(links.offer(name, at)), [hrefOf, links, at]),
  };
}
