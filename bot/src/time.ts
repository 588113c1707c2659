import { setTimeout as wait } from 'node:timers/promises';

/** Waits. */
export function pause(ms: number): Promise<void> {
  return wait(ms);
}

/** What a promise gives within a time, or `late` when it takes longer; the promise goes on. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | 'late'> {
  const timer = new AbortController();
  const late = wait(ms, 'late' as const, { signal: timer.signal }).catch(() => 'late' as const);
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
  }
}
