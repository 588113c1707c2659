import {
  type Charge,
  type DeliveryState,
  type Interaction,
  type PlanState,
  type Margin,
  type PriceList,
  type PublicState,
  type Scenario,
  type Surface,
  type Verdict,
} from '@offerdesk/backstage-plugin-offers-common';
import { amountIn, decimalIn } from './figures';
import { principalIn } from './refs';
import { deliveryTones, planTones, publicTones, verdictTones, type Tone } from './states';
import type { T } from './translation';
import { useT } from './useT';

export { useT, type T };

/** One charge in words, such as `120.00 EUR a month`. */
export function chargeIn(t: T, charge: Charge, currency: string): string {
  const amount = amountIn(t, charge.amount, currency);
  switch (charge.kind) {
    case 'recurring':
      return t('price.each', { amount, unit: t(`period.${charge.period}`) });
    case 'usage':
      return t('price.each', { amount, unit: charge.unit });
    default:
      return t('price.once', { amount });
  }
}

const isNothing = ({ amount }: Charge) => Number(amount) === 0;

/** What a price list asks for, charge by charge; nothing where that is nothing. */
const chargesIn = (t: T, { currency, charges }: PriceList) =>
  charges.filter(charge => !isNothing(charge)).map(charge => chargeIn(t, charge, currency));

const listIn = (t: T, list: PriceList) => chargesIn(t, list).join(' + ');

/** How many charges a short price tells; a card has no room for more. */
const TOLD = 2;

/** The first charges of a price list, and how many there are besides. */
function shortListIn(t: T, list: PriceList): string {
  const charges = chargesIn(t, list);
  const more = charges.length - TOLD;
  if (more <= 1) return charges.join(' + ');
  return t('price.andMore', { price: charges.slice(0, TOLD).join(' + '), number: String(more) });
}

function pricesIn(t: T, priceLists: readonly PriceList[]): string[] {
  if (priceLists.length === 0) return [t('price.notGiven')];
  const prices = priceLists.map(list => listIn(t, list)).filter(Boolean);
  return prices.length > 0 ? prices : [t('price.free')];
}

function shortPriceIn(t: T, priceLists: readonly PriceList[], currency: string | undefined) {
  const shown = priceLists.find(list => list.currency === currency) ?? priceLists[0];
  const others = new Set(priceLists.map(list => list.currency));
  if (!shown) return t('price.notGiven');
  others.delete(shown.currency);
  const price = shortListIn(t, shown) || t('price.free');
  return others.size === 0 ? price : t('price.also', { price, currencies: [...others].join(', ') });
}

/** A state in the reader's language, with how it feels. */
interface StateIn {
  label: string;
  tone: Tone;
}

/** A margin in one line: price and cost of the first year, per cent, floor. */
function marginIn(t: T, margin: Margin): string {
  const {
    currency,
    price,
    cost = '0',
    marginPercent,
    lowestPercent,
    floorPercent,
    verdict,
  } = margin;
  if (verdict === 'no-cost') return t('margins.noCost', { price: decimalIn(t, price), currency });
  const rest = [
    marginPercent === undefined
      ? t('margins.none')
      : t('margins.percent', { percent: decimalIn(t, marginPercent) }),
    lowestPercent === undefined || marginPercent === undefined
      ? ''
      : t('margins.lowest', { percent: decimalIn(t, lowestPercent) }),
    floorPercent === undefined
      ? t('margins.noFloor')
      : t('margins.floor', { percent: decimalIn(t, floorPercent) }),
    verdict === 'under-floor' ? t('margins.under') : '',
  ].join('');
  return t('margins.known', {
    price: decimalIn(t, price),
    cost: decimalIn(t, cost),
    currency,
    rest,
  });
}

/** What the domain names, in the reader's language. */
export interface Words {
  t: T;
  state(state: PublicState): StateIn;
  planState(state: PlanState): StateIn;
  deliveryState(state: DeliveryState): StateIn;
  verdict(verdict: Verdict): StateIn;
  scenario(scenario: Scenario): string;
  /** where something was done, as the end of a sentence */
  surface(surface: Surface): string;
  interaction(interaction: Interaction): string;
  /** every charge of each currency in one line, or that it is free */
  price(priceLists: readonly PriceList[]): string;
  /** the same, a line for each price list */
  prices(priceLists: readonly PriceList[]): string[];
  /** the charges in one currency, the first or another that is asked for, and which others there are */
  shortPrice(priceLists: readonly PriceList[], currency?: string): string;
  charge(charge: Charge, currency: string): string;
  days(days: number): string;
  margin(margin: Margin): string;
  /** who an audience names */
  principal(principal: string): string;
}

/** The words of the domain by a translator. */
export function wordsOf(t: T): Words {
  return {
    t,
    state: state => ({ label: t(`state.${state}`), tone: publicTones[state] }),
    planState: state => ({ label: t(`planState.${state}`), tone: planTones[state] }),
    deliveryState: state => ({
      label: t(`deliveryState.${state}`),
      tone: deliveryTones[state],
    }),
    verdict: verdict => ({ label: t(`verdict.${verdict}`), tone: verdictTones[verdict] }),
    scenario: scenario => t(`scenario.${scenario}`),
    surface: surface => t(`surface.${surface}`),
    interaction: interaction => t(`interaction.${interaction}`),
    price: priceLists => pricesIn(t, priceLists).join(t('price.or')),
    prices: priceLists => pricesIn(t, priceLists),
    shortPrice: (priceLists, currency) => shortPriceIn(t, priceLists, currency),
    charge: (charge, currency) => chargeIn(t, charge, currency),
    days: days => (days === 0 ? t('days.none') : t('days.some', { count: days })),
    margin: margin => marginIn(t, margin),
    principal: principal => principalIn(t, principal),
  };
}

const known = new WeakMap<T, Words>();

/** Gives the words of the domain in the reader's language; the same to all that stand in the same translator. */
export function useWords(): Words {
  const t = useT();
  const words = known.get(t) ?? wordsOf(t);
  known.set(t, words);
  return words;
}
