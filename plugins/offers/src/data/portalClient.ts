import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { OffersClient } from '@offerdesk/backstage-plugin-offers-common';

/** The client of offers-common on top of the app's own discovery and fetch. */
export function createPortalClient(discoveryApi: DiscoveryApi, fetchApi: FetchApi): OffersClient {
  return new OffersClient(discoveryApi, { fetch: (url, init) => fetchApi.fetch(url, init) });
}
