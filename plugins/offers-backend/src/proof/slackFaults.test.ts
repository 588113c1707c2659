import { setTimeout as wait } from 'node:timers/promises';
import {
  approvedInSlack,
  judged,
  releaseDate,
  released,
  submitted,
  Told,
} from './__testUtils__/slack/history';
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
const AT_ONCE = 8;

async function each(told: readonly Told[], work: (one: Told) => Promise<void>): Promise<void> {
  const left = [...told];
  const worker = async () => {
    for (let one = left.shift(); one; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Kills one of the three every few seconds until it is told to stop, and starts it again. */
async function killing(rig: Rig, goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    await wait(500 + rig.random() * 4_000);
    if (!goesOn()) return;
    const victims = [rig.backend, ...rig.bots];
    const victim = victims[Math.floor(rig.random() * victims.length)];
    await victim?.kill();
    await wait(rig.random() * 300);
    await victim?.start();
  }
}

async function played(rig: Rig, limitMs: number): Promise<Told[]> {
  const told: Told[] = [];
  for (let number = 0; number < plans; number += 1) told.push(await submitted(rig, number));
  await each(told, one => approvedInSlack(rig, one));
  await each(told, one => released(rig, one));
  await rig.drained(limitMs);
  releaseDate(rig);
  await rig.drained(limitMs);
  return told;
}

/** The long forms: `R3` without kills, `R1bot` with them. The short one has none: a claim outlives its bot by half a minute. */
const withKills = [process.env.OFFERDESK_PROOF_KILLS === '1'];

describe.each(withKills)('[rule 5] [rule 6] two bots, kills: %s', kills => {
  const rig = new Rig(seed, { slack: SLACK, portal: PORTAL });
  beforeAll(() => rig.start(), 120_000);
  afterAll(() => rig.stop(), 60_000);

  it(
    `each message and each decision is there once, in order, with plans: ${plans}, seed ${seed}`,
    async () => {
      const begun = Date.now();
      let goesOn = kills;
      const killer = killing(rig, () => goesOn);
      const told = await played(rig, 20 * 60_000).finally(() => {
        goesOn = false;
      });
      await killer;
      await rig.drained(5 * 60_000);
      const { faults, ...counted } = await judged(rig, told);
      keepResult(kills ? 'R1 of bots and backend' : 'R3', {
        kind: 'better-sqlite3',
        ...counted,
        killsOfBots: rig.bots.reduce((sum, bot) => sum + bot.kills, 0),
        killsOfBackend: rig.backend.kills,
        onTheWayToSlack: rig.toSlack.counted,
        onTheWayToThePortal: rig.toPortal.counted,
        wrong: faults.length,
        seconds: Math.round((Date.now() - begun) / 1000),
      });
      expect(faults).toEqual([]);
      expect(counted.announcements).toBe(plans * 3);
      expect(counted.decisions).toBe(plans);
    },
    60 * 60_000,
  );
});
