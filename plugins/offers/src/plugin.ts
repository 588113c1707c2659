import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { offersApiRef } from './data/offersApi';
import { createOffersApi } from './data/portalApi';
import { rootRouteRef } from './routes';

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

/** What was offered to the reader last, for a home page. @public */
export const HomeNewOffers = offersPlugin.provide(
  createComponentExtension({
    name: 'HomeNewOffers',
    component: { lazy: () => import('./beside').then(({ NewOffers }) => NewOffers) },
  }),
);

/** What the reader sees that is about to end, for a home page. @public */
export const HomeEndingOffers = offersPlugin.provide(
  createComponentExtension({
    name: 'HomeEndingOffers',
    component: {
      lazy: () => import('./beside').then(({ EndingOffers }) => EndingOffers),
    },
  }),
);

/** The release plans that wait for the reader, for a home page. @public */
export const HomeWaitingPlans = offersPlugin.provide(
  createComponentExtension({
    name: 'HomeWaitingPlans',
    component: {
      lazy: () => import('./beside').then(({ WaitingPlans }) => WaitingPlans),
    },
  }),
);
