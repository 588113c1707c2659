import {
  effectiveFrom,
  Gate,
  implementExitGate,
  keptReferencesOf,
  publishEntryGate,
  PlanChange,
  referencesOf,
  ringsInTheWay,
  referencesOfChange,
  structureReferenceCriteria,
  undeployed,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { DraftedOffer } from '../offers/reading';
import { PlanToRelease } from '../plans/releasing';
import { gateOfPlan } from '../plans/gate';
import { keptKey, unresolvedKept } from '../references/kept';
import { deploymentsOf } from '../releases/releases';
import { livesOf } from '../timeline/reading';

/**
 * Which references of some drafts and changes of the structure do not resolve, to entities and to what is kept once;
 * asked before a transaction, since the software catalogue is.
 */
export async function unresolvedIn(
  ctx: Pick<Context, 'directory' | 'db'>,
  brought: readonly DraftedOffer[],
  changes: readonly PlanChange[],
): Promise<Set<string>> {
  const entities = await ctx.directory.missing([
    ...brought.flatMap(({ offer, draft }) =>
      referencesOf(offer.owner, draft.content).map(({ ref }) => ref),
    ),
    ...changes.flatMap(change => referencesOfChange(change).map(({ ref }) => ref)),
  ]);
  const contents = brought.map(({ draft }) => draft.content);
  return new Set([...entities, ...(await unresolvedKept(ctx.db.knex, contents))]);
}

/**
 * The gates that a release passes: Define exit once more, since words may have changed after the
 * approval, Implement exit, and Publish entry.
 */
export async function releaseGates(
  ctx: Pick<Context, 'db' | 'clock'>,
  connection: Connection,
  { plan, brought, items, currentHash, approvedHash }: PlanToRelease,
  unresolved: ReadonlySet<string>,
): Promise<Gate[]> {
  const now = nowOf(ctx);
  const needed = brought.flatMap(({ draft }) => draft.content.product.releases);
  const deployments = await deploymentsOf(connection, needed);
  const ringed = brought.filter(({ draft }) => draft.content.access.rings.length > 0);
  const lives = await livesOf(
    connection,
    ringed.map(({ offer }) => offer.id),
  );
  const inTheWay = ({ offer, draft }: DraftedOffer) => {
    const life = lives.get(offer.id);
    const from = effectiveFrom(draft.content, plan.releaseAt, now);
    return life && ringsInTheWay(life.timeline, draft.content, from);
  };
  const offers = brought.map(({ offer, draft }) => ({
    offerId: offer.id,
    ringsInTheWay: inTheWay({ offer, draft }),
    content: draft.content,
    unresolved: referencesOf(offer.owner, draft.content).filter(({ ref }) => unresolved.has(ref)),
    undeployed: undeployed(draft.content.product, deployments, now),
    unresolvedKept: keptReferencesOf(draft.content).filter(reference =>
      unresolved.has(keptKey(reference)),
    ),
  }));
  return [
    await gateOfPlan(ctx, connection, plan),
    implementExitGate({
      currentHash,
      approvedHash,
      releaseAt: plan.releaseAt,
      toldFor: plan.toldFor,
      offers,
      structure: structureReferenceCriteria(items.changes, unresolved),
    }),
    publishEntryGate(offers, plan.releaseAt, now),
  ];
}
