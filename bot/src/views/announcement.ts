import { Announcement } from '@offerdesk/backstage-plugin-offers-common';
import { ActionsBlock, SectionBlock } from '@slack/types';
import { actionIds } from './actionIds';
import { actions, button, Drawn, facts, header, quote, section } from './blocks';
import { changeLine } from './offerImpact';
import { cut, escape, inline, lines, readersDate, refWords } from './text';
import { leadTimeWords, priceLines } from './words';

const heads: Readonly<Record<Announcement['kind'], string>> = {
  upcoming: '🗓️ Coming',
  available: '🎉 Now available',
  changed: '✨ Changed',
  ending: '⏳ Ending',
  ended: '🏁 Ended',
  promotion: '💡 Worth a look',
};

/** What is told, in a word or two with its mark. */
export function announcementHead(kind: Announcement['kind']): string {
  return heads[kind];
}

/** What one announcement tells: an end that was announced, and does not come any more, is none. */
export function headOf({ kind, until }: Pick<Announcement, 'kind' | 'until'>): string {
  return kind === 'ending' && until === undefined ? '↩️ It goes on' : heads[kind];
}

/**
 * What is told of an offer, to its audience.
 *
 * @param inPerson - whether one person reads it, who may want to hear no more of its kind
 */
export function announcement(offer: Announcement, inPerson = false): Drawn {
  const title = `${headOf(offer)}: ${offer.title}`;
  const isOver = offer.kind === 'ended';
  return {
    text: escape(cut(`${title}. ${offer.summary}`, 500)),
    blocks: [
      header(title),
      ...corrected(offer),
      ...(offer.text ? [quote(offer.text, 1000)] : []),
      ...(offer.summary.trim() ? [quote(offer.summary)] : []),
      ...changed(offer),
      facts([
        // Whoever uses what ends looks for these first.
        ...(isOver || offer.kind === 'ending' ? end(offer) : []),
        ...(isOver ? [] : offered(offer)),
        ['Owner', offer.owner && inline(refWords(offer.owner))],
        ['Category', offer.category && inline(offer.category)],
        ['From', isOver ? undefined : readersDate(offer.from)],
        ...(isOver || offer.kind === 'ending' ? [] : end(offer)),
      ]),
      ...links(offer, inPerson),
    ],
  };
}

/** What is other than before, in short; the page of the offer tells it all. */
function changed({ changes = [] }: Announcement): SectionBlock[] {
  if (changes.length === 0) return [];
  return [section(`*What changed*\n${lines(changes.map(changeLine), 2000)}`)];
}

/** What can be opened; what has ended has no page any more. */
function links({ kind, url, replacement }: Announcement, inPerson: boolean): ActionsBlock[] {
  const buttons = [
    ...(kind === 'ended'
      ? []
      : [
          button({ action: actionIds.open, text: 'See the offer', url, style: 'primary' as const }),
        ]),
    ...(replacement
      ? [
          button({
            action: actionIds.openReplacement,
            text: 'See what replaces it',
            url: replacement.url,
          }),
        ]
      : []),
  ];
  const stop = {
    action: actionIds.stopHearing,
    text: 'Hear less',
    value: JSON.stringify({ k: kind }),
  };
  const all = inPerson ? [...buttons, button(stop)] : buttons;
  return all.length > 0 ? [actions(...all)] : [];
}

function corrected({ correction }: Announcement): SectionBlock[] {
  if (!correction) return [];
  const { note, at } = correction;
  return [section(`✏️ *Corrected ${readersDate(at)}:* ${inline(note, 1000)}`)];
}

function end(offer: Announcement): [string, string | undefined][] {
  return [
    [offer.kind === 'ended' ? 'Ended' : 'Until', offer.until && readersDate(offer.until)],
    ['Instead', offer.replacement && inline(offer.replacement.title)],
    ['Subscriptions', subscriptionWords(offer.subscriptions)],
  ];
}

function offered(offer: Announcement): [string, string | undefined][] {
  return [
    ['Price', lines(priceLines(offer.priceLists), 1800) || 'See the portal'],
    ['Lead time', leadTimeWords(offer.leadTimeDays)],
  ];
}

function subscriptionWords(move: Announcement['subscriptions']): string | undefined {
  if (!move) return undefined;
  if (move.when === 'on-date') return `Move to the replacement on ${readersDate(move.at)}`;
  return {
    now: 'Move to the replacement at once',
    'consumer-chooses': 'Move to the replacement when you choose',
    end: 'End with the offer',
  }[move.when];
}
