import { putDraftSchema, type PutDraft } from '@offerdesk/backstage-plugin-offers-common';

/** A content that nests deeper than this does not exist; the bound makes the loop end in any case. */
const MOST_ROUNDS = 12;

type Path = readonly PropertyKey[];

function isContainer(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

function remove(root: unknown, path: Path): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (isContainer(value) ? value[key] : undefined), root);
  const key = path[path.length - 1];
  if (Array.isArray(parent) && typeof key === 'number') parent.splice(key, 1);
  else if (isContainer(parent) && key !== undefined) Reflect.deleteProperty(parent, key);
}

/** What to take out for an issue: the field itself, or what holds it when that did not help. */
function outermostUntried(path: Path, tried: Set<string>): Path {
  let target = path;
  while (target.length > 1 && tried.has(target.join('.'))) target = target.slice(0, -1);
  return target;
}

/**
 * What of a half-written draft is already sound: everything that does not fit the schema is left out, as
 * little as possible. The gate judges this while a person types, since a price that is half a number is
 * not a price yet.
 *
 * @param input - what the form would save
 * @returns undefined when nothing sound is left
 */
export function soundDraft(input: unknown): PutDraft | undefined {
  const value: unknown = structuredClone(input);
  const tried = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parsed = putDraftSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    const targets = parsed.error.issues.map(({ path }) => outermostUntried(path, tried));
    // The last of a list first, so that what is taken out does not move what comes before it.
    for (const target of targets.reverse()) {
      tried.add(target.join('.'));
      remove(value, target);
    }
  }
  return undefined;
}
