import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

/** Where a reader is in a list: how far down, and at which offer. */
interface Place {
  top: number;
  /** the name of the offer that has the focus, or was opened */
  offer: string | undefined;
}

/** How many steps of the way back are remembered: more than anybody goes back at once. */
const MOST_KEPT = 50;

/** The places of the addresses that were left, by the keys that the router gives to the steps of the way back. */
const kept = new Map<string, Place>();

function keep(key: string, place: Place): void {
  kept.delete(key);
  kept.set(key, place);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}

const offerOf = (target: EventTarget | null) =>
  target instanceof Element
    ? target.closest<HTMLElement>('[data-offer]')?.dataset.offer
    : undefined;

/** The link of an offer in a list, which stands in its card or carries its name itself. */
function linkOf(list: HTMLElement, offer: string | undefined): HTMLElement | null {
  const places = [...list.querySelectorAll<HTMLElement>('[data-offer]')];
  const place = offer && places.find(({ dataset }) => dataset.offer === offer);
  if (!place) return null;
  return place instanceof HTMLAnchorElement ? place : place.querySelector('a');
}

/** Remembers, for each step of the way back, how far down the reader was and which offer they were at. */
function useKeeping(key: string, list: RefObject<HTMLElement>) {
  useLayoutEffect(() => {
    const place: Place = { top: window.scrollY, offer: offerOf(document.activeElement) };
    keep(key, place);
    const scrolled = () => {
      place.top = window.scrollY;
    };
    const came = ({ target }: Event) => {
      const isInList = target instanceof Node && list.current?.contains(target);
      place.offer = isInList ? offerOf(target) : undefined;
    };
    window.addEventListener('scroll', scrolled, { passive: true });
    // A card that is pressed beside its link is opened, and never has the focus.
    document.addEventListener('click', came, true);
    document.addEventListener('focusin', came);
    return () => {
      window.removeEventListener('scroll', scrolled);
      document.removeEventListener('click', came, true);
      document.removeEventListener('focusin', came);
    };
  }, [key, list]);
}

/**
 * Brings a reader who goes back or forth to where they were in a list, and one who turns a page to its top, for eyes and for
 * keys alike.
 *
 * @param isThere - whether the list shows what the address asks for
 * @param cursor - the page that the address asks for
 * @returns where the list stands
 */
export function usePlace(isThere: boolean, cursor: string | undefined): RefObject<HTMLDivElement> {
  const list = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  const isBack = useNavigationType() === 'POP';
  const wanted = useRef<{ key: string; place: Place | undefined }>();
  // Before anything is kept anew under the same key.
  if (wanted.current?.key !== key) {
    wanted.current = { key, place: isBack ? kept.get(key) : undefined };
  }
  const shown = useRef(cursor);
  const goTo = useCallback(({ top, offer }: Place) => {
    if (list.current) linkOf(list.current, offer)?.focus({ preventScroll: true });
    window.scrollTo({ top, behavior: 'instant' });
  }, []);
  useLayoutEffect(() => {
    const place = wanted.current?.place;
    if (!isThere || !place) return;
    wanted.current = { key, place: undefined };
    shown.current = cursor;
    goTo(place);
  }, [isThere, key, cursor, goTo]);
  useKeeping(key, list);
  useEffect(() => {
    if (shown.current === cursor) return;
    shown.current = cursor;
    list.current?.focus({ preventScroll: true });
    list.current?.scrollIntoView?.({ block: 'start' });
  }, [cursor]);
  return list;
}
