import { AuditLink } from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';

/** What a transaction of `Database.transaction` still has to do, and what it will have done. */
interface UnitOfWork {
  atEnd: (() => Promise<void>)[];
  recorded: AuditLink[];
}

const units = new WeakMap<Knex.Transaction, UnitOfWork>();

function unitOf(tx: Knex.Transaction): UnitOfWork {
  const unit = units.get(tx);
  if (unit) return unit;
  throw new Error(
    'A change is recorded in a transaction of Database.transaction, in no other one.',
  );
}

/** Runs the work of a transaction, then what was left to its end; gives the audit entries that it recorded. */
export async function inUnitOfWork<T>(
  tx: Knex.Transaction,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<{ result: T; recorded: readonly AuditLink[] }> {
  const unit: UnitOfWork = { atEnd: [], recorded: [] };
  units.set(tx, unit);
  const result = await work(tx);
  for (const last of unit.atEnd) await last();
  return { result, recorded: unit.recorded };
}

/**
 * Leaves something to the end of the transaction, just before it commits: what takes a lock that others
 * wait for, so that it is held as short as can be.
 */
export function atEndOf(tx: Knex.Transaction, work: () => Promise<void>): void {
  unitOf(tx).atEnd.push(work);
}

/** Keeps audit entries for those who are told of them when the transaction has been committed. */
export function recordedIn(tx: Knex.Transaction, links: readonly AuditLink[]): void {
  unitOf(tx).recorded.push(...links);
}
