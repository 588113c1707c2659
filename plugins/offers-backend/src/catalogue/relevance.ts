import { isPrefix } from '../database/fullText';

/** The parts of a text that tell how well it fits; folded words, with spaces between. What can say nothing more may be missing. */
export interface RankedText {
  title: string;
  labels?: string;
  summary?: string;
}

/** What a word is worth by where it stands: as a whole word, or as its beginning. */
const WORTH = { title: [16, 12], labels: [8, 6], summary: [4, 3] } as const;

/** A word that stands in the description alone. */
const IN_BODY = 1;

/**
 * How well a text fits the words of a search: each word counts where it is worth most; a title that says little
 * else is worth more. The same arithmetic on every database: their own ranks weigh a word by all texts that
 * hold it, which costs as much as there are, and differs between them.
 */
export function relevanceOf(words: readonly string[], text: RankedText): number {
  const title = text.title.split(' ');
  const parts = (['title', 'labels', 'summary'] as const).map(
    part => [text[part]?.split(' ') ?? [], WORTH[part]] as const,
  );
  const worths = words.map(word =>
    Math.max(IN_BODY, ...parts.map(([held, [whole, start]]) => worthIn(held, word, whole, start))),
  );
  const sum = worths.reduce((total, worth) => total + worth, 0);
  const said = title.reduce((total, held) => total + shareOf(held, words), 0);
  return Math.round((sum / words.length + said / title.length) * 1000);
}

/** How much of a word of a title is searched for: of `postgresql`, `postgres` is eight tenths. */
function shareOf(held: string, words: readonly string[]): number {
  if (words.includes(held)) return 1;
  const begun = words.filter(word => isPrefix(word) && held.startsWith(word));
  return Math.max(0, ...begun.map(word => word.length)) / (held.length || 1);
}

function worthIn(held: readonly string[], word: string, whole: number, start: number): number {
  if (held.includes(word)) return whole;
  return isPrefix(word) && held.some(each => each.startsWith(word)) ? start : 0;
}
