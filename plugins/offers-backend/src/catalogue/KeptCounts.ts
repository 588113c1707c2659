import { Database } from '../database/Database';
import { selectGeneration, selectNextTurn } from './generationStore';
import { CatalogueSearch } from './search';

/** How many counts are kept, the ones that were asked for last: some kilobytes each. */
const MOST = 2_000;

/** How long a count is kept in any case, in milliseconds: replicas of an earlier release raise no generation. */
const KEPT_MS = 30_000;

/** What a count rests on besides the listing itself; by another filter it is counted each time. */
const FILTERS = new Set<string>([
  ...['categories', 'interaction', 'provider', 'owner', 'state', 'leadTimeMax', 'entity'],
  ...['currency', 'priceMin', 'priceMax'],
  ...['catalogues', 'interactions', 'owners', 'providers', 'tags', 'entities'],
]);

interface Kept {
  value: unknown;
  /** of the listing that was counted */
  generation: number;
  /** the instants between which time changes nothing, half-open */
  from: string;
  until: string;
  countedAt: number;
}

/**
 * Counts of what people may see, exact at every instant: kept by who asks and for what, and used while the
 * listing was not changed and no instant passed at which something begins or ends
 * (docs/decisions/0030-counts-are-kept.md).
 */
export class KeptCounts {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly db: Pick<Database, 'knex'>) {}

  /**
   * The count of a search.
   * @param what - what is counted
   */
  async of<T>(
    what: string,
    search: CatalogueSearch,
    count: (search: CatalogueSearch) => Promise<T>,
  ): Promise<T> {
    if (Object.keys(search.filters).some(filter => !FILTERS.has(filter))) return count(search);
    const { at, ...rest } = search;
    const key = JSON.stringify([what, rest]);
    // Read first: what is changed while it is counted is counted anew by the next.
    const generation = await selectGeneration(this.db.knex);
    const known = this.kept.get(key);
    if (known && isCurrent(known, generation, at)) {
      this.keep(key, known);
      // Under a key lies what was counted for it.
      return known.value as T;
    }
    const until = await selectNextTurn(this.db.knex, at);
    const value = await count(search);
    this.keep(key, { value, generation, from: at, until, countedAt: performance.now() });
    return value;
  }

  /** Puts it at the end of the map, and forgets those at its beginning. */
  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST) return;
      this.kept.delete(oldest);
    }
  }
}

function isCurrent({ generation, from, until, countedAt }: Kept, now: number, at: string): boolean {
  return generation === now && from <= at && at < until && performance.now() - countedAt < KEPT_MS;
}

const ofDatabase = new WeakMap<Database, KeptCounts>();

/** The counts that are kept of a database. */
export function countsIn(db: Database): KeptCounts {
  const known = ofDatabase.get(db) ?? new KeptCounts(db);
  ofDatabase.set(db, known);
  return known;
}
