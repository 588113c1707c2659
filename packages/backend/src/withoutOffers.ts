/** The same portal without anything of offers: what the start of ours is held against (test/load/web.ts). */
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@offerdesk/backstage-plugin-auth-backend-module-sample-people-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@offerdesk/backstage-plugin-permission-backend-module-offers'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.start();
