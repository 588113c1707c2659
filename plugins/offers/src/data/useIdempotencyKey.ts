import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { useCallback, useState } from 'react';

/** A random UUID, also where the page is not a secure context and the browser lacks `randomUUID`. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The Idempotency-Key of one intention: a double click or a repeat after a lost answer sends the same one
 * and makes one thing (rule 5).
 *
 * @returns the key, and what to call with the error when an answer came, or with null when it was good: a
 *   refusal and a success end the intention, and the next one has another key; a lost answer does not
 */
export function useIdempotencyKey(): [key: string, settle: (error: Error | null) => void] {
  const [key, setKey] = useState(randomKey);
  const settle = useCallback((error: Error | null) => {
    const isAnswered = error === null || (error instanceof OffersProblem && error.status < 500);
    if (isAnswered) setKey(randomKey());
  }, []);
  return [key, settle];
}
