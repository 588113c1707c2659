import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@offerdesk/backstage-plugin-auth-backend-module-slack-bot-provider'));
backend.add(import('@offerdesk/backstage-plugin-auth-backend-module-sample-people-provider'));

backend.add(import('@backstage/plugin-catalog-backend'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@offerdesk/backstage-plugin-permission-backend-module-offers'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@offerdesk/backstage-plugin-search-backend-module-offers'));

backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));

backend.add(import('@offerdesk/backstage-plugin-offers-backend'));
backend.add(import('@offerdesk/backstage-plugin-offers-backend-module-open-service-broker'));

backend.start();
