import { useAnalytics } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { useHref, useNavigate } from 'react-router-dom';

/** How the plain links of a list lead on. */
export interface Follow<E extends HTMLElement> {
  /** the list */
  list: RefObject<E>;
  /** what an address inside the app is to the browser, which knows where the app is mounted */
  hrefOf(address: string): string;
}

const isPlainPress = (event: MouseEvent) =>
  event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/** Presses the link of a card that was pressed anywhere else, with the keys that were held; who selects text reads it. */
function pressCard(pressed: Element, { ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): void {
  if (pressed.closest('button') || pressed.closest('label')) return;
  if (window.getSelection()?.toString()) return;
  const keys = { ctrlKey, metaKey, shiftKey, altKey };
  pressed
    .closest('article')
    ?.querySelector('a')
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }));
}

/**
 * One listener for all links of a long list and for its cards (`article`), which lead where their link does. A link of the
 * library listens to the address itself, so that each is drawn again with every change of it, twice a page turned.
 */
export function useFollow<E extends HTMLElement>(): Follow<E> {
  const base = useHref('/').replace(/\/$/, '');
  const navigate = useNavigate();
  const analytics = useAnalytics();
  // The router gives another function for each address.
  const latest = useRef({ navigate, analytics });
  latest.current = { navigate, analytics };
  const list = useRef<E>(null);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || !(event.target instanceof Element)) return;
      const link = event.target.closest('a');
      if (!link) {
        pressCard(event.target, event);
        return;
      }
      if (!isPlainPress(event)) return;
      event.preventDefault();
      const to = (link.getAttribute('href') ?? '').slice(base.length);
      const { navigate: go, analytics: told } = latest.current;
      told.captureEvent('click', link.textContent ?? to, { attributes: { to } });
      go(to);
    };
    const element = list.current;
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, [base]);
  return { list, hrefOf: useCallback(address => `${base}${address}`, [base]) };
}
