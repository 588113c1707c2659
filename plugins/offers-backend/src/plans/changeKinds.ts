import {
  Change,
  Criterion,
  FieldProblem,
  PlanChange,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';

/** When and by whom a change is released. */
export interface ChangeRelease {
  planId: string;
  /** the instant of the release, and the one from which the change holds */
  at: string;
  from: string;
  actor: Actor;
}

/**
 * One kind of structure or view change. The content hash covers kind, target and body of every change, so an
 * approval is given on all of it (rule 3).
 */
export interface ChangeKind {
  /** what is wrong with a body, when it is planned; empty when nothing is */
  faults(body: PlanChange['body']): FieldProblem[];
  /** what the Define gate asks of the change */
  criteria(connection: Connection, change: PlanChange): Promise<Criterion[]>;
  /** what it changes, in words */
  lines(connection: Connection, change: PlanChange): Promise<Change[]>;
  /** takes effect with the plan, in its transaction: all of a plan or nothing */
  apply(
    ctx: Context,
    tx: Knex.Transaction,
    change: PlanChange,
    release: ChangeRelease,
  ): Promise<void>;
}

/** Every kind of structure and view change that a plan can bring, by its name; the rooms that own them add theirs. */
export const changeKinds = new Map<string, ChangeKind>();

/** What is wrong with changes as they are asked for; a field for each fault. */
export function changeFaults(changes: readonly PlanChange[]): FieldProblem[] {
  return changes.flatMap(({ kind, body }, index) => {
    const known = changeKinds.get(kind);
    if (!known) {
      return [
        { field: `changes.${index}.kind`, remedy: `A plan brings no change of the kind ${kind}` },
      ];
    }
    return known
      .faults(body)
      .map(({ field, remedy }) => ({ field: `changes.${index}.body.${field}`, remedy }));
  });
}

/** What the Define gate asks of the changes of a plan. */
export async function changeCriteria(
  connection: Connection,
  changes: readonly PlanChange[],
): Promise<Criterion[]> {
  const found: Criterion[] = [];
  for (const change of changes) {
    found.push(...((await changeKinds.get(change.kind)?.criteria(connection, change)) ?? []));
  }
  return found;
}

/** What the changes of a plan change, in words. */
export async function changeLines(
  connection: Connection,
  changes: readonly PlanChange[],
): Promise<Change[]> {
  const lines: Change[] = [];
  for (const change of changes) {
    lines.push(...((await changeKinds.get(change.kind)?.lines(connection, change)) ?? []));
  }
  return lines;
}

/** Lets the changes of a plan take effect. */
export async function applyChanges(
  ctx: Context,
  tx: Knex.Transaction,
  changes: readonly PlanChange[],
  release: ChangeRelease,
): Promise<void> {
  for (const change of changes) {
    await changeKinds.get(change.kind)?.apply(ctx, tx, change, release);
  }
}
