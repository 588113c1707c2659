import { CallerName, callerNames } from '../people';

/** The statuses of an operation: for each caller, one for each column. */
export interface Grid {
  columns: readonly string[];
  rows: ReadonlyMap<CallerName, readonly string[]>;
}

/**
 * Reads a grid as it is written: the first line names the columns, each other line a caller and their
 * statuses. A caller without a line, a line too short, and an unknown caller fail.
 */
export function grid(text: string): Grid {
  const [head, ...lines] = text
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .filter(([first]) => first);
  const columns = head ?? [];
  const rows = new Map<CallerName, readonly string[]>();
  for (const [name, ...statuses] of lines) {
    const caller = callerNames.find(known => known === name);
    if (!caller) throw new Error(`The grid has a line for ${name}, who is none of the callers`);
    if (statuses.length !== columns.length) {
      throw new Error(`The line of ${name} has ${statuses.length} of ${columns.length} statuses`);
    }
    rows.set(caller, statuses);
  }
  const absent = callerNames.filter(name => !rows.has(name));
  if (absent.length > 0) throw new Error(`The grid has no line for ${absent.join(', ')}`);
  return { columns, rows };
}
