import { CardClash, PlanCard } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { context, quote, section } from './blocks';
import { forWhom } from './notes';
import { called, inline, lines, readersDate } from './text';
import { verdictWords } from './words';

/** What its author wrote beside the plan. */
export function noteBlocks({ note, requestedBy }: PlanCard): KnownBlock[] {
  if (!note.trim()) return [];
  return [section(`*Note from ${inline(requestedBy.name)}*`), quote(note, 1500)];
}

/** What is missing, what was waived, by whom and until when, and what gets in the way. */
export function cautionBlocks({ missing, cautions, waived, clashes }: PlanCard): KnownBlock[] {
  return [
    ...listBlocks(
      '⚠️ *Still missing*',
      missing.map(item => inline(item, 300)),
    ),
    ...listBlocks(
      '👀 *Worth a look*',
      cautions.map(item => inline(item, 300)),
    ),
    ...listBlocks(
      '🎟️ *Waived*',
      waived.map(
        ({ title, by, until, reason }) =>
          `${inline(title, 120)}, by ${inline(by.name, 80)} until ${readersDate(until)}: “${inline(reason, 150)}”`,
      ),
    ),
    ...listBlocks('📅 *Clashes*', clashes.map(clashWords)),
  ];
}

function listBlocks(heading: string, items: readonly string[]): KnownBlock[] {
  if (items.length === 0) return [];
  return [
    section(
      `${heading}\n${lines(
        items.map(item => `• ${item}`),
        1200,
      )}`,
    ),
  ];
}

const CLASHES: Readonly<Record<CardClash['kind'], string>> = {
  'same-offer': 'Another plan touches the same offer within a day',
  'bundle-member': 'Another plan touches a bundle and its member within a day',
  'same-structure': 'Another plan touches the same structure within a day',
  freeze: 'The release falls into a time without releases',
};

function clashWords({ kind, about, from, until }: CardClash): string {
  const what = inline(about.join(', '), 200);
  const when = from === until ? readersDate(from) : `${readersDate(from)} – ${readersDate(until)}`;
  return `${CLASHES[kind]}: ${what} (${when})`;
}

/** Who approved alone, in an emergency. */
export function aloneBlocks({ approval, decisions, turn }: PlanCard): KnownBlock[] {
  const { breakGlass } = approval;
  if (!breakGlass) return [];
  const [mark, did] = verdictWords['break-glass'];
  const people = [...decisions.map(({ decider }) => decider), ...(turn ? [turn.by] : [])];
  const names = new Map(people.map(({ ref, name }) => [ref, name]));
  const who = inline(called(breakGlass.by, names), 80);
  return [
    section(
      `${mark} *${who}* ${did} ${readersDate(breakGlass.at)}: “${inline(breakGlass.reason, 150)}”`,
    ),
  ];
}

const SHOWN_DECISIONS = 10;

const COUNTS_NO_MORE =
  'A decision counts no more once the change is another one, or its decider has had a part in it.';

/** The latest decisions: who, for whom, when and why, and which count no more. */
export function decisionBlocks({ decisions }: PlanCard): KnownBlock[] {
  if (decisions.length === 0) return [];
  const latest = decisions.slice(-SHOWN_DECISIONS);
  const left = decisions.length - latest.length;
  const earlier = left > 0 ? [`_${left} earlier: see the portal_`] : [];
  return [
    section(`*Decisions*\n${lines([...earlier, ...latest.map(decisionLine)])}`),
    ...(latest.some(({ voided }) => voided) ? [context(COUNTS_NO_MORE)] : []),
  ];
}

function decisionLine({
  decider,
  onBehalfOf,
  verdict,
  at,
  reason,
  voided,
}: PlanCard['decisions'][number]): string {
  const [mark, did] = verdictWords[verdict];
  const why = reason ? `: “${inline(reason, 150)}”` : '';
  const counts = voided ? ' _(counts no more)_' : '';
  return `${mark} *${inline(decider.name)}*${forWhom({ onBehalfOf })} ${did} ${readersDate(at)}${why}${counts}`;
}
