/**
 * The backend that is measured, as a process of its own: the plugins of packages/backend that answer requests
 * here, and the hand-written routes that they are compared with. `Stand` starts it.
 */
import { createBackend } from '@backstage/backend-defaults';
import { benchCatalogue } from './catalogueModule';
import { ceilingModule } from './ceiling';
import { benchSource } from './sourceModule';

const backend = createBackend();

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@offerdesk/backstage-plugin-auth-backend-module-sample-people-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(benchCatalogue);
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@offerdesk/backstage-plugin-permission-backend-module-offers'));
backend.add(import('@offerdesk/backstage-plugin-offers-backend'));
backend.add(benchSource);
backend.add(ceilingModule);
// Pages are measured over the same data; requests alone need no web app.
if (process.env.BENCH_WEB_APP) backend.add(import('@backstage/plugin-app-backend'));

backend.start();
