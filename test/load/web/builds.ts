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

/** Builds the app without the plugin and as it is, into a folder and into its usual place. */
export function buildBoth(folder: string): Built {
  const packages = join(folder, 'packages');
  const without = join(packages, WITHOUT);
  rmSync(without, { recursive: true, force: true });
  mkdirSync(without, { recursive: true });
  writeFileSync(join(without, 'package.json'), JSON.stringify({ name: WITHOUT }));
  const config = join(folder, 'without.yaml');
  writeFileSync(config, `app:\n  packages:\n    exclude: ['${PLUGIN}']\n`);
  build('backstage-cli', ['--config', join(ROOT, 'app-config.yaml'), '--config', config]);
  cpSync(join(APP, 'dist'), join(without, 'dist'), { recursive: true });
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      'import { buildApp } from "./scripts/lib/appBuild.mjs"; await buildApp(process.env);',
    ],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'ignore' },
  );
  return { with: join(APP, 'dist'), without: join(without, 'dist'), packages };
}

function build(cli: string, options: readonly string[]): void {
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/@backstage/cli/bin', cli), 'package', 'build', ...options],
    { cwd: APP, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'ignore' },
  );
}
