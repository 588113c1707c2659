import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { tokenOf } from '../api/tokens';

/** How long it counts that somebody saw an entity, in milliseconds: a draft is saved many times a minute. */
const KEPT_MS = 60_000;

/** How many sightings are kept at most. */
const MOST = 50_000;

/**
 * Which entities of the software catalogue a person saw lately, by the exact token that was sent. What was not seen is
 * not remembered: who creates the entity wants to see it at once. It draws what a draft says of its links, and
 * decides nothing: a release asks anew (rule 14).
 */
export class SeenEntities {
  private readonly until = new Map<string, number>();

  /** @param now - milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number) {}

  /** Those of the refs that have to be asked for. */
  unknown(credentials: BackstageCredentials, refs: readonly string[]): string[] {
    const token = tokenOf(credentials);
    if (token === undefined) return [...refs];
    return refs.filter(ref => !((this.until.get(`${ref} ${token}`) ?? 0) > this.now()));
  }

  /** Remembers that somebody has just seen some entities. */
  saw(credentials: BackstageCredentials, refs: readonly string[]): void {
    const token = tokenOf(credentials);
    if (token === undefined) return;
    if (this.until.size + refs.length > MOST) this.until.clear();
    for (const ref of refs) this.until.set(`${ref} ${token}`, this.now() + KEPT_MS);
  }
}
