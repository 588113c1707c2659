/** Where a node of a JSON value is. */
type Path = readonly (string | number)[];

/** Every node of a value but its root, from the outside in; at most so many that no value is walked for long. */
export function nodesOf(value: unknown, path: Path = [], most = 400): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const found: Path[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (found.length >= most) break;
    const own = [...path, Array.isArray(value) ? Number(key) : key];
    found.push(own, ...nodesOf(inner, own, most - found.length));
  }
  return found;
}

/** A copy of a value with one node changed: absent where the change gives undefined. */
export function withNode(
  value: unknown,
  [key, ...rest]: Path,
  change: (node: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === key ? withNode(item, rest, change) : item));
  }
  return Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([name, inner]): [string, unknown][] => {
      const changed = name === key ? withNode(inner, rest, change) : inner;
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}
