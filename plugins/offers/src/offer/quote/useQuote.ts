import type { CallInput, ConsumerContent, Json } from '@offerdesk/backstage-plugin-offers-common';
import { useMemo, useState } from 'react';
import { fieldsOf } from '../../data/problems';
import { useCall } from '../../data/useCall';
import { useDebounced } from '../../parts/useDebounced';
import { useT } from '../../words/useWords';

/** How long a reader pauses before the price follows, in milliseconds. */
const PAUSE_MS = 250;

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

const START: Choosing = {
  options: {},
  toggles: {},
  steps: [],
  quantity: 1,
  currency: undefined,
  usage: {},
};

type Body = CallInput<'quoteOffer'>['body'];

function bodyOf(choosing: Choosing, at: string | undefined): Body {
  const { currency, steps, ...rest } = choosing;
  return {
    ...rest,
    steps: [...steps],
    ...(currency ? { currency } : {}),
    ...(at ? { at } : {}),
  };
}

/** The currencies in which there are prices. */
export function currenciesIn({ priceLists }: Pick<ConsumerContent, 'priceLists'>): string[] {
  return [...new Set(priceLists.map(({ currency }) => currency))];
}

/**
 * What the reader would choose, and what it costs; asked anew when they pause. The last price stays in sight
 * until the next one is known.
 */
export function useQuote(name: string, at: string | undefined) {
  const t = useT();
  const [choosing, setChoosing] = useState(START);
  const settled = useDebounced(choosing, PAUSE_MS);
  const body = useMemo(() => bodyOf(settled, at), [settled, at]);
  const { data, error, isFetching, refetch } = useCall(
    'quoteOffer',
    { params: { name }, body },
    { keepPrevious: true },
  );
  return {
    choosing,
    choose: (change: Partial<Choosing>) => setChoosing(before => ({ ...before, ...change })),
    hasChosen: choosing !== START,
    quote: error ? undefined : data?.quote,
    error,
    problems: fieldsOf(t, error),
    isUpdating: isFetching || settled !== choosing,
    retry: () => {
      refetch();
    },
  };
}

/** What choosing looks like to those who ask and show. */
export type Quoting = ReturnType<typeof useQuote>;
