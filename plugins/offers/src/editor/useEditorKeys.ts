import { useEffect, useRef } from 'react';

/** What can be done with the keys of an editor. */
interface EditorKeys {
  save: () => void;
  undo: () => void;
  redo: () => void;
}

/** Where the browser undoes by itself what was typed, and whoever types expects it to. */
const WRITTEN_IN = [
  'textarea',
  'input:not([type="checkbox"]):not([type="radio"]):not([type="button"])',
];

/** Which of them a key asks for; Cmd is what Ctrl is elsewhere. */
function askedBy({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): keyof EditorKeys | undefined {
  if (!(ctrlKey || metaKey)) return undefined;
  const letter = key.toLowerCase();
  if (letter === 's') return 'save';
  if (letter === 'y' || (letter === 'z' && shiftKey)) return 'redo';
  return letter === 'z' ? 'undo' : undefined;
}

/**
 * Ctrl+S saves from wherever the reader is on the page. Ctrl+Z undoes and Ctrl+Shift+Z or Ctrl+Y redoes, but in a text,
 * which is the browser's, and in a dialog, which covers what would change.
 */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = askedBy(event);
      if (!asked) return;
      const at = event.target instanceof Element ? event.target : undefined;
      if (asked !== 'save' && at?.closest([...WRITTEN_IN, '[role="dialog"]'].join())) return;
      event.preventDefault();
      latest.current[asked]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
