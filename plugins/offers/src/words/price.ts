import {
  formatAmount,
  type Charge,
  type PriceList,
} from '@offerdesk/backstage-plugin-offers-common';

/** One charge in words, such as `120.00 EUR a month`. */
export function chargeWords(charge: Charge, currency: string): string {
  const amount = formatAmount(charge.amount, currency);
  switch (charge.kind) {
    case 'recurring':
      return `${amount} a ${charge.period}`;
    case 'usage':
      return `${amount} a ${charge.unit}`;
    default:
      return `${amount} once`;
  }
}

function isFree({ charges }: PriceList): boolean {
  return charges.every(({ amount }) => Number(amount) === 0);
}

/** The price of an offer in one line: every charge of each currency, or that it is free. */
export function priceInWords(priceLists: readonly PriceList[]): string {
  if (priceLists.length === 0) return 'Price not given';
  if (priceLists.every(isFree)) return 'Free';
  return priceLists
    .map(({ currency, charges }) =>
      charges
        .filter(({ amount }) => Number(amount) !== 0)
        .map(charge => chargeWords(charge, currency))
        .join(' + '),
    )
    .filter(Boolean)
    .join(', or ');
}

/** Days as a person says them. */
export function daysInWords(days: number): string {
  if (days === 0) return 'the same day';
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
