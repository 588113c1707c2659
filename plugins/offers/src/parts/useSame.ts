import { useRef } from 'react';

/** A value that stays the same object as long as it says the same, so that what shows it is not drawn again. */
export function useSame<T>(value: T): T {
  const text = JSON.stringify(value);
  const kept = useRef({ text, value });
  if (kept.current.text !== text) kept.current = { text, value };
  return kept.current.value;
}
