import { Refusal } from '../refusal';

/** How deep a request may nest: deeper than any content, and shallow enough for every parser. */
const MAX_DEPTH = 40;

/**
 * Refuses what no schema should have to look at: nesting that would exhaust a parser, and text that a
 * database cannot store. Walks without recursion, so that depth itself does no harm.
 */
export function refuseUnusable(value: unknown, root: string): void {
  const waiting: Node[] = [{ value, key: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: current, depth } = next;
    if (depth > MAX_DEPTH) refuse(root, `Nest at most ${MAX_DEPTH} levels`);
    if (typeof current === 'string') refuseText(current, next);
    if (typeof current !== 'object' || current === null) continue;
    for (const [key, inner] of Object.entries(current)) {
      refuseText(key, next);
      waiting.push({ value: inner, key, depth: depth + 1, within: next });
    }
  }
}

/** A value, and where it stands. */
interface Node {
  value: unknown;
  key: string;
  depth: number;
  within?: Node;
}

/** How deep a path is named, and how long. */
const NAMED = { depth: 8, length: 200 };

/**
 * Where a value stands, named as the schemas name it: fields of a body by themselves. Told only of what is refused, since every
 * request is walked through.
 */
function pathOf({ key, depth, within }: Node): string {
  if (!within) return key;
  if (depth > NAMED.depth) return pathOf(within);
  if (!within.within && within.key === 'body') return key;
  return `${pathOf(within)}.${key}`.slice(0, NAMED.length);
}

/** Control characters other than tab and line ends, and halves of a character: no database keeps them as they are. */
const UNUSABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

function refuseText(text: string, node: Node): void {
  if (UNUSABLE.test(text)) refuse(pathOf(node), 'Take out the characters that cannot be shown');
}

function refuse(field: string, remedy: string): never {
  throw new Refusal('invalid-input', { fields: [{ field, remedy }] });
}
