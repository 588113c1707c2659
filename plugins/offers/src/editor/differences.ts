/** One field in which two drafts differ, as text. */
export interface Difference {
  /** its path, such as `content.pricing.costs.0.amount` */
  field: string;
  mine: string;
  theirs: string;
}

/** Options and bundle are held as JSON text: two of them differ in what they say, not as a whole. */
function told(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function leaves(held: unknown, path: string, found: Map<string, string>): Map<string, string> {
  const value = told(held);
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value))
      leaves(part, path ? `${path}.${key}` : key, found);
  } else if (value !== undefined && value !== null && value !== '') {
    found.set(path, String(value));
  }
  return found;
}

/** Every field in which two drafts differ, in the order of the fields. */
export function differences(mine: unknown, theirs: unknown): Difference[] {
  const a = leaves(mine, '', new Map());
  const b = leaves(theirs, '', new Map());
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter(path => a.get(path) !== b.get(path))
    .map(path => ({ field: path, mine: a.get(path) ?? '', theirs: b.get(path) ?? '' }));
}
