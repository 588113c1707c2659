import { startTransition, useEffect, useState } from 'react';

/**
 * Whether the picture of what is looked at first has been drawn: what stands below it waits for that, so that it comes sooner.
 *
 * @param isSought - whether it is itself what somebody came for: then it waits for nothing
 */
export function useAfterPicture(isSought: boolean): boolean {
  const [isDrawn, setDrawn] = useState(isSought);
  useEffect(() => {
    if (isDrawn) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame is prepared when its listeners are called: what is asked for in them comes after its picture.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setDrawn(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isDrawn]);
  return isDrawn || isSought;
}
