import {
  defineExitGate,
  effectiveFrom,
  Gate,
  newOfferImpact,
  OfferImpact,
  planContentHash,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { completenessInput, DraftedOffer, versionsOf } from '../offers/reading';
import { selectPlanOffers, StoredPlan } from './store';

/** People in each principal of an audience, where the software catalogue knows. */
export type PeopleCount = ReadonlyMap<string, number>;

/** The versions that a plan brings, with their offers. */
export async function broughtBy(connection: Connection, planId: string): Promise<DraftedOffer[]> {
  return versionsOf(connection, await selectPlanOffers(connection, [planId]));
}

/** What a decision on the plan is given on (rule 3). */
export function hashOf(
  plan: Pick<StoredPlan, 'scenario' | 'releaseAt' | 'round'>,
  brought: readonly DraftedOffer[],
): string {
  return planContentHash({
    scenario: plan.scenario,
    releaseAt: plan.releaseAt,
    round: plan.round,
    offers: brought.map(({ offer, draft }) => ({
      offerId: offer.id,
      interaction: offer.interaction,
      owner: offer.owner,
      content: draft.content,
    })),
  });
}

/** The completeness gate of a plan. */
export function gateOfPlan(
  ctx: Pick<Context, 'settings'>,
  plan: Pick<StoredPlan, 'releaseAt'>,
  brought: readonly DraftedOffer[],
): Gate {
  return defineExitGate({
    releaseAt: plan.releaseAt,
    offers: brought.map(each => ({ offerId: each.offer.id, ...completenessInput(ctx, each) })),
  });
}

/**
 * What the release of a plan would do. Counts that are not known now are kept from the impact before.
 */
export function impactOf(
  plan: Pick<StoredPlan, 'releaseAt' | 'impact'>,
  brought: readonly DraftedOffer[],
  people: PeopleCount,
): OfferImpact[] {
  const known = new Map(
    plan.impact.flatMap(({ audienceGained, mayOrder }) =>
      [...audienceGained, ...mayOrder].flatMap(({ principal, people: count }) =>
        count === undefined ? [] : [[principal, count] as const],
      ),
    ),
  );
  people.forEach((count, principal) => known.set(principal, count));
  return brought.map(({ offer, draft }) =>
    newOfferImpact({
      offerId: offer.id,
      interaction: offer.interaction,
      owner: offer.owner,
      content: draft.content,
      from: effectiveFrom(draft.content, plan.releaseAt, ''),
      people: known,
    }),
  );
}

/** Every principal of the audiences that a plan brings. */
export function audienceOf(brought: readonly DraftedOffer[]): string[] {
  return brought.flatMap(({ draft }) => [
    ...draft.content.access.see.allow,
    ...draft.content.access.order.allow,
  ]);
}
