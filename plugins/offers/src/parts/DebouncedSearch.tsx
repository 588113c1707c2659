import { SearchField } from '@backstage/ui';
import { memo, useEffect, useRef, useState } from 'react';

/** How long a reader pauses before the search follows what they typed, in milliseconds. */
const PAUSE_MS = 250;

interface DebouncedSearchProps {
  label: string;
  placeholder: string;
  value: string;
  onSearch: (value: string) => void;
}

/** A search box that waits for a pause in the typing; Enter searches at once. */
export const DebouncedSearch = memo((props: DebouncedSearchProps) => {
  const { label, placeholder, value, onSearch } = props;
  const [text, setText] = useState(value);
  const asked = useRef(value);

  useEffect(() => {
    // The value changed from outside, by "clear filters" or the back button, and not by our own asking.
    if (value !== asked.current) {
      asked.current = value;
      setText(value);
    }
  }, [value]);

  const search = (next: string) => {
    const trimmed = next.trim();
    if (trimmed === asked.current) return;
    asked.current = trimmed;
    onSearch(trimmed);
  };
  const latest = useRef(search);
  latest.current = search;

  useEffect(() => {
    const { pathname } = window.location;
    const timer = setTimeout(() => {
      // While the next page loads, this one still stands: searching now would lead the reader back to it.
      if (window.location.pathname === pathname) latest.current(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <SearchField
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={setText}
      onSubmit={search}
      onClear={() => search('')}
    />
  );
});
