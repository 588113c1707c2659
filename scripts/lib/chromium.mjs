import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Problem } from './problem.mjs';
import { runLogged } from './run.mjs';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium on this machine, or undefined. OFFERDESK_CHROMIUM wins. */
export function findChromium(env = process.env) {
  if (env.OFFERDESK_CHROMIUM) {
    if (existsSync(env.OFFERDESK_CHROMIUM)) return env.OFFERDESK_CHROMIUM;
    throw new Problem(
      `OFFERDESK_CHROMIUM names ${env.OFFERDESK_CHROMIUM}, which does not exist: correct or unset it.`,
    );
  }
  return KNOWN.find(path => existsSync(path));
}

/** Installs Debian's Chromium where that is possible; else says what the person can do. */
export async function installChromium() {
  const remedy =
    'The journeys need Chromium. Install it (Debian: sudo apt-get update && sudo apt-get install chromium), or set OFFERDESK_CHROMIUM to the path of a Chrome or Chromium.';
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) {
    throw new Problem(remedy);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, output } = await runLogged(`apt-${args[0]}`, 'apt-get', args, { env });
    if (code !== 0) {
      throw new Problem(`${output.trim().split('\n').slice(-10).join('\n')}\n\n${remedy}`);
    }
  }
}
