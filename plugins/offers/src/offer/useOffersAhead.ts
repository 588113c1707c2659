import { useEffect, useRef, type RefObject } from 'react';
import { useAhead } from '../data/useCall';
import { fetchMarkdown } from '../parts/markdownSoon';
import { pageOf, quoteOf, START } from './questions';

/** How long the pointer rests on an offer before it is read, in milliseconds: whoever passes over it goes elsewhere. */
const REST_MS = 65;

/** The name of the offer that something in a list belongs to, as its `data-offer` says. */
function offerOf(target: EventTarget | null): string | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-offer]') : null;
  return place?.dataset.offer;
}

/**
 * Reads an offer of a list, and what it costs, while the pointer rests or the focus stands on it: what its page begins with is
 * there when it is opened.
 *
 * @param at - the instant that the reader looks at
 * @returns where the list stands
 */
export function useOffersAhead(at: string | undefined): RefObject<HTMLDivElement> {
  const list = useRef<HTMLDivElement>(null);
  const readPage = useAhead('offerPage');
  const readQuote = useAhead('quoteOffer');
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    let resting: { name: string | undefined; timer: ReturnType<typeof setTimeout> } | undefined;
    const leave = () => {
      clearTimeout(resting?.timer);
      resting = undefined;
    };
    const read = (name: string) => {
      // What could not be fetched now is asked for again, and told of, when it is opened.
      void fetchMarkdown().catch(() => {});
      readPage(pageOf(name, at));
      readQuote(quoteOf(name, START, at));
    };
    const come = ({ target }: Event) => {
      const name = offerOf(target);
      if (name === resting?.name) return;
      leave();
      if (name) resting = { name, timer: setTimeout(read, REST_MS, name) };
    };
    element.addEventListener('pointerover', come);
    element.addEventListener('focusin', come);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('focusout', leave);
    return () => {
      leave();
      element.removeEventListener('pointerover', come);
      element.removeEventListener('focusin', come);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('focusout', leave);
    };
  }, [at, readPage, readQuote]);
  return list;
}
