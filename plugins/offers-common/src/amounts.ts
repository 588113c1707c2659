import Big from 'big.js';

/** Asked of the runtime once: it makes the list anew each time, and an import asks for every price. */
const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/** The form of an ISO 4217 code. */
export const CURRENCY = /^[A-Z]{3}$/;

/** The form of an amount: not negative, at most 12 digits before the point and 6 after it. */
export const AMOUNT = /^(0|[1-9]\d{0,11})(\.\d{1,6})?$/;

/** Whether a text is an ISO 4217 code that the runtime knows. @public */
export function isCurrency(text: string): boolean {
  return knownCurrencies.has(text);
}

/** Whether a text is an amount of money. @public */
export function isAmount(text: string): boolean {
  return AMOUNT.test(text);
}

/** Asking the runtime takes longer than all the rest of a quote; there are some 300 currencies. */
const digitsOf = new Map<string, number>();

/** How many digits after the point a currency has (ISO 4217 minor unit). @public */
export function currencyDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/** Adds amounts exactly. @public */
export function sumAmounts(amounts: readonly string[]): Big {
  return amounts.reduce((total, amount) => total.plus(amount), new Big(0));
}

/** Whether one amount is no more than another. @public */
export function isAtMost(amount: string, most: string): boolean {
  return new Big(amount).lte(most);
}

/**
 * An amount written with the digits of its currency, or with those that it has where they are more: a price by use can be
 * finer than any coin, and two such prices are not the same one. @public
 */
export function formatAmount(amount: string, currency: string): string {
  const own = amount.split('.')[1]?.length ?? 0;
  return `${new Big(amount).toFixed(Math.max(currencyDigits(currency), own))} ${currency}`;
}
