import { useRef } from 'react';

/** What is typed in one go, letter by letter: one step for the way back. */
export interface Typing {
  /** says whether what is typed now goes on with what was typed before */
  goOn(): boolean;
  /** the box was left, or what it holds became another by other means */
  end(): void;
}

/** Follows whether a box is still being typed in, since it was come to. */
export function useTyping(): Typing {
  const isTyping = useRef(false);
  const typing = useRef<Typing>({
    goOn: () => {
      const goesOn = isTyping.current;
      isTyping.current = true;
      return goesOn;
    },
    end: () => {
      isTyping.current = false;
    },
  });
  return typing.current;
}
