import { PlanState, PlanTurn, PlanTurnKind } from '@offerdesk/backstage-plugin-offers-common';
import { latestEntry } from '../audit/audit';
import { Connection } from '../database/Database';
import { StoredPlan } from './store';

/** What can have brought a plan into each state. */
const turnsInto: Readonly<Record<PlanState, readonly PlanTurnKind[]>> = {
  draft: ['withdraw', 'expire'],
  submitted: ['submit', 'void-approvals'],
  'changes-requested': ['request-changes'],
  approved: ['approve', 'break-glass'],
  implementing: ['implement'],
  ready: ['make-ready'],
  released: ['release'],
  rejected: ['reject'],
  cancelled: ['cancel'],
};

/**
 * What brought a plan into the state that it is in, by the log; undefined for a draft that nobody has submitted yet. What is
 * changed in a transaction is in the log only when that commits.
 */
export async function turnOf(
  connection: Connection,
  { id, state }: Pick<StoredPlan, 'id' | 'state'>,
): Promise<PlanTurn | undefined> {
  const kinds = turnsInto[state];
  const entry = await latestEntry(connection, {
    subjectId: id,
    actions: kinds.map(kind => `plan.${kind}`),
  });
  const what = kinds.find(kind => entry?.action === `plan.${kind}`);
  if (!entry || !what) return undefined;
  const { actor, at, surface, reason } = entry;
  return { what, by: actor, at, surface, ...(reason ? { reason } : {}) };
}

const did: Readonly<Record<PlanTurnKind, string>> = {
  submit: 'submitted it',
  approve: 'approved it',
  reject: 'rejected it',
  'request-changes': 'asked for changes',
  'void-approvals': 'changed what it brings',
  withdraw: 'changed what it brings, and it is a draft again',
  expire: 'took it back, since nobody decided in time',
  'break-glass': 'approved it alone, in an emergency',
  implement: 'began to implement it',
  'make-ready': 'called it ready',
  release: 'published it',
  cancel: 'cancelled it',
};

/** Who did what to the plan, and when, in words for whoever came too late. */
export function turnWords({ what, by, at, reason }: PlanTurn): string {
  return `${by} ${did[what]} at ${at}${reason ? ` (“${reason}”)` : ''}`;
}
