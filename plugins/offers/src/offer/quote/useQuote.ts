import { useMemo, useRef, useState } from 'react';
import { fieldsOf } from '../../data/problems';
import { useCall } from '../../data/useCall';
import { useDebounced } from '../../parts/useDebounced';
import { useT } from '../../words/useWords';
import { quoteOf, START, type Choosing } from '../questions';

/** How long a reader pauses before the price follows, in milliseconds. */
const PAUSE_MS = 250;

/** The currencies of the last price: what cannot be priced in one of them can be in another. */
function useCurrencies(quoted: readonly string[] | undefined): readonly string[] {
  const last = useRef<readonly string[]>([]);
  if (quoted) last.current = quoted;
  return last.current;
}

/**
 * What the reader would choose, and what it costs; asked anew when they pause. The last price stays in sight
 * until the next one is known.
 */
export function useQuote(name: string, at: string | undefined) {
  const t = useT();
  const [choosing, setChoosing] = useState(START);
  const settled = useDebounced(choosing, PAUSE_MS);
  const asked = useMemo(() => quoteOf(name, settled, at), [name, settled, at]);
  const { data, error, isFetching, refetch } = useCall('quoteOffer', asked, {
    keepPrevious: true,
  });
  const quote = error ? undefined : data?.quote;
  const currencies = useCurrencies(quote?.currencies);
  return {
    choosing,
    choose: (change: Partial<Choosing>) => setChoosing(before => ({ ...before, ...change })),
    hasChosen: choosing !== START,
    quote,
    /** in which there are prices, also of a bundle that its members price */
    currencies,
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
