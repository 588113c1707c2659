import {
  createExtension,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { RiStore2Line } from '@remixicon/react';
import { lazy, type ComponentType, type ReactElement } from 'react';
import { OFFERS } from './documents';
import type { OfferResultProps } from './OfferResult';

/** What the search page takes to show a result. */
type ResultItem = {
  predicate: (result: { type: string }) => boolean;
  component: ComponentType<OfferResultProps>;
  icon: ReactElement;
};

/** What the search page takes to filter by a type of results. */
type ResultType = {
  value: string;
  name: string;
  icon: ReactElement;
};

/**
 * What Backstage's search page takes, by the ids under which it does. An app without that page has nothing to
 * attach them to and leaves them out, which is why we do not depend on its package.
 */
export const resultItemDataRef = createExtensionDataRef<ResultItem>().with({
  id: 'search.search-result-list-item.item',
});
export const resultTypeDataRef = createExtensionDataRef<ResultType>().with({
  id: 'search.filters.result-types.type',
});

/** What the search page shows beside its results. */
type ResultAside = ComponentType<{ className: string }>;

export const resultAsideDataRef = createExtensionDataRef<{ component: ResultAside }>().with({
  id: 'search.filters.filter',
});

const OffersForYou = lazy(() =>
  import('../beside').then(({ OffersForYou: component }) => ({ default: component })),
);

const OfferResult = lazy(() =>
  import('../beside').then(({ OfferResult: component }) => ({ default: component })),
);

const item = createExtension({
  kind: 'search-result-list-item',
  name: 'offers',
  attachTo: { id: 'page:search', input: 'items' },
  output: [resultItemDataRef],
  factory: ({ node }) => [
    resultItemDataRef({
      predicate: ({ type }) => type === OFFERS,
      icon: <RiStore2Line />,
      component: props => (
        <ExtensionBoundary node={node}>
          <OfferResult {...props} />
        </ExtensionBoundary>
      ),
    }),
  ],
});

const resultType = createExtension({
  kind: 'search-filter-result-type',
  name: 'offers',
  attachTo: { id: 'page:search', input: 'resultTypes' },
  output: [resultTypeDataRef],
  factory: () => [
    resultTypeDataRef({ value: OFFERS, name: 'Offers for everyone', icon: <RiStore2Line /> }),
  ],
});

const forYou = createExtension({
  kind: 'search-filter',
  name: 'offers-for-you',
  attachTo: { id: 'page:search', input: 'searchFilters' },
  output: [resultAsideDataRef],
  factory: ({ node }) => [
    resultAsideDataRef({
      component: ({ className }) => (
        <div className={className}>
          <ExtensionBoundary node={node}>
            <OffersForYou />
          </ExtensionBoundary>
        </div>
      ),
    }),
  ],
});

/**
 * How offers look among the results of the portal's search, the filter for them alone, and beside them what is open to
 * the reader, which the index does not hold.
 */
export const searchResults = [item, resultType, forYou];
