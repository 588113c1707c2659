import { Change, marginWords, OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { section } from './blocks';
import { inline, lines } from './text';
import { reachWords, validityWords } from './words';

/** What the release of one offer does, in one section about people, money and time and one about changes. */
export function offerImpactBlocks(impact: OfferImpact): KnownBlock[] {
  const facts = [
    `*${inline(impact.title)}*`,
    `From: ${validityWords(impact.from, impact.until)}`,
    `Will see it: ${reachWords(impact.audienceGained)}`,
    `May order it: ${reachWords(impact.mayOrder)}`,
    ...impact.margins.map(marginLine),
  ];
  const changes = impact.changes.map(changeLine);
  return [
    section(lines(facts)),
    // A section may not be empty.
    ...(changes.length > 0 ? [section(lines(changes, 2400))] : []),
  ];
}

function marginLine(margin: OfferImpact['margins'][number]): string {
  const mark = margin.verdict === 'met' ? '' : '⚠️ ';
  return `${mark}Price and margin: ${marginWords(margin)}`;
}

function changeLine({ label, before, after }: Change): string {
  const name = inline(label, 60);
  const was = before === undefined ? undefined : inline(before, 150);
  const becomes = after === undefined ? undefined : inline(after, 150);
  if (was === undefined) return `• ${name}: ${becomes ?? '–'}`;
  return `• ${name}: ${was} → ${becomes ?? '_taken out_'}`;
}
