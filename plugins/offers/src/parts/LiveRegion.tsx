import { VisuallyHidden } from '@backstage/ui';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const Announce = createContext<(sentence: string) => void>(() => {});

/** Reads sentences out to those who use a screen reader, without moving their focus. */
export const LiveRegion = ({ children }: { children: ReactNode }) => {
  const [sentence, setSentence] = useState('');
  return (
    <Announce.Provider value={useCallback((next: string) => setSentence(next), [])}>
      {children}
      <VisuallyHidden>
        <div aria-live="polite" data-testid="offers-live-region">
          {sentence}
        </div>
      </VisuallyHidden>
    </Announce.Provider>
  );
};

/** Gives the function that reads a sentence out. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(Announce);
}
