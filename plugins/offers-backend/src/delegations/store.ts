import { Delegation } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { planned, rowsOf } from '../database/statements';

interface DelegationRow {
  id: string;
  delegator: string;
  delegate: string;
  from_at: string;
  until_at: string;
  reason: string;
  created_at: string;
  revoked_at: string | null;
}

/** Keeps delegations from being made until the transaction ends; others may keep them, too. */
export async function holdDelegations(tx: Connection): Promise<void> {
  await tx('delegation_state').where({ id: 1 }).forShare().first();
}

/** Locks delegations for a new one, until the transaction ends: nobody is asked for a decision meanwhile. */
export async function lockDelegations(tx: Connection): Promise<void> {
  await tx('delegation_state').where({ id: 1 }).forUpdate().first();
}

/** Adds a delegation. */
export async function insertDelegation(tx: Connection, delegation: Delegation): Promise<void> {
  await tx<DelegationRow>('delegations').insert({
    id: delegation.id,
    delegator: delegation.delegator,
    delegate: delegation.delegate,
    from_at: delegation.from,
    until_at: delegation.until,
    reason: delegation.reason,
    created_at: delegation.createdAt,
    revoked_at: null,
  });
}

/** One delegation, locked until the transaction ends. */
export async function lockDelegation(tx: Connection, id: string): Promise<Delegation | undefined> {
  const row = await tx<DelegationRow>('delegations').where({ id }).forUpdate().first();
  return row && fromRow(row);
}

/** Ends a delegation that has not been revoked before. */
export async function revoke(tx: Connection, id: string, at: string): Promise<void> {
  await tx<DelegationRow>('delegations')
    .where({ id })
    .whereNull('revoked_at')
    .update({ revoked_at: at });
}

/** The delegations that a person gave or holds and that have not ended, soonest first. */
export async function selectDelegationsOf(
  knex: Connection,
  person: string,
  at: string,
): Promise<Delegation[]> {
  const rows = await knex<DelegationRow>('delegations')
    .where(own => own.where({ delegator: person }).orWhere({ delegate: person }))
    .where('until_at', '>', at)
    .whereNull('revoked_at')
    .orderBy(['from_at', 'id']);
  return rows.map(fromRow);
}

/** Asked for each decision, so it is no statement of the builder. */
const HELD = planned(
  `select * from delegations
    where delegate = ? and until_at > ? and from_at <= ? and revoked_at is null`,
);

/** What is in force at an instant for a delegate. */
export async function selectHeld(
  knex: Connection,
  delegate: string,
  at: string,
): Promise<Delegation[]> {
  return (await rowsOf<DelegationRow>(knex, HELD, [delegate, at, at])).map(fromRow);
}

/** Everything that is in force at an instant or will be later; there are few at any time. */
export async function selectUnended(knex: Connection, at: string): Promise<Delegation[]> {
  const rows = await knex<DelegationRow>('delegations')
    .where('until_at', '>', at)
    .whereNull('revoked_at')
    .orderBy(['from_at', 'id']);
  return rows.map(fromRow);
}

function fromRow(row: DelegationRow): Delegation {
  return {
    id: row.id,
    delegator: row.delegator,
    delegate: row.delegate,
    from: row.from_at,
    until: row.until_at,
    reason: row.reason,
    createdAt: row.created_at,
    ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
  };
}
