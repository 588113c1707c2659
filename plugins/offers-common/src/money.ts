import Big from 'big.js';
import { z } from 'zod';

/** Asked of the runtime once: it makes the list anew each time, and an import asks for every price. */
const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/**
 * An ISO 4217 currency code that the runtime knows.
 * @public
 */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Give an ISO 4217 code in capitals, such as EUR')
  .refine(isKnownCurrency, 'Not a currency of ISO 4217; give one such as EUR, USD or JPY')
  .meta({ id: 'Currency', example: 'EUR' });

function isKnownCurrency(code: string): boolean {
  return knownCurrencies.has(code);
}

/**
 * An amount of money: a decimal in a string, never a float (design: "Money is decimal, never a float").
 * Not negative; at most 12 digits before the point.
 * @public
 */
export const amountSchema = z
  .string()
  .regex(
    /^(0|[1-9]\d{0,11})(\.\d{1,6})?$/,
    'Give an amount such as 120 or 99.95, without a sign, a currency or thousands marks',
  )
  .meta({ id: 'Amount', example: '120.00' });

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

/** An amount written with the digits of its currency, rounded half to even. @public */
export function formatAmount(amount: string | Big, currency: string): string {
  return `${new Big(amount).toFixed(currencyDigits(currency), Big.roundHalfEven)} ${currency}`;
}
