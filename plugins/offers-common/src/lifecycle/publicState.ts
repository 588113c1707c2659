import { z } from 'zod';

/** What an offer is to consumers at an instant, computed from what is stored. @public */
export const publicStateSchema = z
  .enum(['draft', 'scheduled', 'available', 'ended'])
  .meta({ id: 'PublicState' });

/** What an offer is to consumers at an instant. @public */
export type PublicState = z.infer<typeof publicStateSchema>;

/** A published version as far as time is concerned: from (included) until (excluded), UTC instants. @public */
export interface PublishedWindow {
  number: number;
  validFrom: string;
  validUntil: string | undefined;
}

/**
 * The version that serves at an instant: of those that have begun, the one that began last.
 * A later version takes over at its instant; the earlier one does not come back.
 * @public
 */
export function servingVersion<T extends PublishedWindow>(
  versions: readonly T[],
  at: string,
): T | undefined {
  return versions
    .filter(version => version.validFrom <= at)
    .reduce<T | undefined>(
      (last, version) => (last && isAfter(last, version) ? last : version),
      undefined,
    );
}

function isAfter(a: PublishedWindow, b: PublishedWindow): boolean {
  return a.validFrom === b.validFrom ? a.number > b.number : a.validFrom > b.validFrom;
}

/**
 * The public state of an offer at an instant: a pure function of its published versions
 * (design: "What is computed, not swept").
 * @public
 */
export function publicStateAt(versions: readonly PublishedWindow[], at: string): PublicState {
  const serving = servingVersion(versions, at);
  if (!serving) return versions.length === 0 ? 'draft' : 'scheduled';
  if (serving.validUntil === undefined || at < serving.validUntil) return 'available';
  return versions.some(version => version.validFrom > at) ? 'scheduled' : 'ended';
}
