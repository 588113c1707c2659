import {
  faultsOfChanges,
  faultWords,
  partOf,
  StructureChange,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Actor } from '../context';
import { Refusal } from '../refusal';
import {
  holdStructure,
  insertStructureChanges,
  lockStructure,
  selectStructureChanges,
} from './store';

/** When and by whom the changes of a plan are released. */
export interface StructureRelease {
  planId: string;
  /** the instant of the release, and the one from which the changes hold */
  at: string;
  from: string;
  actor: Actor;
}

/**
 * Keeps the structure as it is while a plan is judged and released: what a gate found there is there still when the
 * plan takes effect. Releases of versions do not wait for each other; one that changes the structure waits for them.
 */
export async function keepStructure(tx: Knex.Transaction, changes: number): Promise<void> {
  await (changes > 0 ? lockStructure(tx) : holdStructure(tx));
}

/**
 * Lets the changes of a plan take effect at their instant, all of them, in the plan's transaction; each has its entry in
 * the log.
 * @throws Refusal `gate-not-met` when the structure would not be sound, now or at a later change that is released
 */
export async function applyChanges(
  tx: Knex.Transaction,
  changes: readonly StructureChange[],
  { planId, at, from, actor }: StructureRelease,
): Promise<void> {
  if (changes.length === 0) return;
  const dated = changes.map(change => ({ change, from, planId }));
  const faults = faultsOfChanges(await selectStructureChanges(tx), dated);
  if (faults.length > 0) {
    const words = faults.map(fault => faultWords(fault, from));
    throw new Refusal('gate-not-met', { message: [...new Set(words)].join(' ') });
  }
  await insertStructureChanges(tx, dated, { at, by: actor.ref });
  await record(
    tx,
    ...changes.map(change => ({
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: `structure.${change.kind}`,
      ...subjectOf(change),
      change: { planId, from, ...change.body },
    })),
  );
}

/** An offer's move is told in the story of the offer. */
function subjectOf(change: StructureChange) {
  return change.kind === 'offer-move'
    ? { subjectKind: 'offer' as const, subjectId: change.target }
    : {
        subjectKind: 'structure' as const,
        subjectId: `${partOf(change)}:${change.target}`,
      };
}
