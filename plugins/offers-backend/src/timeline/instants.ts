import { OfferLife } from './reading';

/**
 * The instant of an act on offers: now, and none before the last act on them, which a replica with another clock may have
 * put a moment ahead. What is done to an offer is judged and computed in the order of its instants: an act before
 * the last one would be lost, or done twice.
 *
 * @param lives - as they are once the offers are locked
 */
export function instantAfter(now: string, lives: Iterable<OfferLife>): string {
  const acts = [...lives].flatMap(({ versions, endings, suspensions, ringEvents }) => [
    ...versions.map(({ publishedAt }) => publishedAt),
    ...endings.map(({ recordedAt }) => recordedAt),
    ...suspensions.flatMap(({ from, until }) => [from, until]),
    ...ringEvents.map(({ at }) => at),
  ]);
  return acts.reduce<string>((last, at) => (at !== undefined && at > last ? at : last), now);
}
