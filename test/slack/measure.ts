/**
 * P11: how soon the bot acknowledges, and how fast it announces.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/slack/measure.ts [options]
 *
 *   --rate 500       presses of Approve a second, at a fixed rate
 *   --seconds 4      for how long in each turn
 *   --turns 5        turns of each side
 *   --channels 50    channels that are announced in
 *   --messages 40    announcements in each
 *   --limited 10     of a hundred posts that Slack limits, with Retry-After: 1
 *
 * Bot, stand-ins (Slack, portal), who presses, and a bare server that only verifies signatures are a process each. A press is
 * measured from when it was to be sent to the end of the answer; bot and bare server take turns, so that what the machine
 * does is seen beside what the bot does.
 */
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Taken } from './fakes';
import { press } from './presses';
import { StandIns, startBare, startBot } from './processes';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '4' },
    turns: { type: 'string', default: '5' },
    channels: { type: 'string', default: '50' },
    messages: { type: 'string', default: '40' },
    limited: { type: 'string', default: '10' },
  },
});
const pace = { rate: Number(values.rate), seconds: Number(values.seconds) };
const CHANNELS = Array.from(
  { length: Number(values.channels) },
  (_each, number) => `C${String(number).padStart(8, '0')}`,
);
const PARTS = [0.5, 0.9, 0.99, 1];

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const median = (figures: readonly number[]) =>
  at(
    [...figures].sort((a, b) => a - b),
    0.5,
  );

/** Presses at both in turns; the medians of p50, p90, p99 and longest of each. */
async function acknowledged(standIns: StandIns, bot: string, bare: string) {
  const figures: Record<'bot' | 'bare', number[][]> = { bot: [], bare: [] };
  let refused = 0;
  for (let turn = 0; turn < Number(values.turns); turn += 1) {
    for (const [side, url] of [
      ['bare', bare],
      ['bot', bot],
    ] as const) {
      const met = await press(url, standIns.first.slackUrl, pace);
      figures[side].push(PARTS.map(part => at(met.took, part)));
      refused += met.refused;
    }
  }
  const medians = (side: 'bot' | 'bare') =>
    PARTS.map((_part, index) => median(figures[side].map(turn => turn[index] ?? 0)));
  return { bot: medians('bot'), bare: medians('bare'), refused };
}

/** Waits until people hear nothing more: the bot has worked off what was pressed. */
async function quiet(standIns: StandIns): Promise<number> {
  for (let before = -1; ;) {
    const { answers } = await standIns.told({ do: 'tell' });
    if (answers === before) return answers;
    before = answers;
    await wait(3_000);
  }
}

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

async function measureAcks(standIns: StandIns, bot: string, bare: string): Promise<void> {
  await press(bot, standIns.first.slackUrl, { rate: 100, seconds: 3 });
  for (const ms of [0, 5_000]) {
    const pressed = (await quiet(standIns)) + pace.rate * pace.seconds * Number(values.turns);
    await standIns.told({ do: 'answer-after', ms });
    const load = loadavg()[0] ?? 0;
    const told = await acknowledged(standIns, bot, bare);
    await standIns.told({ do: 'answer-after', ms: 0 });
    const answered = await quiet(standIns);
    const words = (figures: readonly number[]) => figures.map(each => each.toFixed(1)).join(' / ');
    const ratio = (told.bot[2] ?? 0) / (told.bare[2] ?? 1);
    print(
      `ack at ${values.rate}/s, portal after ${ms} ms, p50 / p90 / p99 / max: bot ${words(told.bot)} ms, bare ${words(told.bare)} ms, p99 ${ratio.toFixed(2)} x; ${told.refused} refused, ${answered} of ${pressed} answered in the end; load ${load.toFixed(1)} to ${loadavg()[0]?.toFixed(1)}`,
    );
  }
}

async function measureFanOut(standIns: StandIns): Promise<void> {
  const wanted = CHANNELS.length * Number(values.messages);
  await standIns.told({ do: 'announce', channels: CHANNELS, messages: Number(values.messages) });
  const begun = Date.now();
  let heard = await standIns.told({ do: 'tell' });
  while (heard.open > 0) {
    await wait(500);
    heard = await standIns.told({ do: 'tell' });
  }
  const rates = ratesOf(heard.taken, begun);
  print(
    `fan-out over ${rates.length} channels, ${heard.limited} of ${heard.posts} posts limited: lowest ${at(rates, 0).toFixed(3)}, median ${at(rates, 0.5).toFixed(3)} messages a second a channel; ${heard.taken.length} messages, ${wanted} wanted; load ${loadavg()[0]?.toFixed(1)}`,
  );
}

async function main(): Promise<void> {
  const standIns = await StandIns.start(Number(values.limited));
  const bare = await startBare();
  const bot = await startBot(standIns.first);
  try {
    if (Number(values.turns) > 0) await measureAcks(standIns, bot.url, bare.url);
    if (Number(values.messages) > 0) await measureFanOut(standIns);
  } finally {
    bot.stop();
    bare.stop();
    standIns.stop();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
