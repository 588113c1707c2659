import { stepTitles, type Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { useMemo } from 'react';
import { useCall } from '../data/useCall';

/** The parts of a bundle by the names that people know. */
export interface BundleSteps {
  /** what a step is called, in another way than every other step; steps of a bundle within follow after a / */
  titleOf(key: string): string;
  /** what the offer of a step is called; undefined where the reader does not see it */
  offerTitle(offerId: string): string | undefined;
  /** the name in the address of the offer that a step takes; undefined where the reader does not see it */
  nameOf(key: string): string | undefined;
  /** whether it is known which of them the reader sees */
  isRead: boolean;
}

/**
 * Reads what the members of a bundle are called; asks nothing where there is no bundle.
 *
 * @param at - another instant that the reader looks at
 */
export function useBundleSteps(bundle: Bundle | undefined, at?: string): BundleSteps {
  // In an order of their own, so that moving a member asks nothing anew.
  const ids = [...new Set((bundle?.steps ?? []).map(({ offerId }) => offerId))].sort();
  const { data } = useCall(
    'offersById',
    { query: { ids: ids.join(','), ...(at ? { at } : {}) } },
    { enabled: ids.length > 0, keepPrevious: true },
  );
  return useMemo(() => {
    const steps = bundle?.steps ?? [];
    const ownOf = (key: string) => key.split('/')[0] ?? key;
    const offerOf = (id: string | undefined) => data?.items.find(offer => offer.id === id);
    const offerTitle = (id: string) => offerOf(id)?.title;
    const titles = stepTitles(steps, offerTitle);
    return {
      offerTitle,
      titleOf: key => titles.get(ownOf(key)) ?? key,
      nameOf: key => offerOf(steps.find(step => step.key === ownOf(key))?.offerId)?.name,
      isRead: data !== undefined,
    };
  }, [bundle, data]);
}
