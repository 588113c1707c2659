import { ListFilter } from '../api/OfferGuard';
import { Actor } from '../context';
import { Connection } from '../database/Database';
import { selectReadable } from './managedStore';
import { StoredOffer } from './store';

/** Those of some offers that a person reads as staff: by role or as an owner, within the policy. */
export async function readableAmong(
  connection: Connection,
  actor: Actor,
  filter: ListFilter,
  ids: readonly string[],
): Promise<StoredOffer[]> {
  if (ids.length === 0) return [];
  const owners = actor.can.has('readAll') ? undefined : actor.principals;
  return selectReadable(connection, ids, { owners, filter });
}
