import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseKind } from '../__testUtils__/databases';
import {
  approvedInSlack,
  judged,
  releaseDate,
  released,
  submitted,
  Told,
} from './__testUtils__/slack/history';
import { Backend, BotProcess } from './__testUtils__/slack/Processes';
import { Rig } from './__testUtils__/slack/Rig';
import { keepResult, proofRuns, proofSeed } from './__testUtils__/runs';

const seed = proofSeed();
const SHORT = 1;
const plans = proofRuns({ short: SHORT });
const isLong = plans > SHORT;

/** Of a thousand requests. */
const SLACK = {
  'lose-request': 25,
  'lose-answer': 25,
  limit: 50,
  'error-before': 15,
  'error-after': 15,
  hang: isLong ? 3 : 0,
  slow: 30,
};
const PORTAL = {
  'lose-request': 20,
  'lose-answer': 20,
  'error-before': 10,
  'error-after': 10,
  slow: 20,
};

/** Plans are worked on some at a time, as several people would. */
const AT_ONCE = 16;

/** Does some work on each, some at a time. */
async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const left = [...all];
  const done: R[] = [];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) done.push(await work(one));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done;
}

async function struck(rig: Rig, victim: BotProcess | Backend | undefined): Promise<void> {
  await victim?.kill();
  await wait(rig.random() * 300);
  await victim?.start();
}

/** Kills one of the three every few seconds until it is told to stop, and starts it again. */
async function killing(rig: Rig, goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    await wait(1_000 + rig.random() * 6_000);
    if (!goesOn()) return;
    const victims = [rig.backend, ...rig.bots];
    await struck(rig, victims[Math.floor(rig.random() * victims.length)]);
  }
}

/** The short form: a bot dies with something in its hand, and so does the backend while a bot has. */
async function killedOnce(rig: Rig): Promise<void> {
  await struck(rig, await rig.holder());
  await rig.holder();
  await struck(rig, rig.backend);
}

async function played(rig: Rig, limitMs: number): Promise<Told[]> {
  const numbers = Array.from({ length: plans }, (_, number) => number);
  const told = await each(numbers, async number => {
    const one = await submitted(rig, number);
    await approvedInSlack(rig, one);
    await released(rig, one);
    return one;
  });
  await rig.drained(limitMs);
  releaseDate(rig);
  await rig.drained(limitMs);
  return told;
}

/** The long form gives way to everything else on its machine. */
const START_MS = (isLong ? 30 : 2) * 60_000;

/** The long forms are `R3` without kills and `R1bot` with them; the short one has some. */
const kills = !isLong || process.env.OFFERDESK_PROOF_KILLS === '1';

/** A start takes seconds of the processor: one database, that which is asked for. */
const kind: DatabaseKind = process.env.OFFERDESK_PROOF_DATABASE === 'pg' ? 'pg' : 'better-sqlite3';

describe(`[rule 5] [rule 6] two bots, kills: ${kills}, on ${kind}`, () => {
  const rig = new Rig(kind, seed, { slack: SLACK, portal: PORTAL });
  beforeAll(() => rig.start(), START_MS);
  afterAll(() => rig.stop(), START_MS);

  it(
    `each message and each decision is there once, in order, with plans: ${plans}, seed ${seed}`,
    async () => {
      const begun = Date.now();
      let goesOn = kills;
      const killer = isLong ? killing(rig, () => goesOn) : killedOnce(rig);
      const told = await played(rig, 60 * 60_000).finally(async () => {
        goesOn = false;
        // Who is being started again is not killed by the end of the test: that would hide why it failed.
        await killer;
      });
      await rig.drained(5 * 60_000);
      const { faults, ...counted } = await judged(rig, told);
      const killsOfBots = rig.bots.reduce((sum, bot) => sum + bot.kills, 0);
      const killsOfBackend = rig.backend?.kills ?? 0;
      keepResult(kills ? 'R1 of bots and backend' : 'R3', {
        kind,
        seed,
        ...counted,
        killsOfBots,
        killsOfBackend,
        onTheWayToSlack: rig.toSlack.counted,
        onTheWayToThePortal: rig.toPortal.counted,
        wrong: faults.length,
        seconds: Math.round((Date.now() - begun) / 1000),
      });
      expect(faults).toEqual([]);
      expect(counted.announcements).toBe(plans * 3);
      expect(counted.decisions).toBe(plans);
      expect(Math.min(killsOfBots, killsOfBackend) > 0).toBe(kills);
    },
    120 * 60_000,
  );
});
