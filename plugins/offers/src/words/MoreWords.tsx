import { useTranslationRef, type TranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo, type ReactNode } from 'react';
import { joined, remembering, Translator, useT } from './useT';

/**
 * A part of the plugin that brings words of its own, so that pages which do without them need not load them.
 *
 * @param ref - its words
 * @param messages - the same in English, by whose keys they are known
 */
export function moreWords(ref: TranslationRef, messages: Readonly<Record<string, string>>) {
  return function MoreWords({ children }: { children: ReactNode }) {
    const around = useT();
    const { t } = useTranslationRef(ref);
    const all = useMemo(() => joined(around, remembering(t), messages), [around, t]);
    return <Translator.Provider value={all}>{children}</Translator.Provider>;
  };
}
