import { createApiRef } from '@backstage/core-plugin-api';
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
