import type { CallInput, Json } from '@offerdesk/backstage-plugin-offers-common';

/** What the reader would choose. */
export interface Choosing {
  options: Readonly<Record<string, Json>>;
  toggles: Readonly<Record<string, boolean>>;
  steps: readonly string[];
  quantity: number;
  currency: string | undefined;
  /** expected use in a month, by unit */
  usage: Readonly<Record<string, string>>;
}

/** What the reader has chosen before they choose. */
export const START: Choosing = {
  options: {},
  toggles: {},
  steps: [],
  quantity: 1,
  currency: undefined,
  usage: {},
};

/** What is asked of an offer by its name, as it is at an instant; now unless told. */
export function pageOf(
  name: string,
  at: string | undefined,
): { params: { name: string }; query?: { at: string } } {
  return { params: { name }, ...(at ? { query: { at } } : {}) };
}

/** The question for what an offer costs with what the reader would choose. */
export function quoteOf(
  name: string,
  { currency, steps, ...rest }: Choosing,
  at: string | undefined,
): CallInput<'quoteOffer'> {
  return {
    params: { name },
    body: { ...rest, steps: [...steps], ...(currency ? { currency } : {}), ...(at ? { at } : {}) },
  };
}
