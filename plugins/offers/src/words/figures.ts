import { formatAmount } from '@offerdesk/backstage-plugin-offers-common';
import type { T } from './translation';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, format);
  return format;
}

/** Intl takes a decimal as text to keep every digit of it. */
const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

/**
 * A decimal figure as the reader's language writes it, with the digits that it has: `1440.50` is `1.440,50` in German.
 * English stays as the rules and Slack write it; so does what is no figure.
 */
export function decimalIn(t: T, figure: string): string {
  const locale = t('words.locale');
  if (locale.startsWith('en') || !isDecimal(figure)) return figure;
  return formatOf(locale, (figure.split('.')[1] ?? '').length).format(figure);
}

/** An amount of money with the digits of its currency. */
export function amountIn(t: T, amount: string, currency: string): string {
  const [figure = ''] = formatAmount(amount, currency).split(' ');
  return `${decimalIn(t, figure)} ${currency}`;
}

/** An instant as the rules write it: `1 Dec 2026, 09:00 CET`; and an amount: `1440.50 EUR`. */
const INSTANT = /\b(\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d) ([A-Z][\w+:-]*)/g;
const AMOUNT = /(?<![\d.,:])(\d+(?:\.\d+)?) ([A-Z]{3}|%)(?![A-Za-z])/g;

/** The dates, amounts and shares in what the rules say, as the reader's language writes them. */
export function figuresIn(t: T, said: string): string {
  const locale = t('words.locale');
  if (locale.startsWith('en')) return said;
  const date = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return said
    .replace(INSTANT, (whole, local: string, zone: string) => {
      // The zone stays the one that was told: the date is only written anew.
      const at = new Date(`${local} UTC`);
      return Number.isNaN(at.getTime()) ? whole : `${date.format(at)} ${zone}`;
    })
    .replace(AMOUNT, (_, figure: string, unit: string) => `${decimalIn(t, figure)} ${unit}`);
}
