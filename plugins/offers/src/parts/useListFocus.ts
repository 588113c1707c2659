import { useCallback, useEffect, useRef } from 'react';

const FOCUSABLE =
  'input:not([type="hidden"]):not(:disabled), textarea, select, button:not(:disabled):not([tabindex="-1"])';

/** In the order of the document. */
const focusableIn = (list: HTMLElement) =>
  [...list.querySelectorAll<HTMLElement>('*')].filter(each => each.matches(FOCUSABLE));

/** Where the reader goes once the list has another length: into what they added, or on to what stands beside. */
type Going = 'added' | { from: number };

/**
 * Keeps the focus in a list whose items come and go: what was added is where the reader goes on, and where something was
 * taken out they stay, on what took its place. Else the focus would be nowhere, and a keyboard would begin at the top.
 *
 * @param length - how many items there are
 * @returns the `ref` of the list, whose items are marked with `data-item`; what to call before one is added, and before
 * one is taken out, with the button that does it; or, where items are chosen in a box at the head of the list, what to
 * call before one is, which leads back to that box
 */
export function useListFocus<List extends HTMLElement>(length: number) {
  const list = useRef<List>(null);
  const going = useRef<Going>();
  useEffect(() => {
    const { current: to } = going;
    going.current = undefined;
    if (!to || !list.current) return;
    const left = focusableIn(list.current);
    if (to !== 'added') {
      // With nothing left in it, on the list, where that can have the focus.
      (left[Math.min(to.from, left.length - 1)] ?? list.current).focus();
      return;
    }
    const items = [...list.current.querySelectorAll('[data-item]')].filter(
      item => item.parentElement?.closest('[data-list]') === list.current,
    );
    left.find(each => items.at(-1)?.contains(each))?.focus();
  }, [length]);
  const adding = useCallback(() => {
    going.current = 'added';
  }, []);
  const takingOut = useCallback((button: Element) => {
    const all = list.current ? focusableIn(list.current) : [];
    const item = button.closest('[data-item]');
    going.current = {
      from: Math.max(
        0,
        all.findIndex(each => item?.contains(each)),
      ),
    };
  }, []);
  const choosing = useCallback(() => {
    going.current = { from: 0 };
  }, []);
  return { list, adding, takingOut, choosing };
}
