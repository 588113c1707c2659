import { Ring } from '../content/access';
import { Content } from '../content/content';
import { NeededRelease } from '../content/product';
import { ringPercent } from '../timeline/ringBucket';
import { Criterion, criterion, Gate, gateOf } from './gate';

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

/** A version as the Publish entry gate looks at it. @public */
export interface PublishedContent {
  offerId: string;
  content: Content;
  /** needed product releases that are not deployed now */
  undeployed?: readonly NeededRelease[];
  /** the number of a version whose rings are not done when this one would begin its own */
  ringsInTheWay?: number | undefined;
}

/**
 * The Publish entry gate: validity lies in the future or now, and rings are sound. A product release that is not
 * deployed stops nothing: the offer is held until it is, and becomes available by itself.
 * @public
 */
export function publishEntryGate(
  offers: readonly PublishedContent[],
  releaseAt: string,
  now: string,
): Gate {
  return gateOf(
    'publish-entry',
    offers.flatMap(({ offerId, content, undeployed = [], ringsInTheWay }) =>
      [
        validityCriterion(content, releaseAt, now),
        ringsCriterion(content.access.rings),
        ...(ringsInTheWay === undefined ? [] : [inTheWayCriterion(ringsInTheWay)]),
        deployedCriterion(undeployed),
      ].map(found => ({ ...found, offerId })),
    ),
  );
}

function validityCriterion(content: Content, releaseAt: string, now: string): Criterion {
  const { until } = content.validity;
  const from = effectiveFrom(content, releaseAt, now);
  return criterion('validity', 'Validity is now or ahead', until === undefined || from < until, {
    remedy: 'The version would have ended before it begins: move its end, or take it out.',
    field: 'content.validity.until',
  });
}

/** A ring that lets in fewer than the one before would take the offer away from people who had it. */
function ringsCriterion(rings: readonly Ring[]): Criterion {
  const percents = rings.map(ringPercent);
  const shrinks = percents.some((percent, index) => percent < (percents[index - 1] ?? 0));
  return criterion('rings', 'Rings grow', !shrinks, {
    remedy: 'Let no ring have a smaller percentage than the one before it.',
    field: 'content.access.rings',
  });
}

/** Of one offer one version at a time goes through rings: nobody could tell otherwise who is served what. */
function inTheWayCriterion(number: number): Criterion {
  return criterion('rings-in-the-way', 'One version at a time in rings', false, {
    remedy: `Version ${number} is still in its rings by then: promote it to everybody or roll it back, or release this one without rings.`,
    field: 'content.access.rings',
  });
}

function deployedCriterion(undeployed: readonly NeededRelease[]): Criterion {
  const needed = undeployed.map(({ product, version }) => `${product} ${version}`).join(', ');
  return criterion('deployed', 'Needed product releases are deployed', undeployed.length === 0, {
    remedy: `It will be held, and cannot be ordered, until these are deployed: ${needed}.`,
    field: 'content.product.releases',
    consequence: 'held',
  });
}
