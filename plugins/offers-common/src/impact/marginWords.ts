import type { Margin } from '../pricing/margin';

/** Margins of an impact in one line each, for cards and pages. @public */
export function marginWords(margin: Margin): string {
  const { currency, price, cost, marginPercent, lowestPercent, floorPercent, verdict } = margin;
  const known = `${price} ${currency} in the first year`;
  if (verdict === 'no-cost') return `${known}; no cost known in ${currency}`;
  const lowest = lowestPercent === undefined ? '' : `, down to ${lowestPercent} % by choice`;
  const percent = marginPercent === undefined ? 'no margin' : `margin ${marginPercent} %${lowest}`;
  const floor = floorPercent === undefined ? 'no floor set' : `floor ${floorPercent} %`;
  return `${known}, cost ${cost} ${currency}: ${percent} (${floor})${verdict === 'under-floor' ? ', under the floor' : ''}`;
}
