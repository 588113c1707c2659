import {
  ApprovalPolicy,
  ApprovalProgress,
  approvalProgress,
  Decision,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { authorsByVersion } from '../offers/reading';
import { selectImplementers } from './itemStore';
import {
  selectDecisions,
  selectPlanAuthors,
  selectPlanOffers,
  StoredDecision,
  StoredPlan,
} from './store';

/** A decision, and whether its decider has become an author of what they decided on. */
export type WeighedDecision = StoredDecision & { byAuthor: boolean };

/**
 * The decisions on some plans, in the order in which they were taken. Who approves and edits afterwards,
 * be it only words, wrote what they approved: their decision does not count any more (rule 4).
 */
export async function decisionsOn(
  connection: Connection,
  planIds: readonly string[],
): Promise<Map<string, WeighedDecision[]>> {
  const decisions = await selectDecisions(connection, planIds);
  const brought = await selectPlanOffers(connection, planIds);
  const authors = await authorsByVersion(connection, brought);
  const planAuthors = await selectPlanAuthors(connection, planIds);
  const implementers = await selectImplementers(connection, planIds);
  const wrote = (planId: string, person: string) =>
    planAuthors.some(({ planId: id, author }) => id === planId && author === person) ||
    implementers.some(each => each.planId === planId && each.person === person) ||
    brought.some(
      ({ planId: id, offerId, number }) =>
        id === planId &&
        authors.some(
          author =>
            author.offerId === offerId && author.number === number && author.author === person,
        ),
    );
  return new Map(
    planIds.map(planId => [
      planId,
      decisions
        .filter(decision => decision.planId === planId)
        .map(({ planId: _planId, ...decision }) => ({
          ...decision,
          byAuthor: wrote(planId, decision.decider),
        })),
    ]),
  );
}

/** The decisions on one plan. */
export async function decisionsOnPlan(
  connection: Connection,
  planId: string,
): Promise<WeighedDecision[]> {
  return (await decisionsOn(connection, [planId])).get(planId) ?? [];
}

/** Where the approval of a plan stands. */
export function progressOf(
  policy: ApprovalPolicy,
  { contentHash }: Pick<StoredPlan, 'contentHash'>,
  decisions: readonly WeighedDecision[],
): ApprovalProgress {
  return approvalProgress(
    policy,
    contentHash,
    decisions.filter(({ byAuthor }) => !byAuthor),
  );
}

/** A decision as it is shown, with whether it still counts. */
export function decisionView(
  { decider, verdict, contentHash, reason, surface, at, byAuthor }: WeighedDecision,
  currentHash: string,
): Decision {
  return {
    decider,
    verdict,
    contentHash,
    ...(reason ? { reason } : {}),
    surface,
    at,
    voided: byAuthor || contentHash !== currentHash,
  };
}
