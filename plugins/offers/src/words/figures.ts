import { formatAmount, formatInstant, instantOf } from '@offerdesk/backstage-plugin-offers-common';
import { readersZone } from './dates';
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

/** The same instant as a language writes it. In a zone that is not the reader's only the date is written anew: of it no more is known. */
function instantAnew(locale: string, whole: string, local: string, abbreviation: string): string {
  const date = new Date(`${local} UTC`);
  if (Number.isNaN(date.getTime())) return whole;
  const zone = readersZone();
  const told = instantOf({ local: date.toISOString().slice(0, 16), zone });
  if (told.ok && formatInstant(told.instant, zone) === whole) {
    return formatInstant(told.instant, zone, locale);
  }
  const format = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZone: 'UTC' },
  });
  return `${format.format(date)} ${abbreviation}`;
}

/** What the rules say with instants in UTC, as they say it in another zone; the reader's unless told. */
export function fromUtc(said: string, zone = readersZone()): string {
  return said.replace(INSTANT, (whole, local: string, of: string) =>
    of === 'UTC' ? formatInstant(new Date(`${local} UTC`).toISOString(), zone) : whole,
  );
}

/** The dates, amounts and shares in what the rules say, as the reader's language writes them. */
export function figuresIn(t: T, said: string): string {
  const locale = t('words.locale');
  if (locale.startsWith('en')) return said;
  return said
    .replace(INSTANT, (whole, local: string, zone: string) =>
      instantAnew(locale, whole, local, zone),
    )
    .replace(AMOUNT, (_, figure: string, unit: string) => `${decimalIn(t, figure)} ${unit}`);
}
