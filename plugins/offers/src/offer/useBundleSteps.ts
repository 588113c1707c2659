import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { useMemo } from 'react';
import { useCall } from '../data/useCall';

/** The parts of a bundle by the names that people know. */
export interface BundleSteps {
  /** what a step is called; steps of a bundle within follow after a / */
  titleOf(key: string): string;
  /** the name in the address of the offer that a step takes; undefined where the reader does not see it */
  nameOf(key: string): string | undefined;
  /** whether it is known which of them the reader sees */
  isRead: boolean;
}

/** Reads what the members of a bundle are called; asks nothing where there is no bundle. */
export function useBundleSteps(bundle: Bundle | undefined): BundleSteps {
  // In an order of their own, so that moving a member asks nothing anew.
  const ids = [...new Set((bundle?.steps ?? []).map(({ offerId }) => offerId))].sort();
  const { data } = useCall(
    'offersById',
    { query: { ids: ids.join(',') } },
    { enabled: ids.length > 0, keepPrevious: true },
  );
  return useMemo(() => {
    const memberOf = (key: string) => {
      const step = bundle?.steps.find(other => other.key === key.split('/')[0]);
      return data?.items.find(({ id }) => id === step?.offerId);
    };
    return {
      titleOf: key => memberOf(key)?.title ?? key,
      nameOf: key => memberOf(key)?.name,
      isRead: data !== undefined,
    };
  }, [bundle, data]);
}
