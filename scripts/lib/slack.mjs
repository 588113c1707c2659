import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, fromRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

const REAL = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'];

// These open nothing but the workspace of test/sample/slack.yaml on this machine.
const LOCAL = {
  SLACK_BOT_TOKEN: 'xoxb-offerdesk-sample',
  SLACK_APP_TOKEN: 'xapp-offerdesk-sample',
  SLACK_SIGNING_SECRET: 'offerdesk-sample-signing-secret',
  SLACK_TEAM_ID: 'T0OFFERD1',
};

function localBinary(env) {
  if (env.LOCAL_SLACK_BIN) {
    if (!existsSync(env.LOCAL_SLACK_BIN)) {
      throw new Problem(
        `LOCAL_SLACK_BIN names ${env.LOCAL_SLACK_BIN}, which does not exist: correct or unset it.`,
      );
    }
    return env.LOCAL_SLACK_BIN;
  }
  const packaged = fromRoot('node_modules/local-slack-linux-x64/bin/local-slack');
  return existsSync(packaged) ? packaged : undefined;
}

/**
 * Which Slack this start uses: the real workspace when its tokens are in the environment, else the local one where its binary is
 * installed, else none.
 *
 * @returns `{ kind: 'real' | 'local' | 'none', env?, binary? }`
 */
export function chooseSlack(port, env = process.env) {
  const given = REAL.filter(name => env[name]);
  if (given.length > 0) {
    const byMode = env.SLACK_MODE === 'http' ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN';
    const missing = ['SLACK_BOT_TOKEN', byMode, 'SLACK_TEAM_ID'].filter(name => !env[name]);
    if (missing.length > 0) {
      throw new Problem(
        `${given.join(' and ')} set, so the real workspace is meant, but ${missing.join(' and ')} missing: set what is missing, or unset all for the local workspace.`,
      );
    }
    return { kind: 'real', env: { SLACK_MODE: env.SLACK_MODE ?? 'socket' } };
  }
  const binary = localBinary(env);
  if (!binary) return { kind: 'none' };
  const api = {
    SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
    // The local workspace shows Slack's own date tokens as they are written.
    SLACK_DATES: 'utc',
    SLACK_MODE: 'socket',
  };
  return { kind: 'local', binary, env: { ...LOCAL, ...api } };
}

/** Whether this machine lets us shut a process into a network of its own. */
function canIsolate() {
  return (
    process.platform === 'linux' &&
    spawnSync('unshare', ['-Urn', 'sh', '-c', 'ip link set lo up'], { stdio: 'ignore' }).status ===
      0
  );
}

/**
 * Begins the local workspace. Its binary listens on every interface and asks nobody who they are, so where the machine allows
 * it runs in a network namespace of its own, and only our loopback port leads in.
 *
 * @returns whether it can be reached from this machine alone
 */
export function beginLocalSlack(children, binary, port) {
  const args = [
    '--config',
    fromRoot('test/sample/slack.yaml'),
    '--port',
    `${port}`,
    '--base-host',
    '127.0.0.1',
  ];
  const files = ['--files-dir', join(DATA, 'slack-files')];
  if (!canIsolate()) {
    children.begin('slack', binary, [...args, ...files]);
    return false;
  }
  const door = join(DATA, 'run', 'slack.sock');
  mkdirSync(join(DATA, 'run'), { recursive: true });
  chmodSync(join(DATA, 'run'), 0o700);
  const inside = [process.execPath, fromRoot('scripts/lib/slackInside.mjs'), door, `${port}`];
  const shell = [
    'sh',
    '-c',
    'ip link set lo up && exec "$0" "$@"',
    ...inside,
    binary,
    ...args,
    ...files,
  ];
  children.begin('slack', 'unshare', ['-Urn', ...shell]);
  children.begin('slack-door', process.execPath, [
    fromRoot('scripts/lib/slackDoor.mjs'),
    door,
    `${port}`,
  ]);
  return true;
}
