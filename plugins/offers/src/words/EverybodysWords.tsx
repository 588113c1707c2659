import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo, type ReactNode } from 'react';
import { everyoneRef } from './translation';
import { remembering, Translator } from './useT';

/** Brings what stands in it the words of what everybody sees, in the reader's language: once for all that uses them. */
export const EverybodysWords = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslationRef(everyoneRef);
  const words = useMemo(() => remembering(t), [t]);
  return <Translator.Provider value={words}>{children}</Translator.Provider>;
};
