/**
 * P11: how soon the bot acknowledges, and how fast it announces.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/slack/measure.ts [options]
 *
 *   --rate 500       presses of Approve a second, at a fixed rate
 *   --seconds 20     for how long
 *   --channels 50    channels that are announced in
 *   --messages 40    announcements in each
 *   --limited 10     of a hundred posts that Slack limits, with Retry-After: 1
 *
 * Slack and the portal are stand-ins in this process; the bot is a process of its own, with signed HTTP. A press is measured
 * from when it was to be sent to the end of the answer. In the second round the portal answers after five seconds.
 */
import { ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Agent, request } from 'undici';
import { aPress, BOT_TOKEN, fakePortal, fakeSlack, SIGNING_SECRET, TEAM, Taken } from './fakes';

const ROOT = join(__dirname, '../..');
const PORT = Number(process.env.OFFERDESK_BENCH_BOT_PORT ?? 3971);
const BOT = `http://127.0.0.1:${PORT}`;

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '20' },
    channels: { type: 'string', default: '50' },
    messages: { type: 'string', default: '40' },
    limited: { type: 'string', default: '10' },
  },
});

function startBot(slackUrl: string, portalUrl: string): ChildProcess {
  const { privateKey } = generateKeyPairSync('ed25519');
  return spawn(
    process.execPath,
    ['--require', '@backstage/cli/config/nodeTransform.cjs', 'bot/src/index.ts'],
    {
      cwd: ROOT,
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        OFFERS_BASE_URL: portalUrl,
        OFFERS_BOT_TOKEN: BOT_TOKEN,
        OFFERS_BOT_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        SLACK_BOT_TOKEN: 'xoxb-of-the-benchmark',
        SLACK_TEAM_ID: TEAM,
        SLACK_MODE: 'http',
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_API_URL: `${slackUrl}/api/`,
        BOT_PORT: String(PORT),
      },
    },
  );
}

async function ready(): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await fetch(`${BOT}/ready`).catch(() => undefined))?.ok) return;
    await wait(200);
  }
  throw new Error('The bot did not start');
}

/** Sends one press; its status, 0 without an answer. */
async function pressed(slackUrl: string, number: number, dispatcher: Agent): Promise<number> {
  const options = { method: 'POST' as const, ...aPress(slackUrl, number), dispatcher };
  try {
    const answer = await request(`${BOT}/slack/events`, options);
    await answer.body.dump();
    return answer.statusCode;
  } catch {
    return 0;
  }
}

/** Presses at a fixed rate, whether or not earlier ones were answered; ms to each answer. */
async function press(slackUrl: string, rate: number, seconds: number) {
  const dispatcher = new Agent({ connections: 64, pipelining: 1 });
  const begun = performance.now();
  const sent: Promise<{ status: number; took: number }>[] = [];
  for (let number = 0; number < rate * seconds; number += 1) {
    const due = begun + (number * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    const answered = pressed(slackUrl, number, dispatcher);
    sent.push(answered.then(status => ({ status, took: performance.now() - due })));
  }
  const all = await Promise.all(sent);
  await dispatcher.close();
  return {
    took: all.map(({ took }) => took).sort((a, b) => a - b),
    refused: all.filter(({ status }) => status !== 200).length,
  };
}

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Messages a second of each channel, from the beginning to its last message; lowest first. */
function ratesOf(taken: readonly Taken[], begun: number): number[] {
  const channels = new Map<string, number[]>();
  for (const { channel, at: instant } of taken) {
    channels.set(channel, [...(channels.get(channel) ?? []), instant]);
  }
  return [...channels.values()]
    .map(instants => (instants.length * 1000) / (Math.max(...instants) - begun))
    .sort((a, b) => a - b);
}

async function main(): Promise<void> {
  const slack = await fakeSlack(Number(values.limited));
  const portal = await fakePortal();
  const bot = startBot(slack.url, portal.url);
  try {
    await ready();
    await press(slack.url, 100, 3);
    for (const answerAfterMs of [0, 5_000]) {
      portal.options.answerAfterMs = answerAfterMs;
      const { took, refused } = await press(slack.url, Number(values.rate), Number(values.seconds));
      const figures = [0.5, 0.9, 0.99, 1].map(part => at(took, part).toFixed(1)).join(' / ');
      print(
        `ack at ${values.rate}/s, portal answers after ${answerAfterMs} ms: p50 / p90 / p99 / max ${figures} ms, ${took.length} answered, ${refused} refused`,
      );
      await wait(answerAfterMs * 2 + 2_000);
    }
    for (let message = 0; message < Number(values.messages); message += 1) {
      for (let channel = 0; channel < Number(values.channels); channel += 1) {
        portal.enqueue(`C${String(channel).padStart(8, '0')}`);
      }
    }
    const begun = performance.now();
    while (portal.queue.some(({ state }) => state !== 'sent')) await wait(200);
    const rates = ratesOf(slack.taken, begun);
    print(
      `fan-out over ${rates.length} channels, ${slack.counted.limited} of ${slack.counted.posts} posts limited: lowest ${at(rates, 0).toFixed(3)}, median ${at(rates, 0.5).toFixed(3)} messages a second a channel; ${slack.taken.length} messages, ${portal.queue.length} wanted`,
    );
  } finally {
    bot.kill('SIGTERM');
    slack.stop();
    portal.stop();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
