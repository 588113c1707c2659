import {
  byDate,
  DatedChange,
  effectiveFrom,
  faultsOfChanges,
  leftKey,
  MovedOffer,
  PlanState,
  StructureChange,
  structureAt,
  StructureFacts,
  structureWith,
  Termination,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { DraftedOffer } from '../offers/reading';
import { movedBy, movedOffers } from './moved';
import { selectChangesAskedBefore } from './planStore';
import { changesNow } from './reading';
import { selectServedFrom } from './store';

/** A plan as far as its changes of structure and views are concerned. */
export interface PlannedStructure {
  id: string;
  releaseAt: string;
  submittedAt: string | undefined;
  state: PlanState;
  offers: readonly DraftedOffer[];
  terminations: readonly Termination[];
  changes: readonly StructureChange[];
}

/** What is released without the plan, and what the plan would add, by the instant at which it would be released. */
export interface StructureBesides {
  /** the instant at which it is asked */
  at: string;
  from: string;
  known: readonly DatedChange[];
  own: readonly DatedChange[];
}

/** Reads what is released, and dates what a plan brings. */
export async function besides(
  ctx: Pick<Context, 'db'>,
  connection: Connection,
  { id, releaseAt, changes }: Pick<PlannedStructure, 'id' | 'releaseAt' | 'changes'>,
  at: string,
): Promise<StructureBesides> {
  const all = await changesNow(ctx, connection);
  const released = all.find(({ planId }) => planId === id)?.from;
  const from = released ?? (releaseAt > at ? releaseAt : at);
  return {
    at,
    from,
    known: all.filter(({ planId }) => planId !== id),
    own: changes.map(change => ({ change, from, planId: id })),
  };
}

/** What the gate of a plan looks at in its changes of the structure. */
export async function structureFacts(
  connection: Connection,
  plan: PlannedStructure,
  seen: StructureBesides,
): Promise<StructureFacts> {
  const { from, known, own } = seen;
  const { changes } = plan;
  const left = new Map<string, string[]>();
  const moved = await movedOffers(connection, plan, seen);
  const before = structureAt(known, from);
  const sides = { before, after: structureWith(before, changes), moved };
  const sound = { from, changes, faults: [], clashes: [], left, sides };
  // What was released stays as it was judged then.
  if (changes.length === 0) return sound;
  if (plan.state === 'released') {
    return { ...sound, sides: { ...sides, moved: withoutObstacles(moved) } };
  }
  const faults = faultsOfChanges(known, own);
  return {
    ...sound,
    faults,
    clashes: await clashesOf(connection, plan, seen),
    left: await leftBehind(connection, plan, from),
  };
}

function withoutObstacles(moved: ReadonlyMap<string, MovedOffer>): Map<string, MovedOffer> {
  return new Map([...moved].map(([id, offer]) => [id, { ...offer, obstacle: undefined }]));
}

/** What could not take effect beside a plan that was asked for before (rule 7). */
async function clashesOf(
  connection: Connection,
  plan: PlannedStructure,
  { known, own, at }: StructureBesides,
): Promise<StructureFacts['clashes']> {
  const alone = new Set(faultsOfChanges(known, own).map(({ remedy }) => remedy));
  const others = await selectChangesAskedBefore(connection, plan);
  return others.flatMap(({ title, planId, releaseAt, changes }) => {
    const then = releaseAt > at ? releaseAt : at;
    const dated = changes.map(change => ({ change, from: then, planId }));
    const together = faultsOfChanges(byDate([...known, ...dated]), own);
    return together
      .filter(({ remedy }) => !alone.has(remedy))
      .map(fault => ({ ...fault, plan: title }));
  });
}

/** The offers that the plan would leave in what it retires, by what they are left in: their titles. */
async function leftBehind(
  connection: Connection,
  { offers, terminations, changes, releaseAt }: PlannedStructure,
  from: string,
): Promise<Map<string, string[]>> {
  const left = new Map<string, string[]>();
  const moved = movedBy(changes);
  for (const change of changes) {
    const where = retires(change);
    if (!where) continue;
    const served = await selectServedFrom(connection, where, from);
    const staying = served.filter(({ offerId }) => {
      const ends = terminations.some(each => each.offerId === offerId && each.endsAt <= from);
      const next = offers.find(({ offer }) => offer.id === offerId)?.draft.content;
      const moves =
        'category' in where &&
        next !== undefined &&
        next.information.category !== where.category &&
        effectiveFrom(next, releaseAt, from) <= from;
      return !ends && !moves && !moved.includes(offerId);
    });
    left.set(leftKey(change), [...new Set(staying.map(({ title }) => title))].sort());
  }
  return left;
}

function retires(
  change: StructureChange,
): { category: string } | { catalogue: string } | undefined {
  if (change.kind === 'catalogue-retire') return { catalogue: change.target };
  const staysFound = change.kind === 'category-retire' && change.body.into !== undefined;
  return change.kind === 'category-retire' && !staysFound ? { category: change.target } : undefined;
}
