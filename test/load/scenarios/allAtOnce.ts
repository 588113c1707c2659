import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Bench, get, mixed, Scenario } from '../measure/bench';
import { Answers, atRate } from '../measure/load';
import { milliseconds, times } from '../measure/result';
import { quantile } from '../measure/stats';
import { Bulk } from '../seed/bulk';
import { dueOffer, seedDue } from '../seed/due';
import { bulkOf } from '../seed/seed';
import { groupRef, worldOffer } from '../seed/world';
import { filters, ourList } from './addresses';

const OFFERS = 10_000;

/** Requests a second while the instant passes. */
const RATE = 40;

/** How long before the instant the offers are written, and how long reads are measured on each side of it. */
const AHEAD_MS = 150_000;
const SECONDS = 10;

/** P9: ten thousand offers that begin at one instant, while people read. */
export const allAtOnce: Scenario = async bench => {
  const from = 900_000_000 + (Math.floor(Date.now() / 1000) % 1_000_000) * 200;
  const instant = Date.now() + AHEAD_MS;
  const at = new Date(instant).toISOString();
  const bulk = bulkOf(bench.place, 'offers');
  try {
    const planId = await somePlan(bench, from - 1);
    const audience = groupRef('team-000');
    await seedDue(bulk, { from, count: OFFERS, at, audience, planId, channel: 'C0OFFERS1' });
    await bulk.run('analyze');
    const idleAt = instant - (SECONDS + 5) * 1000;
    if (Date.now() > idleAt) throw new Error('Seeding took too long.');
    // Just before the instant: what else the machine does is then the same on both sides of it.
    await wait(idleAt - Date.now());
    const idle = await reads(bench);
    await wait(Math.max(0, instant - Date.now() - 1_000));
    const [meanwhile, seen, recorded] = await Promise.all([
      reads(bench),
      firstSeen(bench, dueOffer(from, audience).name, instant),
      allRecorded(bulk, at, instant),
    ]);
    return results(idle, meanwhile, seen, recorded);
  } finally {
    await bulk.close();
  }
};

function results(
  idle: Answers,
  meanwhile: Answers,
  seen: number,
  { announced, turns }: { announced: number; turns: number | undefined },
) {
  const [before, during] = [quantile(idle.latencies, 0.99), quantile(meanwhile.latencies, 0.99)];
  return [
    {
      row: 'P9',
      what: `${OFFERS} offers begin at one instant: until the page of one answers its audience`,
      figure: milliseconds(seen),
      wanted: 'at the instant',
      reached: seen <= 250,
      detail: 'from the instant, asked every 20 ms',
    },
    {
      row: 'P9',
      what: 'their announcements are due, and the log says what time did',
      figure:
        turns === undefined ? 'no entries within 30 s' : milliseconds(Math.max(announced, turns)),
      wanted: '≤ 1000 ms',
      reached: turns !== undefined && Math.max(announced, turns) <= 1_000,
      detail: `announcements ${milliseconds(announced)} (written ahead of the instant)`,
    },
    {
      row: 'P9',
      what: `reads meanwhile at ${RATE}/s, p99 beside idle`,
      figure: times(during / before),
      wanted: '≤ 2×',
      reached: during / before <= 2,
      detail: `${milliseconds(during)} beside ${milliseconds(before)}`,
    },
  ];
}

function reads(bench: Bench): Promise<Answers> {
  const shots = mixed(bench.readers, filters).map(([person, filter]) =>
    get(person, ourList(filter)),
  );
  const next = (number: number) => {
    const shot = shots[number % shots.length];
    if (!shot) throw new Error('There is nobody to read.');
    return shot;
  };
  return atRate(bench.stand.address, next, { rate: RATE, seconds: SECONDS });
}

/** A plan for the rows to refer to: its own offer is not measured. */
async function somePlan({ carla }: Bench, index: number): Promise<string> {
  const { name, interaction, owner, content } = worldOffer(index);
  const { id } = await carla.call('createOffer', { body: { name, interaction, owner, content } });
  const plan = await carla.call('createPlan', {
    body: {
      scenario: 'new',
      offerIds: [id],
      release: { local: '2027-06-01T09:00', zone: 'UTC' },
    },
  });
  return plan.id;
}

/** Milliseconds from the instant until somebody of the audience gets the page of an offer. */
async function firstSeen({ stand, member }: Bench, name: string, instant: number): Promise<number> {
  const { path, headers } = get(member, `/api/offers/catalogue/offers/${name}`);
  for (;;) {
    const answer = await fetch(`${stand.address}${path}`, { headers });
    await answer.arrayBuffer();
    const since = Date.now() - instant;
    if (answer.ok && since < 0) throw new Error('An offer was seen before its instant.');
    if (answer.ok) return since;
    if (since > 30_000) return since;
    await wait(20);
  }
}

/** Milliseconds from the instant until every announcement is due, and every turn is in the log. */
async function allRecorded(
  bulk: Bulk,
  at: string,
  instant: number,
): Promise<{ announced: number; turns: number | undefined }> {
  await wait(Math.max(0, instant - Date.now()));
  const began = performance.now();
  const since = () => performance.now() - began;
  const announcements = `select count(*) as count from announcements where due_at = '${at}'`;
  while ((await bulk.count(announcements)) < OFFERS) await wait(20);
  const announced = since();
  const open = `select count(*) as count from turns where at = '${at}' and recorded_at is null`;
  while ((await bulk.count(open)) > 0) {
    if (since() > 30_000) return { announced, turns: undefined };
    await wait(20);
  }
  return { announced, turns: since() };
}
