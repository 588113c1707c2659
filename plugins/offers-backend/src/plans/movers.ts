import {
  FieldProblem,
  offerUpdatePermission,
  PlanChange,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { readableOffer } from '../offers/offers';
import { StoredOffer } from '../offers/reading';
import { mayEdit } from '../offers/view';
import { Refusal } from '../refusal';
import { selectChanges } from './itemStore';

/**
 * Who plans the move of an offer edits it where it is, and would edit it where it goes: a policy that goes by
 * catalogue is held against both. Asked before the transaction; what the plan brings already was asked for then.
 *
 * @param planId - the plan that the changes are added to, where there is one
 * @throws Refusal `not-found` for an offer that the person does not read, `not-allowed`
 */
export async function requireMovers(
  ctx: Context,
  actor: Actor,
  changes: readonly PlanChange[],
  planId?: string,
): Promise<void> {
  const before = planId === undefined ? [] : await selectChanges(ctx.db.knex, [planId]);
  const known = new Set(before.map(({ change }) => JSON.stringify(change)));
  for (const [index, change] of changes.entries()) {
    if (change.kind !== 'offer-move' || known.has(JSON.stringify(change))) continue;
    const offer = await offerToMove(ctx, actor, change.target, `changes.${index}.target`);
    if (await mayMove(ctx, actor, offer, change.body.catalogue)) continue;
    const remedy = `Ask somebody who edits offers both in ${offer.catalogue} and in ${change.body.catalogue}`;
    throw new Refusal('not-allowed', { fields: [{ field: `changes.${index}`, remedy }] });
  }
}

async function offerToMove(
  ctx: Context,
  actor: Actor,
  id: string,
  field: string,
): Promise<StoredOffer> {
  try {
    return await readableOffer(ctx, actor, id);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'not-found')) throw error;
    const fields: FieldProblem[] = [{ field, remedy: 'Name an offer that there is' }];
    throw new Refusal('not-found', { fields });
  }
}

async function mayMove(
  { guard }: Pick<Context, 'guard'>,
  actor: Actor,
  offer: StoredOffer,
  catalogue: string,
): Promise<boolean> {
  const allows = (place: StoredOffer) =>
    guard.allowsOffer(actor.credentials, offerUpdatePermission, place);
  return mayEdit(actor, offer) && (await allows(offer)) && (await allows({ ...offer, catalogue }));
}
