import Big from 'big.js';
import { Principals } from '../audience/audience';
import { isPricedByMembers } from '../bundle/bundlePricing';
import { Content } from '../content/content';
import { Json } from '../content/json';
import { choosePriceList, fitOf, priceListsFor } from './choosePriceList';
import { chargeLines, effectLines, effectsOf, unpricedOptions } from './effects';
import { ExactLine, roundedLine, shareLines, totalsOf } from './lines';
import { Quote, QuoteRefusal, QuoteResult } from './quoteAnswer';
import { QuotedMember, resolve, Resolved } from './resolve';
import { Estimates, sharedNote, Used, usedIn } from './usage';

/** What a quote is made of. @public */
export interface QuoteInput {
  content: Content;
  viewerPrincipals: Principals;
  /** UTC instant */
  at: string;
  /** absent: that of the most specific price list that the viewer has */
  currency?: string | undefined;
  options?: Readonly<Record<string, Json>>;
  toggles?: Readonly<Record<string, boolean>>;
  /** the optional steps and those of choices that are taken, for a bundle */
  steps?: readonly string[];
  quantity?: number;
  /** what is expected to be used in a month, by unit; of a step of a bundle also as `step/unit` */
  usage?: Estimates;
  /**
   * The members of a bundle, and theirs, by offer id, as they serve this viewer at this instant; one that
   * they cannot order is absent
   */
  members?: ReadonlyMap<string, QuotedMember>;
}

const listed = (list: string | undefined) => (list ? { list } : {});
const stepOf = ({ place }: Resolved) => (place ? [place.step] : []);

/**
 * What a version costs a viewer at an instant, item by item. Money is decimal; each line is rounded once,
 * at its end, half to even to the digits of its currency, and the totals are sums of what is shown.
 * Neither cost nor margin is part of it.
 * @public
 */
export function quoteOf(input: QuoteInput): QuoteResult {
  const { content, at, viewerPrincipals: principals, quantity = 1 } = input;
  const { options = {}, toggles = {}, steps = [], usage = {}, members = new Map() } = input;
  const result = resolve(
    content,
    { options, toggles, steps, quantity },
    { principals, at, members },
  );
  if (!result.ok) return result;
  const { resolved } = result;
  const offered = currenciesOf(resolved, principals);
  // One in which what is chosen has no price is none to be quoted in, nor to be sent to.
  const currencies = offered.filter(each => unpricedIn(resolved, each).length === 0);
  const currency = input.currency ?? currencies[0] ?? offered[0];
  if (currency === undefined || !offered.includes(currency)) {
    return { ok: false, refusal: noPrice(input.currency, currencies) };
  }
  const unpriced = unpricedIn(resolved, currency);
  if (unpriced.length > 0) return { ok: false, refusal: optionsWithoutPrice(unpriced, currency) };
  const linesBy = (used: Used) => linesOf(resolved, { principals, currency, used });
  const { used, shared } = usedIn(usage, linesBy);
  const lines = linesBy(used).map(line => roundedLine(line, currency));
  const list = isPricedByMembers(resolved.content)
    ? undefined
    : choosePriceList(content.pricing.priceLists, principals, currency);
  return {
    ok: true,
    quote: {
      at,
      currency,
      currencies,
      ...(list
        ? { priceList: { ...listed(list.list), fit: fitOf(list, principals) ?? 'everyone' } }
        : {}),
      quantity,
      choices: { ...resolved.chosen, steps: resolved.members.flatMap(stepOf) },
      members: membersOf(resolved),
      lines,
      totals: totalsOf(lines, currency),
      notes: notesOf(resolved, lines, shared),
    },
  };
}

function membersOf(resolved: Resolved): Quote['members'] {
  return resolved.members.flatMap(member => {
    const { place, quantity } = member;
    if (!place) return [];
    const { step, title, number } = place;
    return [{ step, title, version: number, quantity: quantity.toFixed() }, ...membersOf(member)];
  });
}

/** The currencies in which the viewer can be quoted, the most specific price list's first. */
function currenciesOf(resolved: Resolved, principals: Principals): string[] {
  if (!isPricedByMembers(resolved.content)) {
    const lists = priceListsFor(resolved.content.pricing.priceLists, principals);
    return [...new Set(lists.map(({ currency }) => currency))];
  }
  const [first, ...others] = resolved.members.map(member => currenciesOf(member, principals));
  return (first ?? []).filter(currency => others.every(other => other.includes(currency)));
}

interface Pricing {
  principals: Principals;
  currency: string;
  used: Used;
}

/** The lines of a version: its price list, or its members less what the bundle takes off, and what its choices do to that. */
function linesOf(resolved: Resolved, pricing: Pricing): ExactLine[] {
  const { content, chosen, quantity, members } = resolved;
  const { principals, currency } = pricing;
  const amounts = {
    quantity,
    used: (unit: string) => pricing.used(unit, resolved.place?.step),
  };
  const byMembers = isPricedByMembers(resolved.content);
  const list = byMembers
    ? undefined
    : choosePriceList(content.pricing.priceLists, principals, currency);
  const base = (list?.charges ?? []).flatMap(charge =>
    chargeLines(charge, amounts, { source: 'price-list' }),
  );
  const ofMembers = byMembers ? members.flatMap(member => memberLines(member, pricing)) : [];
  const own = [...base, ...ofMembers, ...discountLines(resolved, ofMembers)];
  return [...own, ...effectLines(content.options, chosen, { currency, amounts, base: own })];
}

function memberLines(member: Resolved, pricing: Pricing): ExactLine[] {
  return linesOf(member, pricing).map(line => ({
    ...line,
    source: 'member',
    // a member within a member has told its own step already
    step: line.step ?? member.place?.step ?? '',
  }));
}

function discountLines({ content }: Resolved, base: readonly ExactLine[]): ExactLine[] {
  const price = content.bundle?.price;
  if (price?.rule !== 'discount') return [];
  const percent = new Big(price.percent).times(-1);
  const label = `Discount of the bundle: ${percent.toFixed()} %`;
  return shareLines(base, percent, { label, source: 'discount' });
}

/** Members of a bundle of a fixed price cost nothing by themselves, so nothing of theirs can lack a price. */
function unpricedIn(resolved: Resolved, currency: string): string[] {
  const { content, chosen, place, members } = resolved;
  const own = unpricedOptions(effectsOf(content.options, chosen), currency).map(option =>
    place ? `steps.${place.step}.options.${option}` : `options.${option}`,
  );
  const theirs = isPricedByMembers(resolved.content)
    ? members.flatMap(member => unpricedIn(member, currency))
    : [];
  return [...own, ...theirs];
}

function notesOf(resolved: Resolved, lines: Quote['lines'], shared: readonly string[]): string[] {
  const unestimated = lines.flatMap(({ unit, amount }) =>
    unit !== undefined && amount === undefined ? [unit] : [],
  );
  const notesIn = ({ notes, members }: Resolved): string[] => [
    ...notes,
    ...members.flatMap(notesIn),
  ];
  return [
    ...new Set([
      ...notesIn(resolved),
      ...shared.map(sharedNote),
      ...(unestimated.length > 0
        ? [`By use, and not part of the totals: ${[...new Set(unestimated)].join(', ')}.`]
        : []),
      ...(lines.some(({ unit, amount }) => unit !== undefined && amount !== undefined)
        ? ['Usage is an estimate for a month.']
        : []),
    ]),
  ];
}

function noPrice(asked: string | undefined, currencies: readonly string[]): QuoteRefusal {
  if (currencies.length === 0) {
    return {
      code: 'no-price',
      message: 'There is no price for you yet. Ask its owner.',
      fields: [],
    };
  }
  const remedy = `Choose one of ${currencies.join(', ')}`;
  return {
    code: 'no-price',
    message: `There is no price for you in ${asked}. ${remedy}.`,
    fields: [{ field: 'currency', remedy }],
  };
}

function optionsWithoutPrice(fields: readonly string[], currency: string): QuoteRefusal {
  return {
    code: 'no-price',
    message: `What was chosen has no price in ${currency}: choose another currency, or leave it out.`,
    fields: fields.slice(0, 20).map(field => ({ field, remedy: `It has no price in ${currency}` })),
  };
}
