import { useApi } from '@backstage/core-plugin-api';
import { stepTitles, type Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { useQueries } from '@tanstack/react-query';
import { offersApiRef } from '../../data/offersApi';
import { useBundleSteps, type BundleSteps } from '../../offer/useBundleSteps';

/**
 * The members of a bundle by the names that people know, drafts among them: the catalogue does not show those, and who
 * writes a bundle may read them.
 */
export function useMembers(bundle: Bundle): BundleSteps {
  const api = useApi(offersApiRef);
  const shown = useBundleSteps(bundle);
  const unseen = shown.isRead ? bundle.steps.filter(({ key }) => !shown.nameOf(key)) : [];
  const ids = [...new Set(unseen.map(({ offerId }) => offerId))];
  const drafts = useQueries({
    queries: ids.map(id => ({
      queryKey: ['offers', 'getOffer', { params: { id } }],
      queryFn: () => api.call('getOffer', { params: { id } }),
    })),
  });
  const titles = stepTitles(
    bundle.steps,
    id => shown.offerTitle(id) ?? drafts[ids.indexOf(id)]?.data?.title,
  );
  return { ...shown, titleOf: key => titles.get(key) ?? key };
}
