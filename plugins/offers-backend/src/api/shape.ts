import { Refusal } from '../refusal';

/** How deep a request may nest: deeper than any content, and shallow enough for every parser. */
const MAX_DEPTH = 40;

/**
 * Refuses what no schema should have to look at: nesting that would exhaust a parser, and text that a
 * database cannot store. Walks without recursion, so that depth itself does no harm.
 */
export function refuseUnusable(value: unknown, root: string): void {
  const waiting: { value: unknown; path: string; depth: number }[] = [
    { value, path: root, depth: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: current, path, depth } = next;
    if (depth > MAX_DEPTH) refuse(root, `Nest at most ${MAX_DEPTH} levels`);
    if (typeof current === 'string') refuseText(current, path);
    if (typeof current !== 'object' || current === null) continue;
    for (const [key, inner] of Object.entries(current)) {
      refuseText(key, path);
      waiting.push({
        value: inner,
        path: depth < 8 ? `${path}.${key}`.slice(0, 200) : path,
        depth: depth + 1,
      });
    }
  }
}

/** Control characters other than tab and line ends, and halves of a character: no database keeps them as they are. */
const UNUSABLE = /(?![\t\n\r])[\p{Cs}\p{Cc}]/u;

function refuseText(text: string, path: string): void {
  if (UNUSABLE.test(text)) refuse(path, 'Take out the characters that cannot be shown');
}

function refuse(field: string, remedy: string): never {
  throw new Refusal('invalid-input', { fields: [{ field, remedy }] });
}
