/** Which offers each bundle has as members: by published versions, and by what a plan brings. @public */
export type MemberGraph = ReadonlyMap<string, readonly string[]>;

/**
 * The first way from an offer back to itself, as the offers on it; undefined when there is none (rule 8).
 * Walks with a list of its own, since a hostile graph may be deep.
 * @public
 */
export function cycleThrough(start: string, graph: MemberGraph): string[] | undefined {
  const waiting: string[][] = [[start]];
  const seen = new Set<string>();
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    for (const member of graph.get(path.at(-1) ?? '') ?? []) {
      if (member === start) return [...path, start];
      if (seen.has(member)) continue;
      seen.add(member);
      waiting.push([...path, member]);
    }
  }
  return undefined;
}

/**
 * Whether what waits for what has no circle, and names only steps that there are.
 * @param titleOf - what a step is called in the answer; by its key unless told
 * @public
 */
export function stepsFault(
  steps: readonly { key: string; after: readonly string[] }[],
  titleOf: (key: string) => string = key => key,
): string | undefined {
  const keys = new Set(steps.map(({ key }) => key));
  if (keys.size < steps.length) return 'Give each step a key of its own.';
  const unknown = steps.flatMap(({ after }) => after).find(key => !keys.has(key));
  if (unknown !== undefined) return `No step is called ${unknown}; let steps wait for others only.`;
  const graph = new Map(steps.map(({ key, after }) => [key, after]));
  const round = steps.map(({ key }) => cycleThrough(key, graph)).find(Boolean);
  return (
    round &&
    `The steps ${round.map(titleOf).join(', ')} wait for each other; take one of the waits out.`
  );
}
