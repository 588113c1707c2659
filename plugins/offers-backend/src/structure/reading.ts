import { DatedChange, Structure, structureAt } from '@offerdesk/backstage-plugin-offers-common';
import { performance } from 'node:perf_hooks';
import { Context, nowOf } from '../context';
import { Connection, Database } from '../database/Database';
import { ahead } from '../database/readAhead';
import { selectRevision, selectStructureChanges, STRUCTURE_REVISION } from './store';

/**
 * How long what was read of the structure counts without asking whether it changed. What is planned ahead is known
 * ahead, so its instant is exact; what another replica releases at once is seen this much later
 * (docs/decisions/0025-structure-by-dated-changes.md).
 */
const TRUSTED_MS = 1_000;

/** How many instants' structures are kept. */
const KEPT = 32;

/** What was read of the structure last. */
interface Known {
  revision: number;
  changes: readonly DatedChange[];
  checkedAt: number;
  /** by how many changes hold */
  structures: Map<number, Structure>;
}

interface Memory {
  known: Known | undefined;
  /** how often it was told to forget */
  forgotten: number;
}

const memories = new WeakMap<Database, Memory>();

function memoryOf(db: Database): Memory {
  const memory = memories.get(db) ?? { known: undefined, forgotten: 0 };
  memories.set(db, memory);
  return memory;
}

/** The released changes of the structure, as they were a moment ago at most. */
export async function changesKnown(
  { db }: Pick<Context, 'db'>,
  connection: Connection = db.knex,
): Promise<readonly DatedChange[]> {
  return (await current(db, connection)).changes;
}

/** How often the structure was changed, to be read ahead. */
export const revisionAhead = ahead(STRUCTURE_REVISION, [1]);

/** The released changes as this transaction finds them: for what is decided, and not only shown. */
export async function changesNow(
  { db }: Pick<Context, 'db'>,
  connection: Connection,
): Promise<readonly DatedChange[]> {
  const { known } = memoryOf(db);
  const isSame = known !== undefined && known.revision === (await selectRevision(connection));
  return isSame ? known.changes : selectStructureChanges(connection);
}

/** The structure at an instant, as far as it was known a moment ago. */
export async function structureKnown(
  ctx: Pick<Context, 'db' | 'clock'>,
  { at = nowOf(ctx), connection = ctx.db.knex }: { at?: string; connection?: Connection } = {},
): Promise<Structure> {
  const { changes, structures } = await current(ctx.db, connection);
  const first = changes.findIndex(({ from }) => from > at);
  const held = first < 0 ? changes.length : first;
  const kept = structures.get(held);
  if (kept) return kept;
  const structure = structureAt(changes, at);
  if (structures.size >= KEPT) structures.clear();
  structures.set(held, structure);
  return structure;
}

/** What was released a moment ago on this replica is asked for at once. */
export function forgetStructure({ db }: Pick<Context, 'db'>): void {
  const memory = memoryOf(db);
  memory.known = undefined;
  memory.forgotten += 1;
}

async function current(db: Database, connection: Connection): Promise<Known> {
  const memory = memoryOf(db);
  const { known: before, forgotten } = memory;
  const now = performance.now();
  if (before && now - before.checkedAt < TRUSTED_MS) return before;
  const revision = await selectRevision(connection);
  if (before && before.revision === revision) {
    before.checkedAt = now;
    return before;
  }
  const changes = await selectStructureChanges(connection);
  const read = { revision, changes, checkedAt: now, structures: new Map<number, Structure>() };
  // What was read before a change that this replica made may be without it.
  if (memory.forgotten === forgotten) memory.known = read;
  return read;
}
