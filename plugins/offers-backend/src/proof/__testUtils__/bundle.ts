import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';

/** The root of the repository, in which programs are started. */
export const ROOT = join(__dirname, '../../../../..');

/** It comes with Backstage's CLI, which builds the product with it. */
const ESBUILD = join(ROOT, 'node_modules/.bin/esbuild');

/** Compiled, or drivers of databases that nobody connects to here. */
const NOT_BUNDLED = ['sqlite3', 'better-sqlite3', 'pg-native', 'pg-query-stream'].concat([
  'tedious',
  'mysql',
  'mysql2',
  'mariadb',
  'mariadb/callback',
  'oracledb',
]);

/** How a bundled program is started: by `fork` or by `node`, with this file and these arguments, before its own. */
export interface Program {
  file: string;
  args: string[];
}

/**
 * Makes one file of a program and of all that it loads: its start from TypeScript takes more than a second of the processor, which
 * is most of what a kill costs; so started, a quarter.
 *
 * @param entry - the TypeScript file that is run
 * @param folder - where the bundle is written; whoever made it removes it
 */
export function bundle(entry: string, folder: string): Program {
  const program = join(folder, `${basename(entry, '.ts')}.js`);
  execFileSync(ESBUILD, [
    entry,
    '--bundle',
    '--platform=node',
    '--target=node20',
    '--minify-whitespace',
    '--minify-syntax',
    '--log-level=error',
    ...NOT_BUNDLED.map(name => `--external:${name}`),
    `--outfile=${program}`,
  ]);
  return { file: join(__dirname, 'launch.cjs'), args: [program, entry] };
}
