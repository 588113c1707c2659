import { VisuallyHidden } from '@backstage/ui';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const Announce = createContext<(sentence: string) => void>(() => {});

/** The same sentence again has to be another text, or nothing would be read out. */
const after = (next: string) => (before: string) => (before === next ? `${next}\u00a0` : next);

/** Reads sentences out to those who use a screen reader, without moving their focus. */
export const LiveRegion = ({ children }: { children: ReactNode }) => {
  const [sentence, setSentence] = useState('');
  return (
    <Announce.Provider value={useCallback((next: string) => setSentence(after(next)), [])}>
      {children}
      <VisuallyHidden>
        {/* So named, a dialog does not hide it with the page behind it. */}
        <div aria-live="polite" data-testid="offers-live-region" data-live-announcer="true">
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
