import { Content } from '../content/content';
import { criterion, Gate, gateOf } from './gate';

/**
 * The instant from which a version may be ordered: its own start, but never before the plan's release
 * date, nor before the instant of publishing, since what was not published could not be ordered.
 *
 * @param content - the version's content
 * @param releaseAt - the plan's release date, a UTC instant
 * @param now - the instant of publishing
 * @public
 */
export function effectiveFrom(content: Content, releaseAt: string, now: string): string {
  return [content.validity.from ?? releaseAt, releaseAt, now].sort().at(-1) ?? now;
}

/** The Publish entry gate: validity lies in the future or now. @public */
export function publishEntryGate(
  offers: readonly { offerId: string; content: Content }[],
  releaseAt: string,
  now: string,
): Gate {
  return gateOf(
    'publish-entry',
    offers.map(({ offerId, content }) => {
      const { until } = content.validity;
      const from = effectiveFrom(content, releaseAt, now);
      return {
        ...criterion('validity', 'Validity is now or ahead', until === undefined || from < until, {
          remedy: 'The version would have ended before it begins: move its end, or take it out.',
          field: 'content.validity.until',
        }),
        offerId,
      };
    }),
  );
}
