import type { Knex } from 'knex';
import { updateCatalogue } from './store';

/** Notes in which catalogue an offer is from now on. */
export async function moveOffer(
  tx: Knex.Transaction,
  offerId: string,
  catalogue: string,
): Promise<void> {
  await updateCatalogue(tx, offerId, catalogue);
}
