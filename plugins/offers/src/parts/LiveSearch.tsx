import { SearchField } from '@backstage/ui';
import { memo, useEffect, useRef, useState } from 'react';
import { useTyping } from './useTyping';

/** At most so often the search follows the typing, in milliseconds: about as often as a quick typist presses a key. */
const PACE_MS = 150;

/** How long a letter alone waits for another: it is seldom what is looked for, and much begins with it. */
const LONE_LETTER_MS = 250;

/** How long a text waits before it is searched for, where the search before it was so long ago, in milliseconds. */
function waitOf(text: string, sinceLast: number): number {
  return text.length === 1 ? LONE_LETTER_MS : Math.max(0, PACE_MS - sinceLast);
}

interface LiveSearchProps {
  label: string;
  placeholder: string;
  value: string;
  /** @param goesOn - whether it goes on with the search before, letter by letter: one step for the way back */
  onSearch: (value: string, goesOn: boolean) => void;
}

/**
 * A search box that is followed as it is typed in: at once where nothing was searched for just now, so that neither a word that is
 * pasted nor the last letter of one that is typed waits for a pause (docs/decisions/0045-what-a-visit-loads.md).
 */
export const LiveSearch = memo((props: LiveSearchProps) => {
  const { label, placeholder, value, onSearch } = props;
  const [text, setText] = useState(value);
  const asked = useRef(value);
  const askedAt = useRef(-Infinity);
  const typing = useTyping();

  useEffect(() => {
    // The value changed from outside, by "clear filters" or the back button, and not by our own asking.
    if (value !== asked.current) {
      asked.current = value;
      setText(value);
      typing.end();
    }
  }, [value, typing]);

  const search = (next: string) => {
    const trimmed = next.trim();
    if (trimmed === asked.current) return;
    asked.current = trimmed;
    askedAt.current = performance.now();
    onSearch(trimmed, typing.goOn());
  };
  const latest = useRef(search);
  latest.current = search;

  useEffect(() => {
    const { pathname } = window.location;
    const timer = setTimeout(
      () => {
        // While the next page loads, this one still stands: searching now would lead the reader back to it.
        if (window.location.pathname === pathname) latest.current(text);
      },
      waitOf(text.trim(), performance.now() - askedAt.current),
    );
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <SearchField
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={setText}
      onSubmit={submitted => {
        search(submitted);
        typing.end();
      }}
      onClear={() => {
        typing.end();
        search('');
        typing.end();
      }}
      onBlur={typing.end}
    />
  );
});
