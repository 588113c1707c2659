/** A published version as far as prices and time are concerned; instants are UTC. @public */
export interface PricedVersion {
  number: number;
  validFrom: string;
  validUntil: string | undefined;
  /** `pricing.existingFrom`: from when its prices are for subscriptions that exist too */
  existingFrom: string | undefined;
  /** when it was published: a release that was later than planned brings its prices from then on */
  publishedAt: string;
  /** from when it is taken back, by rolling back its ring or to an earlier version */
  takenBackAt?: string | undefined;
}

/**
 * Whose prices are asked for: those of a new order, or those of a subscription with the version it agreed to.
 * `serving` is the number of the version that serves the person (`servedTo`), where rings decide it; without
 * it the version that began last.
 * @public
 */
export type PriceQuestion =
  | { kind: 'new'; at: string; serving?: number | undefined }
  | { kind: 'existing'; agreed: number; at: string };

/**
 * The version whose prices hold at an instant (rule 10).
 *
 * A new order has the prices of the version that serves then. A subscription keeps the prices that it
 * agreed to until a version with a higher number says `existingFrom`, and from that instant on has that
 * version's; of several the one whose instant came last, and of one instant the highest number. So every
 * change takes effect in the order of its date, and none is dropped. A date that had passed when the version was
 * published means that instant: nobody pays other prices in hindsight. The two dates know nothing of each other. What is
 * taken back sets no prices from then on, neither those that it has set nor those that it was to set.
 *
 * @returns undefined for a new order when no version serves, or for a subscription to an unknown version
 * @public
 */
export function pricesFor<T extends PricedVersion>(
  question: PriceQuestion,
  versions: readonly T[],
): T | undefined {
  const { at } = question;
  if (question.kind === 'new') {
    const serving =
      question.serving === undefined
        ? lastOf(versions, ({ validFrom }) => validFrom, at)
        : versions.find(({ number }) => number === question.serving);
    const hasEnded = serving?.validUntil !== undefined && serving.validUntil <= at;
    return hasEnded ? undefined : serving;
  }
  const later = versions.filter(
    ({ number, takenBackAt }) =>
      number > question.agreed && (takenBackAt === undefined || at < takenBackAt),
  );
  const agreed = versions.find(({ number }) => number === question.agreed);
  return lastOf(later, existingPricesFrom, at) ?? agreed;
}

/**
 * From when the prices of a version are for subscriptions that exist too: its date, but never before it was published.
 * @returns undefined where they never are
 * @public
 */
export function existingPricesFrom({
  existingFrom,
  publishedAt,
}: {
  existingFrom?: string | undefined;
  publishedAt: string;
}): string | undefined {
  return existingFrom !== undefined && existingFrom < publishedAt ? publishedAt : existingFrom;
}

/** Of the versions whose date has come, the one whose date came last; of one date, the highest number. */
function lastOf<T extends PricedVersion>(
  versions: readonly T[],
  dateOf: (version: T) => string | undefined,
  at: string,
): T | undefined {
  return versions
    .flatMap(version => {
      const from = dateOf(version);
      return from !== undefined && from <= at ? [{ version, from }] : [];
    })
    .sort((a, b) => {
      if (a.from === b.from) return a.version.number - b.version.number;
      return a.from < b.from ? -1 : 1;
    })
    .at(-1)?.version;
}
