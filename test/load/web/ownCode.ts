import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What of a built app is whose, in bytes as gzip leaves them at its default level. */
export interface Weight {
  /** what `index.html` names: loaded before anything is shown */
  first: number;
  /** every chunk, each loaded when a page needs it */
  all: number;
  /** of the first load, what our own source became */
  ownFirst: number;
  /** of every chunk; what is in several chunks counts in each */
  own: number;
  /** the same, each source counted once, where it is largest */
  ownOnce: number;
}

const OURS = /\/plugins\/offers(-common)?\/(?!.*node_modules)/;

/**
 * Weighs the web app that was built into a folder, by its source maps.
 * @param counts - which files count; all of them unless told
 */
export function weigh(dist: string, counts: (file: string) => boolean = () => true): Weight {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const folder = join(dist, 'static');
  const largest = new Map<string, number>();
  const weight = { first: 0, all: 0, ownFirst: 0, own: 0 };
  for (const file of readdirSync(folder).filter(name => /\.(js|css)$/.test(name) && counts(name))) {
    const code = readFileSync(join(folder, file), 'utf8');
    const packed = gzipSync(code).length;
    const isFirst = html.includes(file);
    const shares = ownShares(code, mapOf(join(folder, `${file}.map`)));
    const own = [...shares.values()].reduce((sum, share) => sum + share, 0) * packed;
    weight.all += packed;
    weight.own += own;
    if (isFirst) weight.first += packed;
    if (isFirst) weight.ownFirst += own;
    for (const [source, share] of shares) {
      largest.set(source, Math.max(largest.get(source) ?? 0, share * packed));
    }
  }
  return { ...weight, ownOnce: [...largest.values()].reduce((sum, size) => sum + size, 0) };
}

interface SourceMap {
  sources: string[];
  mappings: string;
}

/** A chunk without a map has nothing of ours: every source of ours has one. */
function mapOf(path: string): SourceMap {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { sources: [], mappings: '' };
  }
}

/** Which share of a chunk's characters each of our sources became. */
function ownShares(code: string, { sources, mappings }: SourceMap): Map<string, number> {
  const lines = code.split('\n');
  const shares = new Map<string, number>();
  let source = 0;
  mappings.split(';').forEach((line, number) => {
    let column = 0;
    const starts = line
      .split(',')
      .filter(Boolean)
      .map(segment => {
        const [columns = 0, next] = numbersIn(segment);
        column += columns;
        if (next !== undefined) source += next;
        return { column, name: next === undefined ? '' : (sources[source] ?? '') };
      });
    starts.forEach(({ column: from, name }, index) => {
      if (!OURS.test(name)) return;
      const until = starts[index + 1]?.column ?? lines[number]?.length ?? from;
      shares.set(name, (shares.get(name) ?? 0) + (until - from) / code.length);
    });
  });
  return shares;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of a segment: base 64, five bits a digit, the sixth says that more follow, the lowest is the sign (ECMA-426). */
function numbersIn(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value += (digit % 32) * 2 ** shift;
    shift += 5;
    if (digit >= 32) continue;
    numbers.push(value % 2 === 1 ? -(value - 1) / 2 : value / 2);
    value = 0;
    shift = 0;
  }
  return numbers;
}
