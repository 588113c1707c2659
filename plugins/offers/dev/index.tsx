import { createDevApp } from '@backstage/frontend-dev-utils';
import offersPlugin from '../src/alpha';

// The plugin alone, before a backend at `backend.baseUrl`: run `npx backstage-cli package start` here.
createDevApp({ features: [offersPlugin] });
