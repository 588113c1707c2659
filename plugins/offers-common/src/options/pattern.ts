/** What a pattern may cost at most: about a second of matching. */
const MOST = 1e8;

/** How many characters a repetition without an end is counted as. */
const TEXT = 100;

const LONGEST = 300;

/** Counts the ways of a pattern that is known to be well-formed. */
class PatternWalk {
  private at = 0;

  constructor(private readonly pattern: string) {}

  /** Up to the closing bracket of the group, or the end: the alternatives' ways added up. */
  ways(): number {
    let total = 0;
    let row = 1;
    while (this.at < this.pattern.length && this.pattern[this.at] !== ')') {
      if (this.pattern[this.at] === '|') {
        this.at += 1;
        total += row;
        row = 1;
      } else {
        row *= repeated(this.item(), this.quantifier());
      }
    }
    return total + row;
  }

  private item(): number {
    const backReference = this.take(/\\(?:k<|[1-9])/y);
    if (backReference) return Infinity;
    if (this.take(/\\[pPu]\{[^}]*\}|\\[\s\S]|\[(?:[^\]\\]|\\[\s\S])*\]/y)) return 1;
    if (this.take(/\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y)) {
      const ways = this.ways();
      this.at += 1;
      return ways;
    }
    this.at += 1;
    return 1;
  }

  private quantifier(): { least: number; most: number } {
    const found = this.take(/(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y);
    if (!found) return { least: 1, most: 1 };
    const [mark, least = '0', comma = '', most = ''] = found;
    if (mark.startsWith('?')) return { least: 0, most: 1 };
    if (!mark.startsWith('{')) return { least: 0, most: Infinity };
    if (!comma) return { least: Number(least), most: Number(least) };
    return { least: Number(least), most: most ? Number(most) : Infinity };
  }

  private take(sticky: RegExp): RegExpExecArray | undefined {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.pattern) ?? undefined;
    if (found) this.at = sticky.lastIndex;
    return found;
  }
}

/**
 * Why a regular expression may not stand in an option schema, as a sentence; undefined when it may.
 *
 * JavaScript matches by backtracking, so that `(a+)+`, `a?a?a?…` or `.*.*.*.*.*` can take longer than
 * anybody waits. The ways to match a text of 100 characters are counted: alternatives add up, what
 * follows each other multiplies, and a repetition may not hold a choice. Conservative: some harmless
 * patterns are refused too.
 */
export function patternFault(pattern: string): string | undefined {
  if (pattern.length > LONGEST) return `it is longer than ${LONGEST} characters; shorten it`;
  try {
    RegExp(pattern, 'u');
  } catch {
    return 'it is not a regular expression (with the flag u); correct it';
  }
  const anywhere = pattern.startsWith('^') ? 1 : TEXT;
  return new PatternWalk(pattern).ways() * anywhere > MOST
    ? 'matching it could take too long; write it without repetitions of repetitions, back-references and long rows of optional parts'
    : undefined;
}

function repeated(ways: number, { least, most }: { least: number; most: number }): number {
  if (most === 1) return least === 1 ? ways : ways + 1;
  if (ways > 1) return most > TEXT ? Infinity : (ways + 1) ** most;
  return Math.max(1, Math.min(most, TEXT) - Math.min(least, TEXT) + 1);
}
