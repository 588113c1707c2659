import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, freePort, isUp, until } from './processes';
import { configurationIn, environmentOf, SampleOptions, workspaceIn } from './surroundings';

const ROOT = join(__dirname, '..', '..');
const TRANSFORM = join(ROOT, 'node_modules', '@backstage', 'cli', 'config', 'nodeTransform.cjs');
const BOT = ['--require', TRANSFORM, 'bot/src/index.ts'];
const LOCAL_SLACK =
  process.env.LOCAL_SLACK_BIN ??
  join(ROOT, 'node_modules', 'local-slack-linux-x64', 'bin', 'local-slack');

/** Which process of the sample is meant. */
export type Part = 'portal' | 'bot' | 'second-bot' | 'slack' | 'slack-door';

/** Which of them listen on a port. */
const LISTENING = ['portal', 'bot', 'second-bot', 'slack'] as const;

/**
 * The whole product as `npm start` runs it, on ports and in a directory of its own: portal, bot and local
 * Slack workspace, each a process that can be killed and begun again.
 */
export class Sample {
  private readonly directory = mkdtempSync(join(tmpdir(), 'offerdesk-journey-'));
  private readonly running = new Map<Part, ChildProcess>();
  private readonly ports = new Map<(typeof LISTENING)[number], number>();
  private env: Record<string, string> = {};

  constructor(private readonly options: SampleOptions = {}) {}

  get portal(): string {
    return `http://127.0.0.1:${this.ports.get('portal')}`;
  }

  get slack(): string {
    return `http://127.0.0.1:${this.ports.get('slack')}`;
  }

  /** Address of a bot. */
  bot(part: 'bot' | 'second-bot'): string {
    return `http://127.0.0.1:${this.ports.get(part)}`;
  }

  /** Begins everything, and waits until people can enter. */
  async start(): Promise<void> {
    for (const name of LISTENING) this.ports.set(name, await freePort());
    const db = join(this.directory, 'db');
    mkdirSync(db, { recursive: true });
    this.env = {
      ...environmentOf({ portal: this.portal, slack: this.slack, db }),
      BOT_PORT: String(this.ports.get('bot')),
      OFFERDESK_PORT: String(this.ports.get('portal')),
    };
    this.beginSlack();
    // A bot asks until the portal and Slack answer.
    await Promise.all([
      this.beginPortal(),
      this.beginBot(),
      ...(this.options.hasSecondBot ? [this.beginSecondBot()] : []),
    ]);
  }

  /** Begins the portal, and waits until the sample people can enter. */
  async beginPortal(): Promise<void> {
    this.begin('portal', process.execPath, [
      ...['--require', TRANSFORM, 'packages/backend/src/index.ts'],
      ...configurationIn(this.directory, this.options).flatMap(path => ['--config', path]),
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
    this.begin('bot', process.execPath, BOT);
    await until('the bot', () => isUp(`${this.bot('bot')}/health`));
  }

  private async beginSecondBot(): Promise<void> {
    this.begin('second-bot', process.execPath, BOT, {
      BOT_PORT: String(this.ports.get('second-bot')),
      SLACK_MODE: 'http',
    });
    await until('the second bot', () => isUp(`${this.bot('second-bot')}/health`));
  }

  /** Tells a process to end, and gives the code with which it does. */
  async ask(part: Part): Promise<number | null> {
    const child = this.running.get(part);
    await end(child, 'SIGTERM');
    this.running.delete(part);
    return child?.exitCode ?? null;
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

  /** The workspace listens on every interface; its own network keeps it to this machine where that can be had. */
  private beginSlack(): void {
    const port = String(this.ports.get('slack'));
    const workspace = [
      LOCAL_SLACK,
      ...['--config', workspaceIn(this.directory, this.options), '--port', port],
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

  private begin(
    part: Part,
    command: string,
    args: string[],
    changes: Record<string, string> = {},
  ): void {
    const log = openSync(join(this.directory, `${part}.log`), 'a');
    const child = spawn(command, args, {
      cwd: ROOT,
      detached: true,
      env: { ...process.env, NO_COLOR: '1', ...this.env, ...changes },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.running.set(part, child);
  }
}
