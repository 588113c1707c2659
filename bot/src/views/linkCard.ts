import { LinkPreview } from '@offerdesk/backstage-plugin-offers-common';
import { context, Drawn, facts, quote, section } from './blocks';
import { brief, inline, lines, refWords } from './text';
import { leadTimeWords, priceLines } from './words';

/** What is shown of an offer under a link to it. */
export function linkCard(preview: LinkPreview): Drawn {
  const { title, name, summary, priceLists, leadTimeDays, owner, category, state } = preview;
  return {
    text: brief(title),
    blocks: [
      section(`*${inline(title)}* · \`${name}\``),
      ...(summary.trim() ? [quote(summary, 500)] : []),
      facts([
        ['Price', lines(priceLines(priceLists), 900) || 'See the portal'],
        ['Lead time', leadTimeWords(leadTimeDays)],
        ['Owner', owner && inline(refWords(owner))],
        ['Category', category && inline(category)],
      ]),
      ...(state === 'suspended' || state === 'held'
        ? [context('⛔ It cannot be ordered at the moment.')]
        : []),
    ],
  };
}
