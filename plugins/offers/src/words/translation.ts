import {
  createTranslationRef,
  type TranslationFunction,
  type TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import type { editingMessages } from './messages/editing';
import { everyoneMessages } from './messages/everyone';
import type { managerMessages } from './messages/managers';

/** Every message, wherever it is loaded. */
type Messages = typeof everyoneMessages & typeof managerMessages & typeof editingMessages;

/** The translator of the plugin: a key that is none, or a value that is missing, does not compile. */
export type T = TranslationFunction<Messages>;

/**
 * Words that are loaded together: English with the code that imports them, German when it is asked for.
 *
 * The library works the type of messages out key by key, which the compiler gives up on at some two thousand; they are
 * flat, so that their type is what they are.
 *
 * @param german - has what is in English, or does not compile
 */
export function wordsRef<const Id extends string, Words extends Readonly<Record<string, string>>>(
  id: Id,
  words: Words,
  german: () => Promise<Readonly<Record<keyof Words, string>>>,
): TranslationRef<Id, Words> {
  const messages: Record<string, string> = { ...words };
  const ref: unknown = createTranslationRef({
    id,
    messages,
    translations: { de: async () => ({ default: await german() }) },
  });
  return ref as TranslationRef<Id, Words>;
}

/**
 * The words of what everybody sees. Only pages import this, so that an app's first load has none of it. An app may give
 * messages of its own with a translation resource of this id, and of the ids of `managers.ts` and `editing.ts` beside it.
 */
export const everyoneRef = wordsRef('plugin.offers', everyoneMessages, () =>
  import('./german/everyone').then(({ everyoneGerman }) => everyoneGerman),
);
