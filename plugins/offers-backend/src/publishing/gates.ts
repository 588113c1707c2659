import {
  Gate,
  implementExitGate,
  publishEntryGate,
  referencesOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { DraftedOffer } from '../offers/reading';
import { PlanToRelease } from '../plans/releasing';
import { gateOfPlan } from '../plans/substance';

/** Which references of some drafts do not resolve; asked before a transaction, of the software catalogue. */
export async function unresolvedIn(
  ctx: Pick<Context, 'directory'>,
  brought: readonly DraftedOffer[],
): Promise<Set<string>> {
  return ctx.directory.missing(
    brought.flatMap(({ offer, draft }) =>
      referencesOf(offer.owner, draft.content).map(({ ref }) => ref),
    ),
  );
}

/**
 * The gates that a release passes: Define exit once more, since words may have changed after the
 * approval, Implement exit, and Publish entry.
 */
export function releaseGates(
  ctx: Pick<Context, 'settings'>,
  { plan, brought, currentHash, approvedHash }: PlanToRelease,
  unresolved: ReadonlySet<string>,
  now: string,
): Gate[] {
  const offers = brought.map(({ offer, draft }) => ({
    offerId: offer.id,
    content: draft.content,
    unresolved: referencesOf(offer.owner, draft.content).filter(({ ref }) => unresolved.has(ref)),
  }));
  return [
    gateOfPlan(ctx, plan, brought),
    implementExitGate({ currentHash, approvedHash, offers }),
    publishEntryGate(offers, plan.releaseAt, now),
  ];
}
