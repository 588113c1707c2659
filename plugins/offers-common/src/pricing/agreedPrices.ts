import { PublishedWindow, servingVersion } from '../lifecycle/publicState';

/** A published version as far as prices and time are concerned. @public */
export interface PricedVersion extends PublishedWindow {
  /** `pricing.existingFrom`: from when its prices are for subscriptions that exist too */
  existingFrom: string | undefined;
}

/** Whose prices are asked for: those of a new order, or those of a subscription with the version it agreed to. @public */
export type PriceQuestion =
  { kind: 'new'; at: string } | { kind: 'existing'; agreed: number; at: string };

/**
 * The version whose prices hold at an instant (rule 10).
 *
 * A new order has the prices of the version that serves then. A subscription keeps the prices that it
 * agreed to until a version with a higher number says `existingFrom`, and from that instant on has that
 * version's; of several the one whose instant came last, and of one instant the highest number. So every
 * change takes effect in the order of its date, and none is dropped. The two dates know nothing of each other.
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
    const serving = servingVersion(versions, at);
    return serving && (serving.validUntil === undefined || at < serving.validUntil)
      ? serving
      : undefined;
  }
  const agreed = versions.find(({ number }) => number === question.agreed);
  return (
    versions
      .flatMap(version => {
        const { existingFrom, number } = version;
        return number > question.agreed && existingFrom !== undefined && existingFrom <= at
          ? [{ version, existingFrom }]
          : [];
      })
      .reduce<{ version: T; existingFrom: string } | undefined>(
        (last, next) =>
          last &&
          (last.existingFrom > next.existingFrom ||
            (last.existingFrom === next.existingFrom && last.version.number > next.version.number))
            ? last
            : next,
        undefined,
      )?.version ?? agreed
  );
}
