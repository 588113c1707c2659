import { DemandEvent, nextDemandState } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Doer } from '../context';
import { Refusal } from '../refusal';
import { StoredDemand, updateDemand } from './store';

/** What an event changes in a demand beside its state, and what the log says of it. */
export interface DemandChange {
  at: string;
  fields?: Partial<Pick<StoredDemand, 'priority' | 'assignee' | 'triageNote' | 'planId'>> &
    Partial<Pick<StoredDemand, 'declinedFor' | 'mergedInto'>>;
  reason?: string;
  told?: Record<string, unknown>;
}

/**
 * Takes a demand that was locked in this transaction to its next state, with its entry in the log.
 * @throws Refusal `wrong-state` when its state does not allow the event
 */
export async function changeDemand(
  tx: Knex.Transaction,
  by: Doer,
  demand: StoredDemand,
  event: DemandEvent,
  { at, fields = {}, reason, told = {} }: DemandChange,
): Promise<StoredDemand> {
  const state = nextDemandState(demand.state, event);
  if (!state) throw wrongState(demand);
  const stored = await updateDemand(tx, { ...demand, ...fields, state, updatedAt: at });
  await tellOfDemand(tx, by, demand, event, {
    at,
    ...(reason ? { reason } : {}),
    told: { before: demand.state, state, ...told },
  });
  return stored;
}

/** Writes into the log what happened to a demand. */
export async function tellOfDemand(
  tx: Knex.Transaction,
  by: Doer,
  { id }: Pick<StoredDemand, 'id'>,
  event: DemandEvent | 'raise' | 'take-in',
  { at, reason, told }: Pick<DemandChange, 'at' | 'reason' | 'told'>,
): Promise<void> {
  await record(tx, {
    at,
    actor: by.ref,
    surface: by.surface,
    action: `demand.${event}`,
    subjectKind: 'demand',
    subjectId: id,
    reason,
    change: told ?? {},
  });
}

function wrongState({ state }: StoredDemand): Refusal {
  const instead: Partial<Record<StoredDemand['state'], string>> = {
    declined: 'open it again first',
    planned: 'it waits for its plan',
  };
  const remedy = instead[state] ?? 'raise another';
  return new Refusal('wrong-state', { message: `The demand is ${state}; ${remedy}.` });
}
