import { SubscriptionMove } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Actor, Context } from '../context';
import { endLife } from '../timeline/changing';

/** The end of an offer as a released plan brings it. */
export interface Termination {
  offerId: string;
  planId: string;
  noticeAt: string;
  endsAt: string;
  replacedBy: string | undefined;
  noReplacement: string | undefined;
  subscriptions: SubscriptionMove;
  reason: string;
}

/**
 * Ends an offer at its instant: announced at its notice, never before now; over at its end. The caller computes its
 * life anew afterwards.
 */
export async function terminateOffer(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  actor: Pick<Actor, 'ref' | 'surface'>,
  termination: Termination,
  at: string,
): Promise<void> {
  const { offerId, planId, endsAt, reason } = termination;
  const noticeAt = termination.noticeAt > at ? termination.noticeAt : at;
  await endLife(tx, {
    ...termination,
    id: ctx.newId(),
    noticeAt,
    recordedAt: at,
    recordedBy: actor.ref,
  });
  await record(tx, {
    at,
    actor: actor.ref,
    surface: actor.surface,
    action: 'offer.terminate',
    subjectKind: 'offer',
    subjectId: offerId,
    reason,
    change: { plan: planId, noticeAt, endsAt, replacedBy: termination.replacedBy ?? null },
  });
}
