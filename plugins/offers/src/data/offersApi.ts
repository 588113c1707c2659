import { createApiRef, type DiscoveryApi, type FetchApi } from '@backstage/core-plugin-api';
import type { CallInput, CallOutput, OperationId } from '@offerdesk/backstage-plugin-offers-common';

/** Calls operations of the offers backend as the signed-in person. @public */
export interface OffersApi {
  /**
   * Calls an operation.
   *
   * @param id - the operation, as `offers-common` lists it
   * @param input - its parameters, query, body, Idempotency-Key and revision
   * @throws OffersProblem when the backend refuses; whatever the fetch throws when there is no answer
   */
  call<Id extends OperationId>(
    id: Id,
    input: CallInput<Id>,
    options?: { signal?: AbortSignal },
  ): Promise<CallOutput<Id>>;
}

/** The API through which the pages speak to the backend; replace it to speak to another one. @public */
export const offersApiRef = createApiRef<OffersApi>({ id: 'plugin.offers.client' });

/**
 * Fetches what calls are made with. It is no part of the app's first load; a page that is opened asks for it beside itself, so that
 * its first call need not wait for it.
 */
export const loadClient = () => import('./portalClient');

/** The API over the app's discovery and fetch. */
export function createOffersApi(discoveryApi: DiscoveryApi, fetchApi: FetchApi): OffersApi {
  return {
    async call(id, input, options) {
      const { createPortalClient } = await loadClient();
      return createPortalClient(discoveryApi, fetchApi).call(id, input, {
        ...options,
        surface: 'portal',
      });
    },
  };
}

/** Fetches a part of the plugin, and what its calls are made with. */
export async function withClient<T>(part: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([part, loadClient()]);
  return loaded;
}
