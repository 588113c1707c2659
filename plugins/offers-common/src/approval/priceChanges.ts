import Big from 'big.js';
import { Content } from '../content/content';
import { PriceEffect } from '../content/options';
import { Charge, PriceList } from '../content/pricing';
import { optionNames } from '../options/optionNames';
import { yearlyOf } from '../pricing/lowestPrice';
import { firstYearPrice } from '../pricing/margin';

/** A price that is another one afterwards; both are decimal amounts in the currency. @public */
export interface PriceChange {
  currency: string;
  /** what is charged: the first year as a whole, one charge by its label, or what a choice makes of it */
  charge: string;
  before: string;
  after: string;
}

type Sold = Pick<Content, 'pricing' | 'options'>;

/** The same people, before and afterwards. */
interface Pair {
  before: PriceList;
  after: PriceList;
}

/**
 * Prices that change for those who have one on both sides: the first year of their price list, each charge and tier
 * that both sides have, what is paid by use also where only one side has it, and what choices add and
 * take off. A single charge counts too, or a dearer fee could hide behind a cheaper one; and who gets a list of their
 * own, or loses it, has paid by the list for everybody.
 * @public
 */
export function priceChanges(before: Sold, after: Sold): PriceChange[] {
  const pairs = pairsOf(before.pricing.priceLists, after.pricing.priceLists);
  // What can be chosen only from now on, or no longer, is no other price of what there was.
  const effects = [...before.options.effects, ...after.options.effects].filter(
    ({ option }) => isOffered(option, before) && isOffered(option, after),
  );
  const changes = pairs.flatMap(pair =>
    changesIn(
      pair.after.currency,
      pricesOf(pair.before, before, effects),
      pricesOf(pair.after, after, effects),
    ),
  );
  return [...new Map(changes.map(change => [JSON.stringify(change), change])).values()];
}

function pairsOf(before: readonly PriceList[], after: readonly PriceList[]): Pair[] {
  return [
    ...after.flatMap(list => {
      const earlier = listFor(before, list);
      return earlier ? [{ before: earlier, after: list }] : [];
    }),
    ...before.flatMap(list => {
      const later = after.some(isAlike(list)) ? undefined : listFor(after, list);
      return later ? [{ before: list, after: later }] : [];
    }),
  ];
}

/** The list by which those of another list buy: one for the same people, else the one for everybody. */
function listFor(lists: readonly PriceList[], list: PriceList): PriceList | undefined {
  const everybodys = { currency: list.currency, audience: [] };
  return lists.find(isAlike(list)) ?? lists.find(isAlike(everybodys));
}

function isAlike(one: Pick<PriceList, 'currency' | 'audience'>) {
  const people = peopleOf(one);
  return (other: PriceList) => one.currency === other.currency && people === peopleOf(other);
}

function peopleOf({ audience }: Pick<PriceList, 'audience'>): string {
  return [...audience].sort().join(' ');
}

function isOffered(option: string, { options: { schema, fixed, toggles } }: Sold): boolean {
  return (
    optionNames(schema).has(option) ||
    Object.hasOwn(fixed, option) ||
    toggles.some(toggle => toggle.key === option)
  );
}

interface Price {
  charge: string;
  amount: Big;
  /** whether it counts as nothing on a side that does not have it */
  isWhole: boolean;
}

type Prices = ReadonlyMap<string, Price>;

function changesIn(currency: string, before: Prices, after: Prices): PriceChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(key => {
    const [old, next] = [before.get(key), after.get(key)];
    const known = old ?? next;
    if (!known || (!known.isWhole && (!old || !next))) return [];
    const [was, is] = [old?.amount ?? new Big(0), next?.amount ?? new Big(0)];
    const { charge } = known;
    return was.eq(is) ? [] : [{ currency, charge, before: was.toFixed(), after: is.toFixed() }];
  });
}

/** Every price of a list, by what it is compared by. */
function pricesOf(list: PriceList, { options }: Sold, effects: readonly PriceEffect[]): Prices {
  const year = { charge: 'the first year', amount: firstYearPrice(list), isWhole: false };
  return new Map([
    [keyOf('year'), year],
    ...list.charges.flatMap(charge => chargePrices(charge, [])),
    ...effects.flatMap(effect => effectPrices(effect, options.effects, list)),
  ]);
}

function keyOf(...parts: unknown[]): string {
  return JSON.stringify(parts);
}

type Entry = [key: string, price: Price];

function chargePrices(charge: Charge, choice: readonly unknown[]): Entry[] {
  const { label } = charge;
  // Another label of what comes once or each period shows in the year; of what is paid by use nowhere.
  const isWhole = charge.kind === 'usage' || choice.length > 0;
  const tiers = charge.kind === 'usage' ? (charge.tiers?.steps ?? []) : [];
  const named = (name: string, amount: string, whole: boolean): Entry => [
    keyOf(...choice, kindOf(charge), name),
    { charge: name, amount: new Big(amount), isWhole: whole },
  ];
  return [
    named(label, charge.amount, isWhole),
    ...tiers.map(({ upTo, amount }) =>
      named(`${label}, up to ${upTo ?? 'any quantity'}`, amount, false),
    ),
  ];
}

function kindOf(charge: Charge): string {
  if (charge.kind === 'recurring') return `recurring ${charge.period}`;
  return charge.kind === 'usage' ? `usage ${charge.unit}` : charge.kind;
}

/** What a choice adds; and of a percentage, what it leaves of the charges of the list that it is of. */
function effectPrices(
  { option, equals, effect }: PriceEffect,
  own: readonly PriceEffect[],
  list: PriceList,
): Entry[] {
  const choice = [option, equals];
  const alike = own.filter(other => keyOf(other.option, other.equals) === keyOf(...choice));
  if (effect.kind === 'add') {
    return alike.flatMap(({ effect: adds }) =>
      adds.kind === 'add' && adds.currency === list.currency
        ? chargePrices(adds.charge, choice)
        : [],
    );
  }
  const percent = alike.reduce(
    (sum, { effect: shares }) =>
      shares.kind === 'percent' && shares.of === effect.of ? sum.plus(shares.percent) : sum,
    new Big(100),
  );
  const whole = list.charges
    .filter(({ kind }) => effect.of === 'all' || effect.of === kind)
    .reduce((sum, charge) => sum.plus(shareable(charge)), new Big(0));
  const amount = whole.times(percent).times('0.01');
  return [[keyOf(...choice, effect.of), { charge: option, amount, isWhole: false }]];
}

function shareable(charge: Charge): Big {
  return charge.kind === 'usage' ? new Big(charge.amount) : yearlyOf(charge);
}
