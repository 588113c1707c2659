import { DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { actionIds } from './actionIds';
import { headOf } from './announcement';
import { actions, button, context, Drawn, fitted, header, section } from './blocks';
import { cut, escape, inline, readersDate } from './text';
import { ChooseValue } from './values';

type Digest = Extract<DeliveryBody, { kind: 'digest' }>;

/** What is new for a person since their last digest. */
export function digest({ mode, announcements, more, url }: Digest): Drawn {
  const title = mode === 'daily' ? 'Offers: what is new today' : 'Offers: what is new this week';
  const settings: ChooseValue = { c: 'announce', n: 'settings' };
  return {
    text: escape(cut(`${title}: ${announcements.map(each => each.title).join(', ')}`, 500)),
    blocks: fitted(
      [header(title)],
      announcements.map(each => [entry(each)]),
      [
        ...(more > 0 ? [context(`… and ${more} more: see the portal`)] : []),
        actions(
          button({ action: actionIds.open, text: 'See the catalogue', url }),
          button({ action: actionIds.choose, text: 'Settings', value: JSON.stringify(settings) }),
        ),
      ],
      left => context(`… and ${left} more: see the portal`),
    ),
  };
}

function entry(offer: Digest['announcements'][number]): KnownBlock {
  const { kind, title, summary, text, from, until, url, replacement } = offer;
  const hasEnd = (kind === 'ending' || kind === 'ended') && until !== undefined;
  const lines = [
    `*${headOf(offer)}: ${inline(title)}*`,
    inline(text ?? summary, 300) || '–',
    hasEnd
      ? `Until ${readersDate(until)}${replacement ? `, instead: ${inline(replacement.title)}` : ''}`
      : `From ${readersDate(from)}`,
  ];
  return {
    ...section(lines.join('\n')),
    ...(kind === 'ended'
      ? {}
      : { accessory: button({ action: actionIds.open, text: 'See the offer', url }) }),
  };
}
