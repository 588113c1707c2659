import { useCallback, useState } from 'react';

/** A random UUID, also where the page is not a secure context and the browser lacks `randomUUID`. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The Idempotency-Key of one intention: it lives as long as the dialog that uses it, so that a double
 * click or a repeat after a lost answer makes one thing (rule 5). Renew it when the backend has refused,
 * since what is sent then is another request.
 */
export function useIdempotencyKey(): [key: string, renew: () => void] {
  const [key, setKey] = useState(randomKey);
  return [key, useCallback(() => setKey(randomKey()), [])];
}
