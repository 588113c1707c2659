import {
  ActPreview,
  announcementKindSchema,
  OfferAct,
} from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { actionIds } from './actionIds';
import { announcementHead } from './announcement';
import { actHead, actWords } from './actWords';
import { actions, button, Drawn, fitted, header, section, context } from './blocks';
import { channelWords, cut, escape, inline, lines, readersDate } from './text';
import { ActValue } from './values';
import { reachWords, segmentWords } from './words';

/** What one act, or one of several, would do to an offer, with the buttons to go on; nothing has happened yet. */
export function actPreview(preview: ActPreview, acts: readonly OfferAct[]): Drawn {
  const title = actHead(preview);
  return {
    text: escape(cut(`${title}?`, 500)),
    blocks: fitted(
      [header(title)],
      preview.possible ? effectBlocks(preview).map(block => [block]) : [[nowBlock(preview)]],
      endingOf(preview, acts),
      () => context('… there is more: see the portal'),
    ),
  };
}

/** What is served, where nothing would come of the act. */
function nowBlock({ now }: ActPreview): KnownBlock {
  return section(`*Now*\n${servedWords(now)}`);
}

function servedWords(segments: ActPreview['then']): string {
  const served = segments.map(segment => `• ${segmentWords(segment)}`);
  return lines(served, 1200) || '_nothing is offered_';
}

/** What an act would do, in sections. */
export function effectBlocks(preview: ActPreview): KnownBlock[] {
  const { now, then, seenBy, orderedBy, bundles, announcements } = preview;
  return [
    section(`*Now*\n${servedWords(now)}\n*Then*\n${servedWords(then)}`),
    section(
      [
        orderingWords(preview),
        `Seen by: ${reachWords(seenBy)}`,
        ...(preview.ordering.then ? [`Ordered by: ${reachWords(orderedBy)}`] : []),
      ].join('\n'),
    ),
    ...(bundles.length > 0
      ? [section(`⚠️ *Bundles that have it as a member*\n${lines(bundles.map(bundleLine), 1200)}`)]
      : []),
    section(
      announcements.length > 0
        ? lines(
            announcements.map(
              ({ channel, kind, at }) =>
                `📣 ${channelWords(channel)} hears “${toldWords(kind)}”, ${readersDate(at)}`,
            ),
            1200,
          )
        : '🔇 No channel hears of it.',
    ),
  ];
}

/** What channels hear, as the announcement itself begins. */
function toldWords(kind: string): string {
  const known = announcementKindSchema.safeParse(kind);
  return known.success ? announcementHead(known.data) : inline(kind);
}

function orderingWords({ act, ordering, then }: ActPreview): string {
  const end = act === 'terminate' ? then.at(-1)?.until : undefined;
  if (end !== undefined) return `⛔ *Nobody can order it from ${readersDate(end)} on.*`;
  if (ordering.now && !ordering.then) return '⛔ *Nobody can order it from then on.*';
  if (!ordering.now && ordering.then) return '✅ *It can be ordered from then on.*';
  return ordering.then
    ? '✅ It can be ordered, before and after.'
    : '⛔ It cannot be ordered, before and after.';
}

function bundleLine({ title }: { title: string }): string {
  return `• ${inline(title)}`;
}

function endingOf(preview: ActPreview, acts: readonly OfferAct[]): KnownBlock[] {
  if (!preview.possible) {
    return [section(`⛔ ${inline(preview.refusal ?? 'This cannot be done now.', 1000)}`)];
  }
  return [
    actions(...actButtons(preview, acts), button({ action: actionIds.cancelAct, text: 'Cancel' })),
  ];
}

const IDS = [actionIds.act, actionIds.actOtherwise, actionIds.actThirdly] as const;

/** A button for each act; each leads to the reason, and nothing is done before that is given. */
export function actButtons(
  { offerId, version }: { offerId: string; version?: number | undefined },
  acts: readonly OfferAct[],
) {
  return acts.slice(0, IDS.length).map((act, index) => {
    const value: ActValue = { a: act, o: offerId, ...(version ? { v: version } : {}) };
    return button({
      action: IDS[index] ?? actionIds.act,
      text: actWords[act].button,
      style: actWords[act].style,
      value: JSON.stringify(value),
    });
  });
}
