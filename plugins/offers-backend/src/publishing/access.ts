import {
  offerOperatePermission,
  planReleasePermission,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { readableOffer } from '../offers/offers';
import { StoredOffer } from '../offers/reading';
import { Refusal } from '../refusal';

/** Whether a person stops, resumes and rolls out what is published. */
export async function mayOperate(ctx: Context, actor: Actor): Promise<boolean> {
  return actor.can.has('operate') && ctx.guard.allows(actor.credentials, offerOperatePermission);
}

/** Whether a person publishes. */
export async function mayRelease(ctx: Context, actor: Actor): Promise<boolean> {
  return actor.can.has('release') && ctx.guard.allows(actor.credentials, planReleasePermission);
}

/**
 * The offer that somebody acts on. Who may not read it hears nothing of it (rule 1).
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function offerToActOn(
  ctx: Context,
  actor: Actor,
  id: string,
  may: (ctx: Context, actor: Actor) => Promise<boolean>,
): Promise<StoredOffer> {
  const offer = await readableOffer(ctx, actor, id);
  if (!(await may(ctx, actor))) throw new Refusal('not-allowed');
  return offer;
}
