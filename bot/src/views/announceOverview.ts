import { AnnouncementList, AnnouncementSummary } from '@offerdesk/backstage-plugin-offers-common';
import { ActionsBlock, KnownBlock } from '@slack/types';
import { Names } from '../backend/names';
import { actionIds } from './actionIds';
import { announcementHead } from './announcement';
import { button, context, Drawn, fitted, header, section } from './blocks';
import { choiceOption } from './form';
import { called, cut, escape, inline, plain, readersDate } from './text';
import { ComposeValue, CorrectValue } from './values';

/** What was announced of an offer, or will be, with the buttons to correct it and to announce by hand. */
export function announceOverview(
  offer: { id: string; title: string },
  { items, can }: AnnouncementList,
  names: Names,
): Drawn {
  const title = `Announcements: ${offer.title}`;
  return {
    text: escape(cut(title, 500)),
    blocks: fitted(
      [header(title)],
      items.length > 0
        ? items.map(item => [told(item, { mayCorrect: can.announce, names })])
        : [[section('Nothing was announced of it yet, and nothing is planned.')]],
      can.announce ? [announceActions(offer.id, can.kinds)] : [],
      left => context(`… and ${left} earlier: see the portal`),
    ),
  };
}

/** A button that says that the offer is worth a look, and a menu of what else is true of it now. */
function announceActions(offerId: string, kinds: AnnouncementList['can']['kinds']): ActionsBlock {
  const valueOf = (kind: ComposeValue['k']) =>
    JSON.stringify({ o: offerId, k: kind } satisfies ComposeValue);
  const others = kinds.filter(kind => kind !== 'promotion');
  return {
    type: 'actions',
    elements: [
      button({
        action: actionIds.compose,
        text: 'Announce it…',
        style: 'primary',
        value: valueOf('promotion'),
      }),
      ...(others.length > 0
        ? [
            {
              type: 'static_select' as const,
              action_id: actionIds.composeOther,
              placeholder: plain('Announce something else…', 150),
              options: others.map(kind => choiceOption(announcementHead(kind), valueOf(kind))),
            },
          ]
        : []),
    ],
  };
}

function told(
  item: AnnouncementSummary,
  { mayCorrect, names }: { mayCorrect: boolean; names: Names },
): KnownBlock {
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
    ...(text ? [`“${inline(text, 200)}”${by ? ` (${inline(called(by, names), 80)})` : ''}`] : []),
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
