import { createContext, useContext, type Context } from 'react';
import type { T } from './translation';

/** The translator of what one is in: everybody's words, and within a part of the plugin its own. */
export const Translator: Context<T | undefined> = createContext<T | undefined>(undefined);

/** So many sentences are remembered; a page that says more, such as with many names in them, begins anew. */
const MOST_REMEMBERED = 2_000;

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/**
 * The same translator, which says again what it has said: the library takes about 0.1 ms for a sentence, and a page of the
 * catalogue says a thousand. Sentences with elements in them are not remembered.
 */
export function remembering(t: unknown): T {
  const said = new Map<string, string>();
  const ask = t as (key: string, values?: Readonly<Record<string, unknown>>) => string;
  const translate = (key: string, values?: Readonly<Record<string, unknown>>) => {
    if (values && !Object.values(values).every(isPlain)) return ask(key, values);
    const question = values ? `${key} ${JSON.stringify(values)}` : key;
    const known = said.get(question);
    if (known !== undefined) return known;
    if (said.size >= MOST_REMEMBERED) said.clear();
    const sentence = ask(key, values);
    said.set(question, sentence);
    return sentence;
  };
  return translate as unknown as T;
}

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

/**
 * Gives the translator of what stands around: everybody's words, and within a part of the plugin its own; `loaded.test.ts`
 * holds pages to it.
 */
export function useT(): T {
  const t = useContext(Translator);
  if (!t) throw new Error('Nothing brings words here: it should stand in EverybodysWords.');
  return t;
}
