import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(__dirname, '..', '..');
const TRANSFORM = join(ROOT, 'node_modules', '@backstage', 'cli', 'config', 'nodeTransform.cjs');
const LOCAL_SLACK =
  process.env.LOCAL_SLACK_BIN ??
  join(ROOT, 'node_modules', 'local-slack-linux-x64', 'bin', 'local-slack');

/** Which process of the sample is meant. */
export type Part = 'portal' | 'bot' | 'slack' | 'slack-door';

/**
 * The whole product as `npm start` runs it, on ports and in a directory of its own: portal, bot and local
 * Slack workspace, each a process that can be killed and begun again.
 */
export class Sample {
  private readonly directory = mkdtempSync(join(tmpdir(), 'offerdesk-journey-'));
  private readonly running = new Map<Part, ChildProcess>();
  private readonly ports = new Map<'portal' | 'bot' | 'slack', number>();
  private env: Record<string, string> = {};

  get portal(): string {
    return `http://127.0.0.1:${this.ports.get('portal')}`;
  }

  get slack(): string {
    return `http://127.0.0.1:${this.ports.get('slack')}`;
  }

  private get botHealth(): string {
    return `http://127.0.0.1:${this.ports.get('bot')}/health`;
  }

  /** Begins everything, and waits until people can enter. */
  async start(): Promise<void> {
    for (const name of ['portal', 'bot', 'slack'] as const) this.ports.set(name, await freePort());
    this.env = this.environment();
    mkdirSync(join(this.directory, 'db'), { recursive: true });
    this.beginSlack();
    await this.beginPortal();
    await until('the local Slack workspace', () => isUp(`${this.slack}/_control/state`));
    await this.beginBot();
  }

  /** Begins the portal, and waits until the sample people can enter. */
  async beginPortal(): Promise<void> {
    this.begin('portal', process.execPath, [
      '--require',
      TRANSFORM,
      'packages/backend/src/index.ts',
    ]);
    await until('the portal', () =>
      isUp(`${this.portal}/api/auth/samplePeople/refresh`, {
        'X-Requested-With': 'XMLHttpRequest',
        'X-Offers-Sample-Person': 'user:default/carla',
      }),
    );
  }

  /** Begins the bot, and waits until it is connected. */
  async beginBot(): Promise<void> {
    this.begin('bot', process.execPath, ['--require', TRANSFORM, 'bot/src/index.ts']);
    await until('the bot', () => isUp(this.botHealth));
  }

  /** Kills a process as a power cut would: it gets no chance to finish anything. */
  async kill(part: Part): Promise<void> {
    await end(this.running.get(part), 'SIGKILL');
    this.running.delete(part);
  }

  /** What a process wrote. */
  log(part: Part): string {
    return readFileSync(join(this.directory, `${part}.log`), 'utf8');
  }

  /** Ends everything and removes its data. */
  async stop(): Promise<void> {
    for (const child of [...this.running.values()].reverse()) await end(child, 'SIGTERM');
    rmSync(this.directory, { recursive: true, force: true });
  }

  private environment(): Record<string, string> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    return {
      BOT_PORT: String(this.ports.get('bot')),
      NODE_ENV: 'development',
      OFFERDESK_DB_DIRECTORY: join(this.directory, 'db'),
      OFFERDESK_PORT: String(this.ports.get('portal')),
      OFFERS_BASE_URL: this.portal,
      OFFERS_BOT_PRIVATE_KEY: privateKey,
      OFFERS_BOT_PUBLIC_KEY: publicKey,
      OFFERS_BOT_TOKEN: 'token-of-the-bot-of-the-journeys',
      SLACK_API_URL: `${this.slack}/api/`,
      SLACK_APP_TOKEN: 'xapp-offerdesk-sample',
      SLACK_BOT_TOKEN: 'xoxb-offerdesk-sample',
      SLACK_DATES: 'utc',
      SLACK_MODE: 'socket',
      SLACK_SIGNING_SECRET: 'offerdesk-sample-signing-secret',
      SLACK_TEAM_ID: 'T0OFFERD1',
    };
  }

  /** The workspace listens on every interface; its own network keeps it to this machine where that can be had. */
  private beginSlack(): void {
    const port = String(this.ports.get('slack'));
    const workspace = [
      LOCAL_SLACK,
      ...['--config', join(ROOT, 'test/sample/slack.yaml'), '--port', port],
      ...['--base-host', '127.0.0.1', '--files-dir', join(this.directory, 'slack-files')],
    ];
    const network = ['-Urn', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];
    const isAlone = spawnSync('unshare', [...network, 'true']).status === 0;
    if (!isAlone) {
      this.begin('slack', LOCAL_SLACK, workspace.slice(1));
      return;
    }
    const door = join(this.directory, 'slack.sock');
    const inside = join(ROOT, 'scripts/lib/slackInside.mjs');
    this.begin('slack', 'unshare', [
      ...network,
      process.execPath,
      inside,
      door,
      port,
      ...workspace,
    ]);
    this.begin('slack-door', process.execPath, [
      join(ROOT, 'scripts/lib/slackDoor.mjs'),
      door,
      port,
    ]);
  }

  private begin(part: Part, command: string, args: string[]): void {
    const log = openSync(join(this.directory, `${part}.log`), 'a');
    const child = spawn(command, args, {
      cwd: ROOT,
      detached: true,
      env: { ...process.env, NO_COLOR: '1', ...this.env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.running.set(part, child);
  }
}

async function end(child: ChildProcess | undefined, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  // The group: what the process itself began ends with it.
  process.kill(-child.pid, signal);
  const insist = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 15_000);
  await gone;
  clearTimeout(insist);
}

async function isUp(url: string, headers: Record<string, string> = {}): Promise<boolean> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(5_000) });
  await response.body?.cancel();
  return response.ok;
}

/**
 * Waits until something holds, and gives what it found.
 * @throws Error that names what did not happen
 */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  seconds = 90,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const found = await check();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    await wait(200);
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}${last ? ` (${String(last)})` : ''}.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has this kind of address.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
