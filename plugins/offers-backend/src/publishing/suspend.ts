import {
  OfferLife,
  refuseResume,
  refuseSuspension,
  SuspendOffer,
} from '@offerdesk/backstage-plugin-offers-common';
import { record } from '../audit/audit';
import { Actor, Context } from '../context';
import { found, Refusal } from '../refusal';
import { resumeLife, reviewSuspensionOf, suspendLife } from '../timeline/changing';
import { mayOperate, offerToActOn } from './access';
import { act } from './act';

/**
 * Stops an offer by hand: from now on nobody can order it; who may see it sees that it is suspended. An emergency stop takes the
 * place of a suspension that lasts, and nobody can order in between.
 * @throws Refusal `wrong-state` when nothing is offered, or it is suspended already
 */
export async function suspendOffer(
  ctx: Context,
  actor: Actor,
  id: string,
  { kind, reason }: SuspendOffer,
  key: string,
): Promise<OfferLife> {
  await offerToActOn(ctx, actor, id, mayOperate);
  const asked = { key, operation: 'suspendOffer', input: { kind, reason } };
  return act(ctx, actor, id, asked, async ({ tx, life, at }) => {
    const refusal = refuseSuspension(life.timeline, kind, at);
    if (refusal) throw wrongState(refusal);
    const before = life.suspensions.find(({ until }) => until === undefined);
    if (before) await resumeLife(tx, id, { at, by: actor.ref, reason });
    const suspension = { id: ctx.newId(), offerId: id, kind, reason, from: at };
    await suspendLife(tx, { ...suspension, startedBy: actor.ref });
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: kind === 'emergency' ? 'offer.emergency-stop' : 'offer.suspend',
      subjectKind: 'offer',
      subjectId: id,
      reason,
      change: { suspension: suspension.id, ...(before ? { insteadOf: before.id } : {}) },
    });
  });
}

/**
 * Lets a suspended offer be ordered again.
 * @throws Refusal `wrong-state` when it is not suspended
 */
export async function resumeOffer(
  ctx: Context,
  actor: Actor,
  id: string,
  reason: string,
  key: string,
): Promise<OfferLife> {
  await offerToActOn(ctx, actor, id, mayOperate);
  const asked = { key, operation: 'resumeOffer', input: { reason } };
  return act(ctx, actor, id, asked, async ({ tx, life, at }) => {
    const refusal = refuseResume(life.timeline);
    if (refusal) throw wrongState(refusal);
    const open = found(life.suspensions.find(({ until }) => until === undefined));
    if (!(await resumeLife(tx, id, { at, by: actor.ref, reason }))) {
      throw wrongState('The offer was resumed by somebody else just now.');
    }
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'offer.resume',
      subjectKind: 'offer',
      subjectId: id,
      reason,
      change: { suspension: open.id },
    });
  });
}

/**
 * Keeps what came of the review of a suspension. Who suspended does not review it.
 * @throws Refusal `not-found`, `wrong-state` when it was reviewed, `author-cannot-decide`
 */
export async function reviewSuspension(
  ctx: Context,
  actor: Actor,
  { id, suspension }: { id: string; suspension: string },
  review: string,
  key: string,
): Promise<OfferLife> {
  await offerToActOn(ctx, actor, id, mayOperate);
  const asked = { key, operation: `reviewSuspension:${suspension}`, input: { review } };
  return act(ctx, actor, id, asked, async ({ tx, life, at }) => {
    const stored = found(life.suspensions.find(each => each.id === suspension));
    if (stored.startedBy === actor.ref) {
      throw new Refusal('author-cannot-decide', {
        message: 'You suspended the offer, so somebody else has to review it.',
      });
    }
    const which = { id: suspension, offerId: id };
    if (!(await reviewSuspensionOf(tx, which, { at, by: actor.ref, text: review }))) {
      throw wrongState('The suspension has been reviewed already.');
    }
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'offer.review-suspension',
      subjectKind: 'offer',
      subjectId: id,
      change: { suspension, review },
    });
  });
}

function wrongState(message: string): Refusal {
  return new Refusal('wrong-state', { message });
}
