import { AuditLink, OffersSignal } from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { remembering } from './readOnce';

/**
 * What can be left to the end of a transaction, in the order in which it is done. Each takes a lock that other
 * transactions wait for: all take them in this order, and hold them as short as can be.
 */
const LAST = ['listing', 'log'] as const;

/** What is left to the end of a transaction. */
type Left = (typeof LAST)[number];

/** What a transaction of `Database.transaction` still has to do, and what it will have done. */
interface UnitOfWork {
  atEnd: Map<Left, () => Promise<void>>;
  recorded: AuditLink[];
  hinted: Set<OffersSignal['about']>;
}

const units = new WeakMap<Knex.Transaction, UnitOfWork>();

function unitOf(tx: Knex.Transaction): UnitOfWork {
  const unit = units.get(tx);
  if (unit) return unit;
  throw new Error(
    'A change is recorded in a transaction of Database.transaction, in no other one.',
  );
}

/** What a transaction has for those who are told after its commit. */
export type Committed = Readonly<Pick<UnitOfWork, 'recorded' | 'hinted'>>;

/** Runs the work of a transaction, then what was left to its end; gives what others are to be told of it. */
export async function inUnitOfWork<T>(
  tx: Knex.Transaction,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<{ result: T; committed: Committed }> {
  const unit: UnitOfWork = { atEnd: new Map(), recorded: [], hinted: new Set() };
  units.set(tx, unit);
  remembering(tx);
  const result = await work(tx);
  for (const left of LAST) await unit.atEnd.get(left)?.();
  return { result, committed: unit };
}

/** Leaves something to the end of the transaction, just before it commits; however often it is left, it is done once. */
export function atEndOf(tx: Knex.Transaction, what: Left, work: () => Promise<void>): void {
  unitOf(tx).atEnd.set(what, work);
}

/** Whether a transaction has an end to which something can be left. */
export function hasEnd(tx: Knex.Transaction): boolean {
  return units.has(tx);
}

/** Keeps audit entries for those who are told of them when the transaction has been committed. */
export function recordedIn(tx: Knex.Transaction, links: readonly AuditLink[]): void {
  unitOf(tx).recorded.push(...links);
}

/** Keeps a hint for pages about a change that the log has no entry for. */
export function hintIn(tx: Knex.Transaction, about: OffersSignal['about']): void {
  unitOf(tx).hinted.add(about);
}
