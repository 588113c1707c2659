import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Bench, get, mixed, Scenario, steady, UNHURRIED } from '../measure/bench';
import { Answers, assertSound, Side, sideOf } from '../measure/load';
import { milliseconds, times } from '../measure/result';
import { quantile } from '../measure/stats';
import { placeOf } from '../seed/seed';
import { Stand } from '../stand/Stand';
import { filters, ourList } from './addresses';

/** Parts of the measure, and how many seconds each takes: 2,000 answers of each side, of which p99 leaves out twenty. */
const PARTS = 5;
const PART_SECONDS = 20;

/** Requests a second on each side. */
const RATE = UNHURRIED / 2;

/**
 * P4: a list beside the same list among a tenth of the offers, which must have been seeded before. Both are asked at the
 * same time, one request after the other: what else the machine does strikes both, while in turns it struck one of them, and
 * p99 of a turn was the word of one or two answers.
 */
export const growth: Scenario = async bench => {
  const fewer = bench.amount.offers / 10;
  const directory = join(bench.directory, '..', `${bench.place.kind}-${fewer}`);
  if (!existsSync(join(directory, 'seeded-offers.json'))) {
    console.error(`P4 needs ${fewer} offers to compare with: run once with --offers ${fewer}.`);
    return [];
  }
  const names = bench.readers.map(({ name }) => name);
  const stand = await Stand.start(placeOf(bench.place, directory, fewer), directory, names);
  try {
    const few = {
      ...bench,
      stand,
      readers: await Promise.all(names.map(name => stand.signIn(name))),
    };
    const load = (of: Bench) =>
      steady(
        { ...of, seconds: PART_SECONDS },
        mixed(of.readers, filters).map(([person, filter]) => get(person, ourList(filter))),
        RATE,
      );
    const { large, small, ratios } = await sideBySide(load(bench), load(few));
    const value = large.p99 / small.p99;
    const most = bench.amount.offers > 100_000 ? 1.5 : 1.3;
    return [
      {
        row: 'P4',
        what: `list at ${RATE}/s each, among ${bench.amount.offers} beside ${fewer}, p99`,
        figure: times(value),
        wanted: `≤ ${most}×`,
        reached: value <= most,
        detail: `p99 ${milliseconds(large.p99)} beside ${milliseconds(small.p99)}, in parts ${ratios.map(times).join(', ')}; p50 ${milliseconds(large.p50)} beside ${milliseconds(small.p50)}`,
      },
    ];
  } finally {
    await stand.stop();
  }
};

/** Asks two backends one after the other, again and again: the figures of all answers, and the ratio of p99 in each part. */
async function sideBySide(
  ofLarge: () => Promise<Answers>,
  ofSmall: () => Promise<Answers>,
): Promise<{ large: Side; small: Side; ratios: number[] }> {
  const parts: { large: Answers; small: Answers }[] = [];
  for (let part = 0; part <= PARTS; part += 1) {
    const [large, small] = await Promise.all([ofLarge(), wait(500 / RATE).then(ofSmall)]);
    // The first part warms both up.
    if (part > 0) parts.push({ large, small });
  }
  const large = sideOf([allOf(parts.map(part => part.large))]);
  const small = sideOf([allOf(parts.map(part => part.small))]);
  assertSound({ large, small });
  const ratios = parts.map(
    part => quantile(part.large.latencies, 0.99) / quantile(part.small.latencies, 0.99),
  );
  return { large, small, ratios };
}

function allOf(parts: readonly Answers[]): Answers {
  return {
    latencies: parts.flatMap(({ latencies }) => latencies),
    failures: parts.reduce((sum, { failures }) => sum + failures, 0),
    seconds: parts.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
