import { Announcement } from '@offerdesk/backstage-plugin-offers-common';
import { actionIds } from './actionIds';
import { actions, button, Drawn, facts, header, quote } from './blocks';
import { cut, escape, inline, lines, readersDate, refWords } from './text';
import { leadTimeWords, priceLines } from './words';

/** The announcement of an offer that can be ordered from now on, for its audience. */
export function announcement(offer: Announcement): Drawn {
  const title = `🎉 Now available: ${offer.title}`;
  return {
    text: escape(cut(`${title}. ${offer.summary}`, 500)),
    blocks: [
      header(title),
      ...(offer.summary.trim() ? [quote(offer.summary)] : []),
      facts([
        ['Price', lines(priceLines(offer.priceLists), 1800) || 'See the portal'],
        ['Lead time', leadTimeWords(offer.leadTimeDays)],
        ['Owner', offer.owner && inline(refWords(offer.owner))],
        ['Category', offer.category && inline(offer.category)],
        ['From', readersDate(offer.from)],
        ['Until', offer.until && readersDate(offer.until)],
      ]),
      actions(
        button({ action: actionIds.open, text: 'See the offer', url: offer.url, style: 'primary' }),
      ),
    ],
  };
}
