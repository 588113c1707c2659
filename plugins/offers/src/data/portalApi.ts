import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import type { OffersApi } from './offersApi';

/**
 * The API over the app's discovery and fetch. What calls are made with is no part of the app's first load: it comes with the frame
 * of the pages, so that their first call need not wait for it, and what both know of refusals is loaded once.
 */
export function createOffersApi(discoveryApi: DiscoveryApi, fetchApi: FetchApi): OffersApi {
  return {
    async call(id, input, options) {
      const { createPortalClient } = await import('../beside');
      return createPortalClient(discoveryApi, fetchApi).call(id, input, {
        ...options,
        surface: 'portal',
      });
    },
  };
}
