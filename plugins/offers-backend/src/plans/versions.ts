import { Connection } from '../database/Database';
import { renumberPlanOffers, selectReleasedVersions } from './store';

/** The plans that brought the published versions of an offer, by number. */
export async function plansOfVersions(
  connection: Connection,
  offerId: string,
): Promise<{ number: number; planId: string }[]> {
  return selectReleasedVersions(connection, offerId);
}

/** Lets plans under way bring a draft by its new number. */
export async function renumberPlanned(
  connection: Connection,
  offerId: string,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await renumberPlanOffers(connection, offerId, from, to);
}
