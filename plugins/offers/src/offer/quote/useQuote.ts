import type { ConsumerContent } from '@offerdesk/backstage-plugin-offers-common';
import { useMemo, useState } from 'react';
import { fieldsOf } from '../../data/problems';
import { useCall } from '../../data/useCall';
import { useDebounced } from '../../parts/useDebounced';
import { useT } from '../../words/useWords';
import { quoteOf, START, type Choosing } from '../questions';

/** How long a reader pauses before the price follows, in milliseconds. */
const PAUSE_MS = 250;

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
  const asked = useMemo(() => quoteOf(name, settled, at), [name, settled, at]);
  const { data, error, isFetching, refetch } = useCall('quoteOffer', asked, {
    keepPrevious: true,
  });
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
