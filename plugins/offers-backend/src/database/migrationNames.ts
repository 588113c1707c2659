/**
 * Migrations that take something away say so in their names, with the first release that does without it:
 * `20270112090000_contract_0_1_0_version_hash.js` may run beside replicas of 0.1.0 and later. A replica reads the names of
 * migrations that came after it, and nothing else of them.
 */
const CONTRACT = /^\d+_contract_(\d+)_(\d+)_(\d+)_/;

const RELEASE = /^(\d+)\.(\d+)\.(\d+)/;

/** The first release that does without what a migration takes away; undefined for one that only adds. */
export function neededFor(migration: string): string | undefined {
  const [, major, minor, patch] = CONTRACT.exec(migration) ?? [];
  return major && `${major}.${minor}.${patch}`;
}

/** Whether a release came before another; of what is not out yet, only the numbers count. */
export function isBefore(release: string, other: string): boolean {
  const [a, b] = [numbersOf(release), numbersOf(other)];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** The migrations that a database has been through and that a release cannot work beside. */
export function inTheWayOf(release: string, migrations: readonly string[]): string[] {
  return migrations.filter(name => {
    const needed = neededFor(name);
    return needed !== undefined && isBefore(release, needed);
  });
}

function numbersOf(release: string): number[] {
  const [, ...numbers] = RELEASE.exec(release) ?? [];
  if (numbers.length === 0) throw new Error(`${release} is not a release such as 1.2.3.`);
  return numbers.map(Number);
}
