import { useApi } from '@backstage/core-plugin-api';
import {
  isPricedByMembers,
  stepTitles,
  type Bundle,
  type Options,
  type PriceList,
  type PublishedVersion,
} from '@offerdesk/backstage-plugin-offers-common';
import { useQueries } from '@tanstack/react-query';
import { offersApiRef } from '../../data/offersApi';
import { useBundleSteps, type BundleSteps } from '../../offer/useBundleSteps';
import { designedOptions, type DesignedOption } from './optionDesign';

/** What is known of the members of a bundle by who writes it. */
export interface Members extends BundleSteps {
  /** the options of the offer of a step; undefined where the writer does not read it as staff */
  optionsOf(key: string): readonly DesignedOption[] | undefined;
  /** the price lists of an offer; undefined where they are not known, as of a bundle that its own members price */
  priceListsOf(offerId: string): readonly PriceList[] | undefined;
}

interface Sold {
  options: Options;
  priceLists?: readonly PriceList[];
}

/** What is published has a price of its own, or is a bundle that its members price. */
function soldAs({ options, priceLists }: PublishedVersion): Sold {
  return priceLists.length > 0 ? { options, priceLists } : { options };
}

/**
 * The members of a bundle by the names that people know, with what they are sold by: as published, or as a draft where
 * that comes with the bundle. The catalogue does not show a writer what they are not the audience of, so the offers
 * themselves are read.
 */
export function useMembers(bundle: Bundle): Members {
  const api = useApi(offersApiRef);
  const shown = useBundleSteps(bundle);
  const ids = [...new Set(bundle.steps.map(({ offerId }) => offerId))];
  const read = useQueries({
    queries: ids.map(id => {
      const input = { params: { id }, query: { published: 'true' as const } };
      return {
        queryKey: ['offers', 'getOffer', input],
        queryFn: () => api.call('getOffer', input),
        staleTime: 30_000,
      };
    }),
  });
  const offerOf = (id: string | undefined) => read[ids.indexOf(id ?? '')]?.data;
  const soldBy = (id: string | undefined): Sold | undefined => {
    const offer = offerOf(id);
    if (offer?.published) return soldAs(offer.published);
    const content = offer?.draft?.content;
    if (!content) return undefined;
    const { options, pricing } = content;
    return isPricedByMembers(content) ? { options } : { options, priceLists: pricing.priceLists };
  };
  const idOf = (key: string) => bundle.steps.find(step => step.key === key)?.offerId;
  const titles = stepTitles(bundle.steps, id => offerOf(id)?.title ?? shown.offerTitle(id));
  return {
    ...shown,
    titleOf: key => titles.get(key) ?? key,
    optionsOf: key => {
      const options = soldBy(idOf(key))?.options;
      return options && designedOptions(options);
    },
    priceListsOf: id => soldBy(id)?.priceLists,
  };
}
