import { createDevApp } from '@backstage/frontend-dev-utils';
import offersPlugin from '../src/alpha';
import { offersApiRef } from '../src/data/offersApi';
import { sampleBackend } from './sampleBackend';
import { surroundings } from './surroundings';

const sampleApi = offersPlugin.getExtension('api:offers').override({
  factory: original =>
    original({
      params: define => define({ api: offersApiRef, deps: {}, factory: () => sampleBackend }),
    }),
});

// The plugin alone, with sample data and no backend: run `npx backstage-cli package start` here, and open /offers, /home with its
// widgets, and /catalog/default/component/checkout-api with what stands beside an entity.
createDevApp({
  features: [offersPlugin.withOverrides({ extensions: [sampleApi] }), ...surroundings],
});
