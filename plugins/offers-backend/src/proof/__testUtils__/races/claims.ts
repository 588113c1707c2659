import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCE = join(__dirname, '../../..');

/** What makes one of many: a lock, a unique key, a row that is changed only while it is as it was read. */
const MARKS: readonly [string, RegExp][] = [
  ['lock', /\.for(NoKey)?Update\(|(?<!function )lockRows</],
  [
    'unique',
    /\.onConflict\(|unlessThere: true|(?<!function )(insertNewRows|putRows(?:AndRead)?|insertRowsIf)[<(]|\bTAKE\b|isUniqueViolation\(/,
  ],
  [
    'compare-and-set',
    /Promise<(boolean|Turn\[\])>[\s\S]*(\.(update|delete)\(|(?:changeRows|setRows)[<(])/,
  ],
];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name.startsWith('__') || entry.name === 'proof' ? [] : filesIn(path);
    return /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
  });
}

/** The functions of the backend in which one of many is chosen, as `room/file function`, read from its source. */
export function claimsInTheCode(): string[] {
  return filesIn(SOURCE)
    .flatMap(path => {
      const file = relative(SOURCE, path).replace(/\.ts$/, '');
      const functions = readFileSync(path, 'utf8').split(/^(?=(?:export )?(?:async )?function )/m);
      return functions.flatMap(text => {
        const name = /^(?:export )?(?:async )?function (\w+)/.exec(text)?.[1];
        const isClaim = name !== undefined && MARKS.some(([, mark]) => mark.test(text));
        return isClaim ? [`${file} ${name}`] : [];
      });
    })
    .sort();
}
