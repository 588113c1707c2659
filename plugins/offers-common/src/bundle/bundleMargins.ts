import { Content } from '../content/content';
import { Margin, marginsOf } from '../pricing/margin';
import { judgedPricing, MemberOf } from './bundlePricing';
import { leastChoices } from './leastChoice';

/**
 * The margins that an offer is judged by. Of a bundle of which something can be chosen also with the choice that earns
 * least: that one has to be at or over the floor too.
 *
 * @param memberOf - what the bundle would order of an offer; undefined where it is not known
 * @public
 */
export function judgedMargins(
  content: Pick<Content, 'bundle' | 'pricing' | 'options'>,
  memberOf: MemberOf,
): Margin[] {
  const { options } = content;
  const usual = marginsOf(judgedPricing(content, memberOf), options);
  const least = [...leastChoices(content, memberOf).values()].flatMap(({ pricing }) =>
    marginsOf(pricing, options),
  );
  const isAlike = (one: Margin) => (other: Margin) =>
    one.currency === other.currency && one.audience?.join() === other.audience?.join();
  return [
    ...usual.map(margin => {
      const other = least.find(isAlike(margin));
      return other ? withLeast(margin, other) : margin;
    }),
    // A currency in which it can be ordered with some choices only.
    ...least.filter(margin => !usual.some(isAlike(margin))),
  ];
}

function withLeast(usual: Margin, least: Margin): Margin {
  if (usual.verdict === 'no-cost' || least.verdict === 'no-cost') {
    return usual.verdict === 'no-cost' ? least : usual;
  }
  const shares = [usual, least].flatMap(({ lowestPercent, marginPercent }) => [
    ...(lowestPercent === undefined ? [] : [lowestPercent]),
    ...(marginPercent === undefined ? [] : [marginPercent]),
  ]);
  const lowest = shares.sort((a, b) => Number(a) - Number(b))[0];
  return {
    ...usual,
    ...(lowest === undefined || lowest === usual.marginPercent ? {} : { lowestPercent: lowest }),
    verdict: least.verdict === 'under-floor' ? 'under-floor' : usual.verdict,
  };
}
