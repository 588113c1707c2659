import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const APP = join(ROOT, 'packages/app');

/** The package that the app without the plugin is called by; see `app.packageName` of Backstage. */
export const WITHOUT = 'app-without-offers';

/** An app that was built. */
export interface Built {
  /** what it is made of, ready to be served */
  with: string;
  without: string;
  /** where the package of the app without the plugin lies; a backend finds it by NODE_PATH */
  packages: string;
}

const PLUGIN = '@offerdesk/backstage-plugin-offers';

/** Builds the app as it is into its usual place, unless it lies there already; gives where that is. */
export function buildOurs(): string {
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      'import { buildApp, needsAppBuild } from "./scripts/lib/appBuild.mjs"; if (needsAppBuild()) await buildApp(process.env);',
    ],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'ignore' },
  );
  return join(APP, 'dist');
}

/** Builds the app without the plugin into a folder, then as it is into its usual place. */
export function buildBoth(folder: string): Built {
  const packages = join(folder, 'packages');
  const without = join(packages, WITHOUT);
  rmSync(without, { recursive: true, force: true });
  mkdirSync(without, { recursive: true });
  writeFileSync(join(without, 'package.json'), JSON.stringify({ name: WITHOUT }));
  const config = join(folder, 'without.yaml');
  writeFileSync(config, `app:\n  packages:\n    exclude: ['${PLUGIN}']\n`);
  // Both are built where the app's own build goes.
  build('backstage-cli', ['--config', join(ROOT, 'app-config.yaml'), '--config', config]);
  cpSync(join(APP, 'dist'), join(without, 'dist'), { recursive: true });
  return { with: buildOurs(), without: join(without, 'dist'), packages };
}

function build(cli: string, options: readonly string[]): void {
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/@backstage/cli/bin', cli), 'package', 'build', ...options],
    { cwd: APP, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'ignore' },
  );
}
