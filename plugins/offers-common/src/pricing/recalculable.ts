import { Content } from '../content/content';
import { formatInstant } from '../instantWords';
import { ringWay } from '../timeline/ringStages';
import { servingAt } from '../timeline/serving';
import { OfferTimeline, TimedVersion } from '../timeline/timeline';
import { Recalculation } from './recalculate';

/** The version whose prices are recalculated, or why none can be. @public */
export type RecalculationBase = { ok: true; number: number } | { ok: false; reason: string };

/**
 * The version that a recalculation begins from: the one that is served at the instant at which the new prices
 * begin. Where another one is to take over from it later, the recalculation is refused: with that one the old
 * prices would come back (rule 7).
 * @public
 */
export function recalculationBase(timeline: OfferTimeline, at: string): RecalculationBase {
  const base = servingAt(timeline, at)?.first.version;
  if (!base) return { ok: false, reason: 'Nothing of it is offered then.' };
  const next = timeline.versions.find(
    version => isAfter(version, base) && ringWay(version, timeline).rolledBackAt === undefined,
  );
  if (!next) return { ok: true, number: base.number };
  const takesOver =
    next.validFrom > at
      ? `takes over on ${formatInstant(next.validFrom, 'UTC')}`
      : 'waits to take over';
  return {
    ok: false,
    reason: `Its version ${next.number} ${takesOver}; let the new prices begin after that.`,
  };
}

function isAfter(version: TimedVersion, base: TimedVersion): boolean {
  return version.validFrom === base.validFrom
    ? version.number > base.number
    : version.validFrom > base.validFrom;
}

/**
 * The content with other prices. They are for subscriptions that exist from the instant given, or never:
 * what an earlier version said of that is about its own prices (rule 10).
 * @public
 */
export function repriced(
  content: Content,
  priceLists: Content['pricing']['priceLists'],
  existingFrom: string | undefined,
): Content {
  const { existingFrom: _before, ...pricing } = content.pricing;
  return {
    ...content,
    pricing: { ...pricing, priceLists, ...(existingFrom ? { existingFrom } : {}) },
  };
}

/** What a recalculation is called where nobody gave it a title. @public */
export function recalculationTitle({ percent, index }: Recalculation): string {
  if (index) return `Prices by the index, from ${index.from} to ${index.to}`;
  return `Prices by ${percent?.startsWith('-') ? '' : '+'}${percent ?? '0'} %`;
}
