import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createReactExtension,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { offersApiRef } from './data/offersApi';
import { createOffersApi } from './data/portalApi';
import { homeWidgetWords, widgetLayout, type WidgetWords } from './home/widgets';
import { rootRouteRef } from './routes';
import { OFFERS } from './searchResults/documents';

/** The plugin for apps of the classic frontend system. @public */
export const offersPlugin = createPlugin({
  id: 'offers',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: offersApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) => createOffersApi(discoveryApi, fetchApi),
    }),
  ],
});

/** Every page of the plugin; mount it at `/offers`. @public */
export const OffersPage = offersPlugin.provide(
  createRoutableExtension({
    name: 'OffersPage',
    component: () => import('./beside').then(({ OffersRouter }) => OffersRouter),
    mountPoint: rootRouteRef,
  }),
);

/** The offers that are linked to the entity of the page, as a tab of it. @public */
export const EntityOffersContent = offersPlugin.provide(
  createComponentExtension({
    name: 'EntityOffersContent',
    component: {
      lazy: () => import('./beside').then(({ EntityOffersContent: tab }) => tab),
    },
  }),
);

/** The offers that are linked to the entity of the page, as a card. @public */
export const EntityOffersCard = offersPlugin.provide(
  createComponentExtension({
    name: 'EntityOffersCard',
    component: {
      lazy: () => import('./beside').then(({ EntityOffersCard: card }) => card),
    },
  }),
);

/** A widget of a home page; one that people arrange themselves shows its title, and begins with its layout. */
const homeWidget = (
  name: string,
  { title, description }: WidgetWords,
  lazy: () => Promise<() => JSX.Element>,
) =>
  createReactExtension({
    name,
    data: { title, description, 'home.widget.config': { layout: widgetLayout } },
    component: { lazy },
  });

/** What was offered to the reader last, for a home page. @public */
export const HomeNewOffers = offersPlugin.provide(
  homeWidget('HomeNewOffers', homeWidgetWords.new, () =>
    import('./beside').then(({ NewOffers }) => NewOffers),
  ),
);

/** What the reader sees that is about to end, for a home page. @public */
export const HomeEndingOffers = offersPlugin.provide(
  homeWidget('HomeEndingOffers', homeWidgetWords.ending, () =>
    import('./beside').then(({ EndingOffers }) => EndingOffers),
  ),
);

/** The release plans that wait for the reader, for a home page. @public */
export const HomeWaitingPlans = offersPlugin.provide(
  homeWidget('HomeWaitingPlans', homeWidgetWords.waiting, () =>
    import('./beside').then(({ WaitingPlans }) => WaitingPlans),
  ),
);

/** An offer among the results of a search page. @public */
export const OfferSearchResultListItem = offersPlugin.provide(
  createSearchResultListItemExtension({
    name: 'OfferSearchResultListItem',
    component: () => import('./beside').then(({ OfferResult }) => OfferResult),
    predicate: ({ type }) => type === OFFERS,
  }),
);

/** The offers with the words of a search page that are open to the reader, to stand beside its results. @public */
export const SearchOffersForYou = offersPlugin.provide(
  createComponentExtension({
    name: 'SearchOffersForYou',
    component: { lazy: () => import('./beside').then(({ OffersForYou }) => OffersForYou) },
  }),
);
