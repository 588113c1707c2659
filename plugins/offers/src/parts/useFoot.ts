import { useEffect, useState } from 'react';

/** How high the bar at the foot of the page is, for what comes up there: the app's toasts. */
const FOOT = '--offers-foot';

/**
 * Keeps the app's toasts above a bar at the foot of the page, however many lines it has: they come up in the middle of
 * it, where they would cover what it says and does. `FootBar.module.css` has where they stand.
 *
 * @returns what the bar takes as its `ref`
 */
export function useFoot(): (bar: HTMLElement | null) => void {
  const [bar, setBar] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!bar) return undefined;
    const { style } = document.documentElement;
    const tell = () => style.setProperty(FOOT, `${bar.offsetHeight}px`);
    tell();
    window.addEventListener('resize', tell);
    const watch = 'ResizeObserver' in window ? new ResizeObserver(tell) : undefined;
    watch?.observe(bar);
    return () => {
      window.removeEventListener('resize', tell);
      watch?.disconnect();
      style.removeProperty(FOOT);
    };
  }, [bar]);
  return setBar;
}
