import { createRouteRef } from '@backstage/core-plugin-api';

/** Where the pages of the plugin are mounted; `/offers` unless the app says otherwise. @public */
export const rootRouteRef = createRouteRef({ id: 'offers' });
