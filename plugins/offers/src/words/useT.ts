import { createContext, useContext, type Context } from 'react';
import type { T } from './translation';

/** The translator of what one is in: everybody's words, and within a part of the plugin its own. */
export const Translator: Context<T | undefined> = createContext<T | undefined>(undefined);

type Values = Readonly<Record<string, unknown>>;
type Texts = Readonly<Record<string, string>>;

/** So many sentences with a number in them are remembered; a page that says more begins anew. */
const MOST_REMEMBERED = 500;

/** By these the library chooses among messages: the sentence is another, and not only what stands in it. */
const isChoosing = (name: string) => name === 'count' || name === 'context';

const isTexts = (values: Values): values is Texts =>
  Object.entries(values).every(([name, value]) => typeof value === 'string' && !isChoosing(name));

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** Where a text will stand, by a character of private use. */
const placeOf = (name: string) => `\uE000${name}\uE000`;

/** A message by its key, with places for the texts that it is asked with. */
function withPlaces(ask: (key: string, values?: Values) => string) {
  const messages = new Map<string, string>();
  return (key: string, texts: Texts = {}): string => {
    const known = messages.get(key);
    if (known !== undefined) return known;
    const places = Object.keys(texts).map(name => [name, placeOf(name)]);
    const message = ask(key, Object.fromEntries(places));
    messages.set(key, message);
    return message;
  };
}

/**
 * The same translator, which says again what it has said: the library took an eighth of the scripts of a search for sentences
 * that were the same but for a name. Sentences with elements in them are not remembered.
 */
export function remembering(t: unknown): T {
  const ask = t as (key: string, values?: Values) => string;
  const messageOf = withPlaces(ask);
  const counted = new Map<string, string>();
  const translate = (key: string, values?: Values): string => {
    if (!values) return messageOf(key);
    if (isTexts(values)) {
      return messageOf(key, values).replace(
        /\uE000(\w+)\uE000/g,
        (_, name: string) => values[name] ?? '',
      );
    }
    if (!Object.values(values).every(isPlain)) return ask(key, values);
    const question = `${key} ${JSON.stringify(values)}`;
    const known = counted.get(question);
    if (known !== undefined) return known;
    if (counted.size >= MOST_REMEMBERED) counted.clear();
    const sentence = ask(key, values);
    counted.set(question, sentence);
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
