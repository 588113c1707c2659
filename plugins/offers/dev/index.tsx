import { createDevApp } from '@backstage/frontend-dev-utils';
import { ApiBlueprint, createFrontendModule } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
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
  ],
});

// The plugin alone, with sample data and no backend: run `npx backstage-cli package start` here, and open /offers.
createDevApp({
  features: [offersPlugin.withOverrides({ extensions: [sampleApi] }), sampleCatalogue],
});
