import { ChildProcess, fork, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundle, Program, ROOT } from '../bundle';
import { BackendPlace } from './place';
import { TEAM } from './FakeSlack';
import { BOT_TOKEN, Gateway } from './gateway';

const env = { PATH: process.env.PATH ?? '', NODE_ENV: 'test', NO_COLOR: '1', TZ: 'UTC' };

export const SIGNING_SECRET = 'signing-secret-of-the-proof';

const pem = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

/** The programs of the backend and of a bot, bundled into a folder. */
export function programsIn(folder: string): Record<'backend' | 'bot', Program> {
  return {
    backend: bundle(join(__dirname, 'backendChild.ts'), folder),
    bot: bundle(join(ROOT, 'bot/src/index.ts'), folder),
  };
}

/** The backend: killed, and started again over the same database. */
export class Backend {
  private child: ChildProcess | undefined;
  kills = 0;

  constructor(
    private readonly program: Program,
    private readonly place: BackendPlace,
    private readonly gateway: Gateway,
    /** hears of its death */
    private readonly died: () => void,
  ) {}

  async start(): Promise<void> {
    const { file, args } = this.program;
    const child = fork(file, [...args, JSON.stringify(this.place)], {
      cwd: ROOT,
      execArgv: [],
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    this.gateway.backend = await new Promise<string>((resolve, reject) => {
      child.on('message', (said: { url: string }) => resolve(said.url));
      child.once('exit', code => reject(new Error(`The backend did not start: ${code}`)));
    });
  }

  async kill(): Promise<void> {
    this.kills += 1;
    this.gateway.backend = undefined;
    await killed(this.child);
    this.died();
  }
}

/** A bot: killed, and started again with the same address. Each start has a name of its own. */
export class BotProcess {
  private child: ChildProcess | undefined;
  private starts = 0;
  kills = 0;

  constructor(
    private readonly program: Program,
    private readonly name: string,
    private readonly options: { slackUrl: string; portalUrl: string; port: number },
  ) {}

  /** the name in the claims of the process that lives now */
  get worker(): string {
    return `${this.name}-${this.starts}`;
  }

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  async start(): Promise<void> {
    this.starts += 1;
    const { file, args } = this.program;
    this.child = spawn(process.execPath, [file, ...args], {
      cwd: ROOT,
      stdio: 'ignore',
      env: {
        ...env,
        OFFERS_BASE_URL: this.options.portalUrl,
        OFFERS_BOT_TOKEN: BOT_TOKEN,
        OFFERS_BOT_PRIVATE_KEY: pem,
        SLACK_BOT_TOKEN: 'xoxb-of-the-proof',
        SLACK_TEAM_ID: TEAM,
        SLACK_MODE: 'http',
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_API_URL: `${this.options.slackUrl}/api/`,
        BOT_PORT: String(this.options.port),
        BOT_WORKER: this.worker,
        BOT_MESSAGE_EVERY_MS: '20',
      },
    });
    await this.ready();
  }

  async kill(): Promise<void> {
    this.kills += 1;
    await killed(this.child);
    this.starts += 1;
  }

  private async ready(): Promise<void> {
    for (let tries = 0; tries < 3_000; tries += 1) {
      const answer = await fetch(`${this.url}/live`).catch(() => undefined);
      if (answer?.ok && (await fetch(`${this.url}/ready`).catch(() => undefined))?.ok) return;
      await wait(100);
    }
    throw new Error(`${this.name} did not start`);
  }
}

async function killed(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
