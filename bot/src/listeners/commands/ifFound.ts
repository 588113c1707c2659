import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';

/** What a call gives, or undefined when there is nothing that the person may see. */
export async function ifFound<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof OffersProblem && error.status === 404) return undefined;
    throw error;
  }
}
