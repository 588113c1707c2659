import { offerReadPermission } from '@offerdesk/backstage-plugin-offers-common';
import { ListFilter } from '../api/OfferGuard';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';
import { selectReadable } from './managedStore';
import { isStaffOf } from './reading';
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

/** Whether a person reads an offer as staff: by role or as an owner, within the policy. */
export async function readsAsStaff(
  { guard }: Pick<Context, 'guard'>,
  actor: Actor,
  offer: StoredOffer,
): Promise<boolean> {
  return (
    isStaffOf(actor, offer) &&
    (await guard.allowsOffer(actor.credentials, offerReadPermission, offer))
  );
}
