import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { createContext, useContext, type Context } from 'react';
import { everyoneRef, type T } from './translation';

/** The translator of the part of the plugin that one is in, where it has more words than everybody's. */
export const Translator: Context<T | undefined> = createContext<T | undefined>(undefined);

/**
 * A translator by two: for what the second has words for, the second.
 *
 * @param messages - what the second has words for; of `days_one` and `days_other` the key is `days`
 */
export function joined(first: T, second: unknown, messages: Readonly<Record<string, string>>): T {
  const keys = new Set(Object.keys(messages).map(key => key.replace(/_(one|other)$/, '')));
  // Which key belongs to which is known here, and nowhere to the compiler.
  const translate = (key: string, ...values: unknown[]) =>
    ((keys.has(key) ? second : first) as (...input: unknown[]) => string)(key, ...values);
  return translate as unknown as T;
}

/** Gives the translator: everybody's words, and within a part of the plugin its own; `loaded.test.ts` holds pages to it. */
export function useT(): T {
  const more = useContext(Translator);
  const { t } = useTranslationRef(everyoneRef);
  return more ?? (t as unknown as T);
}
