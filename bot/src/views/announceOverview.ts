import { AnnouncementList, AnnouncementSummary } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { actionIds } from './actionIds';
import { announcementHead } from './announcement';
import { actions, button, context, Drawn, fitted, header, section } from './blocks';
import { cut, escape, inline, readersDate, refWords } from './text';
import { CorrectValue, OfferValue } from './values';

/** What was announced of an offer, or will be, with the buttons to correct it and to announce by hand. */
export function announceOverview(
  offer: { id: string; title: string },
  { items, can }: AnnouncementList,
): Drawn {
  const title = `Announcements: ${offer.title}`;
  const value: OfferValue = { o: offer.id };
  return {
    text: escape(cut(title, 500)),
    blocks: fitted(
      [header(title)],
      items.length > 0
        ? items.map(item => [told(item, can.announce)])
        : [[section('Nothing was announced of it yet, and nothing is planned.')]],
      can.announce
        ? [
            actions(
              button({
                action: actionIds.compose,
                text: 'Announce it…',
                style: 'primary',
                value: JSON.stringify(value),
              }),
            ),
          ]
        : [],
      left => context(`… and ${left} earlier: see the portal`),
    ),
  };
}

function told(item: AnnouncementSummary, mayCorrect: boolean): KnownBlock {
  const { id, kind, version, dueAt, text, by, deliveries, corrections } = item;
  const { sent, waiting, failed, withheld } = deliveries;
  const counts = [
    `${sent} sent`,
    ...(waiting > 0 ? [`${waiting} to come`] : []),
    ...(failed > 0 ? [`⚠️ ${failed} failed`] : []),
    ...(withheld > 0 ? [`${withheld} held back`] : []),
  ].join(', ');
  const value: CorrectValue = { n: id };
  const lines = [
    `*${announcementHead(kind)}*, version ${version}, ${readersDate(dueAt)}: ${counts}`,
    ...(text ? [`“${inline(text, 200)}”${by ? ` (${inline(refWords(by))})` : ''}`] : []),
    ...corrections.slice(-3).map(({ at, note }) => `✏️ ${readersDate(at)}: ${inline(note, 200)}`),
  ];
  return {
    ...section(lines.join('\n')),
    ...(mayCorrect && sent > 0
      ? {
          accessory: button({
            action: actionIds.correct,
            text: 'Correct…',
            value: JSON.stringify(value),
          }),
        }
      : {}),
  };
}
