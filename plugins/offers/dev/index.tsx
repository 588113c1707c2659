import { createDevApp } from '@backstage/frontend-dev-utils';
import { ApiBlueprint, createFrontendModule, PageBlueprint } from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import offersPlugin from '../src/alpha';
import { offersApiRef } from '../src/data/offersApi';
import { sampleBackend } from './sampleBackend';

const sampleApi = offersPlugin.getExtension('api:offers').override({
  factory: original =>
    original({
      params: define => define({ api: offersApiRef, deps: {}, factory: () => sampleBackend }),
    }),
});

const sampleCatalogue = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'sample-catalogue',
      params: define => define({ api: catalogApiRef, deps: {}, factory: () => catalogApiMock() }),
    }),
    // Where the names of teams and software lead, which the software catalogue would show.
    PageBlueprint.make({
      name: 'sample-entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        routeRef: entityRouteRef,
        loader: async () => <p>The sample has no software catalogue.</p>,
      },
    }),
  ],
});

// The plugin alone, with sample data and no backend: run `npx backstage-cli package start` here, and open /offers.
createDevApp({
  features: [offersPlugin.withOverrides({ extensions: [sampleApi] }), sampleCatalogue],
});
