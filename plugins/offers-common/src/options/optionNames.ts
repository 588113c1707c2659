import { isJsonObject, Json } from '../content/json';

/** Keywords whose schemas are about the same object. */
const IN_PLACE = ['if', 'then', 'else', 'allOf', 'anyOf', 'oneOf'];

/** Keywords that hold such schemas by the name of an option. */
const BY_NAME = ['dependentSchemas', 'dependencies'];

/**
 * The names of the options that a schema knows, those of its conditions among them.
 * @param schema - within the limits of options
 */
export function optionNames(schema: Record<string, Json>): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: Json[] = [schema];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) waiting.push(...next);
    if (!isJsonObject(next)) continue;
    if (isJsonObject(next.properties)) {
      for (const name of Object.keys(next.properties)) names.add(name);
    }
    for (const keyword of IN_PLACE) waiting.push(next[keyword] ?? null);
    for (const keyword of BY_NAME) {
      const byName = next[keyword];
      if (isJsonObject(byName)) waiting.push(...Object.values(byName));
    }
  }
  return names;
}
