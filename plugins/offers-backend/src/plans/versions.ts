import { Connection } from '../database/Database';
import { selectReleasedVersions } from './store';

/** The plans that brought the published versions of an offer, by number. */
export async function plansOfVersions(
  connection: Connection,
  offerId: string,
): Promise<{ number: number; planId: string }[]> {
  return selectReleasedVersions(connection, offerId);
}
