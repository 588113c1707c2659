import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { ApiBlueprint, createFrontendPlugin, PageBlueprint } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint, EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiStore2Line } from '@remixicon/react';
import { offersApiRef } from './data/offersApi';
import { createOffersApi } from './data/portalApi';
import { homeWidgets } from './home/extensions';
import { rootRouteRef } from './routes';
import { searchResults } from './searchResults/extensions';

export { type OfferResultProps } from './searchResults/OfferResult';

/** The kinds of entity that offers are linked to. */
const LINKED_KINDS = { kind: { $in: ['component', 'system', 'resource', 'api'] } };

const offersApi = ApiBlueprint.make({
  params: define =>
    define({
      api: offersApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) => createOffersApi(discoveryApi, fetchApi),
    }),
});

// The header is ours: its tabs depend on what the person may see, which sub-pages cannot express.
const offersPage = PageBlueprint.make({
  params: {
    path: '/offers',
    title: 'Offers',
    icon: <RiStore2Line />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () => import('./beside').then(({ OffersRouter }) => <OffersRouter />),
  },
});

const entityContent = EntityContentBlueprint.make({
  name: 'offers',
  params: {
    path: '/offers',
    title: 'Offers',
    filter: LINKED_KINDS,
    loader: () => import('./beside').then(({ EntityOffersContent }) => <EntityOffersContent />),
  },
});

const entityCard = EntityCardBlueprint.make({
  name: 'offers',
  params: {
    filter: LINKED_KINDS,
    loader: () => import('./beside').then(({ EntityOffersCard }) => <EntityOffersCard />),
  },
});

/** The plugin for apps of the new frontend system. @alpha */
export default createFrontendPlugin({
  pluginId: 'offers',
  title: 'Offers',
  icon: <RiStore2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [offersApi, offersPage, entityContent, entityCard, ...homeWidgets, ...searchResults],
});
