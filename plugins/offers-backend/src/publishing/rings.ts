import { OfferLife, refuseRingAct, RingAct } from '@offerdesk/backstage-plugin-offers-common';
import { record } from '../audit/audit';
import { Actor, Context } from '../context';
import { found, Refusal } from '../refusal';
import { moveRing } from '../timeline/changing';
import { mayOperate, offerToActOn } from './access';
import { act } from './act';

/**
 * Promotes, holds, resumes or rolls back the ring that a version is in; lists and announcements follow at once.
 * @throws Refusal `not-found` for a version that is not published, `wrong-state` with what stands against it
 */
export async function actOnRing(
  ctx: Context,
  actor: Actor,
  { id, number }: { id: string; number: number },
  input: RingAct,
  key: string,
): Promise<OfferLife> {
  await offerToActOn(ctx, actor, id, mayOperate);
  const asked = { key, operation: `actOnRing:${number}`, input };
  return act(ctx, actor, id, asked, async ({ tx, life, at }) => {
    const version = found(life.timeline.versions.find(each => each.number === number));
    const refusal = refuseRingAct(life.timeline, version, input.act, at);
    if (refusal) throw new Refusal('wrong-state', { message: refusal });
    await moveRing(tx, {
      offerId: id,
      number,
      kind: input.act,
      at,
      actor: actor.ref,
      reason: input.reason,
    });
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: `offer.ring-${input.act}`,
      subjectKind: 'offer',
      subjectId: id,
      reason: input.reason,
      change: { version: number },
    });
  });
}
