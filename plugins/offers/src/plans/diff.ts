/** A piece of a text: in both, or only in this one. */
export interface DiffPiece {
  text: string;
  isChanged: boolean;
}

/** Two texts beside each other, cut where they differ. */
export interface Diff {
  before: DiffPiece[];
  after: DiffPiece[];
}

/** Words beyond which two texts are not compared word by word: the table grows with their product. */
const MOST_WORDS = 400;

function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** Lengths of the longest common run of words from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const next =
        a[i] === b[j]
          ? (rows[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(rows[i + 1]?.[j] ?? 0, rows[i]?.[j + 1] ?? 0);
      const row = rows[i];
      if (row) row[j] = next;
    }
  }
  return rows;
}

function push(pieces: DiffPiece[], text: string | undefined, isChanged: boolean): void {
  if (text === undefined) return;
  const last = pieces.at(-1);
  if (last?.isChanged === isChanged) last.text += text;
  else pieces.push({ text, isChanged });
}

/** Where two texts differ, word by word; very long ones differ as a whole. */
export function diffWords(before: string, after: string): Diff {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const found: Diff = { before: [], after: [] };
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return {
      before: [{ text: before, isChanged: true }],
      after: [{ text: after, isChanged: true }],
    };
  }
  const common = commonLengths(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      push(found.before, a[i], false);
      push(found.after, b[j], false);
      i += 1;
      j += 1;
    } else if (j >= b.length || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      if (i < a.length) push(found.before, a[i++], true);
      else push(found.after, b[j++], true);
    } else {
      push(found.after, b[j++], true);
    }
  }
  return found;
}
