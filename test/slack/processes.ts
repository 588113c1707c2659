import { ChildProcess, fork, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BOT_TOKEN, TEAM } from './fakes';
import { SIGNING_SECRET } from './presses';
import { Heard, Order } from './standIns';

const ROOT = join(__dirname, '../..');
const TRANSFORM = ['--require', '@backstage/cli/config/nodeTransform.cjs'];
const PORT = Number(process.env.OFFERDESK_BENCH_BOT_PORT ?? 3971);

function forked(file: string, ...args: string[]): ChildProcess {
  return fork(join(__dirname, file), args, { cwd: ROOT, execArgv: TRANSFORM });
}

/** The first thing that a child says in a shape of ours; the transform that runs it talks too. */
async function said<T>(child: ChildProcess, field: keyof T): Promise<T> {
  for (;;) {
    const [message] = await once(child, 'message');
    if (typeof message === 'object' && message !== null && field in message) return message;
  }
}

/** Slack and the portal, as a process. */
export class StandIns {
  private constructor(
    private readonly child: ChildProcess,
    readonly first: Heard,
  ) {}

  static async start(limitedOfHundred: number): Promise<StandIns> {
    const child = forked('standIns.ts', String(limitedOfHundred));
    return new StandIns(child, await said<Heard>(child, 'slackUrl'));
  }

  async told(order: Order): Promise<Heard> {
    const answer = said<Heard>(this.child, 'slackUrl');
    this.child.send(order);
    return answer;
  }

  stop(): void {
    this.child.kill();
  }
}

/** The server that only verifies signatures. */
export async function startBare(): Promise<{ url: string; stop: () => void }> {
  const child = forked('bare.ts');
  const { url } = await said<{ url: string }>(child, 'url');
  return { url, stop: () => void child.kill() };
}

/** The bot, as it is started in production; with `OFFERDESK_BENCH_PROFILE` its profile is written into that folder. */
export async function startBot({ slackUrl, portalUrl }: Heard) {
  const folder = process.env.OFFERDESK_BENCH_PROFILE;
  const profile = folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
  const child = spawn(process.execPath, [...profile, ...TRANSFORM, 'bot/src/index.ts'], {
    cwd: ROOT,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      OFFERS_BASE_URL: portalUrl,
      OFFERS_BOT_TOKEN: BOT_TOKEN,
      OFFERS_BOT_PRIVATE_KEY: generateKeyPairSync('ed25519')
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
      SLACK_BOT_TOKEN: 'xoxb-of-the-benchmark',
      SLACK_TEAM_ID: TEAM,
      SLACK_MODE: 'http',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: `${slackUrl}/api/`,
      BOT_PORT: String(PORT),
    },
  });
  const url = `http://127.0.0.1:${PORT}`;
  await ready(url);
  return { url, stop: () => void child.kill('SIGTERM') };
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await fetch(`${url}/ready`).catch(() => undefined))?.ok) return;
    await wait(200);
  }
  throw new Error('The bot did not start');
}
