import {
  Change,
  formatAmount,
  Margin,
  marginWords,
  OfferImpact,
  withShortRefs,
} from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { section } from './blocks';
import { inline, lines, readersDate } from './text';
import { reachWords, validityWords } from './words';

/** What the release of one offer does, in one section about people, money and time and one about changes. */
export function offerImpactBlocks(impact: OfferImpact): KnownBlock[] {
  const facts = [
    `*${inline(impact.title)}*${impact.kind === 'end' ? ' ends' : ''}`,
    whenWords(impact),
    ...peopleLines(impact),
    ...moneyLines(impact),
    ...entangledLines(impact),
  ];
  return [section(lines(facts)), ...changeBlocks(impact.changes)];
}

function whenWords({ kind, from, until }: OfferImpact): string {
  if (kind !== 'end' || !until) return `From: ${validityWords(from, until)}`;
  return `Its end: ${readersDate(until)}; consumers are told ${readersDate(from)}`;
}

/** Changes from what it was to what it will be, in one section; none for none, which may not be empty. */
function changeBlocks(changes: readonly Change[]): KnownBlock[] {
  return changes.length === 0 ? [] : [section(lines(changes.map(changeLine), 2400))];
}

function peopleLines({ kind, audienceGained, audienceLost = [], mayOrder }: OfferImpact): string[] {
  const lost = audienceLost.length > 0 ? [`Will see it no more: ${reachWords(audienceLost)}`] : [];
  if (kind === 'end') return lost;
  const gains = kind === 'change' ? 'Will see it anew' : 'Will see it';
  return [
    ...(kind === 'change' && audienceGained.length === 0
      ? []
      : [`${gains}: ${reachWords(audienceGained)}`]),
    ...lost,
    `May order it: ${reachWords(mayOrder)}`,
  ];
}

/** Price and margin after, and before where they are others; what ends has only a before. */
function moneyLines({ kind, margins, marginsBefore = [] }: OfferImpact): string[] {
  if (kind === 'end') {
    return marginsBefore.map(margin => `Price and margin until then: ${marginWords(margin)}`);
  }
  return margins.map((margin, index) => {
    const mark = margin.verdict === 'met' ? '' : '⚠️ ';
    const before = sameList(margin, index, marginsBefore);
    const was = before && !isSame(before, margin) ? `${shortWords(before)} → ` : '';
    return `${mark}Price and margin: ${was}${marginWords(margin)}`;
  });
}

function sameList(
  { currency }: Margin,
  index: number,
  before: readonly Margin[],
): Margin | undefined {
  const same = before[index];
  return same?.currency === currency ? same : before.find(each => each.currency === currency);
}

function isSame(a: Margin, b: Margin): boolean {
  return a.price === b.price && a.cost === b.cost && a.marginPercent === b.marginPercent;
}

function shortWords({ price, currency, marginPercent }: Margin): string {
  const margin = marginPercent === undefined ? '' : `, margin ${marginPercent} %`;
  return `${formatAmount(price, currency)}${margin}`;
}

/** Bundles, subscriptions and orders, as far as the portal knows of them. */
function entangledLines({ bundles = [], subscriptions, orders }: OfferImpact): string[] {
  return [
    ...(bundles.length > 0
      ? [
          `Is part of: ${lines(
            bundles.map(({ title }) => inline(title, 80)),
            600,
          ).replace(/\n/g, ', ')}`,
        ]
      : []),
    ...(subscriptions === undefined ? [] : [`Living subscriptions: ${subscriptions}`]),
    ...(orders === undefined ? [] : [`Open orders: ${orders}`]),
  ];
}

/** A value as a person says it: what stands in the usual namespace of the software catalogue by its name alone. */
function valueWords(value: string): string {
  return inline(withShortRefs(value), 150);
}

/** What a field was, and what it becomes. */
export function changeLine({ label, before, after }: Change): string {
  // A label names a thing by its title, and its field after that: neither may be cut off.
  const name = inline(label, 160);
  const was = before === undefined ? undefined : valueWords(before);
  const becomes = after === undefined ? undefined : valueWords(after);
  if (was === undefined) return `• ${name}: ${becomes ?? '–'}`;
  return `• ${name}: ${was} → ${becomes ?? '_taken out_'}`;
}
