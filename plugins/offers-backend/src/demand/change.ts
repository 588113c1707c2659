import {
  DemandEvent,
  DemandHappening,
  nextDemandState,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Context, Doer } from '../context';
import { Refusal } from '../refusal';
import { insertHappening } from './historyStore';
import { StoredDemand, updateDemand } from './store';
import { tellRequesters } from './told';

/** What an event changes in a demand beside its state, and what the log says of it. */
export interface DemandChange {
  at: string;
  fields?: Partial<Pick<StoredDemand, 'priority' | 'assignee' | 'triageNote' | 'planId'>> &
    Partial<Pick<StoredDemand, 'declinedFor' | 'mergedInto'>>;
  reason?: string;
  told?: Record<string, unknown>;
}

/**
 * Takes a demand that was locked in this transaction to its next state, with its entry in the log and what its requester is
 * told.
 * @throws Refusal `wrong-state` when its state does not allow the event
 */
export async function changeDemand(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  by: Doer,
  demand: StoredDemand,
  event: DemandEvent,
  { at, fields = {}, reason, told = {} }: DemandChange,
): Promise<StoredDemand> {
  const state = nextDemandState(demand.state, event);
  if (!state) throw wrongState(demand);
  const stored = await updateDemand(tx, { ...demand, ...fields, state, updatedAt: at });
  await tellOfDemand(tx, by, stored, event, {
    ...(reason ? { reason } : {}),
    told: { before: demand.state, state, ...told },
  });
  await tellRequesters(ctx, tx, by, stored, { event, at, reason });
  return stored;
}

/** Writes what happened to a demand into its history and into the log; once for each revision. */
export async function tellOfDemand(
  tx: Knex.Transaction,
  by: Doer,
  { id, revision, updatedAt: at }: StoredDemand,
  event: DemandHappening['event'],
  { reason, told = {} }: Pick<DemandChange, 'reason' | 'told'>,
): Promise<void> {
  await insertHappening(tx, id, revision, { at, by: by.ref, event, ...(reason ? { reason } : {}) });
  await record(tx, {
    at,
    actor: by.ref,
    surface: by.surface,
    action: `demand.${event}`,
    subjectKind: 'demand',
    subjectId: id,
    reason,
    change: told,
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
