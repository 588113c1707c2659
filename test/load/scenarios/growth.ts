import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Bench, get, mixed, Scenario, steady, UNHURRIED } from '../measure/bench';
import { inTurns, ratio } from '../measure/load';
import { milliseconds, times } from '../measure/result';
import { placeOf } from '../seed/seed';
import { Stand } from '../stand/Stand';
import { filters, ourList } from './addresses';

/** P4: a list beside the same list among a tenth of the offers, which must have been seeded before. */
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
    const small = {
      ...bench,
      stand,
      readers: await Promise.all(names.map(name => stand.signIn(name))),
    };
    const load = (of: Bench) =>
      steady(
        of,
        mixed(of.readers, filters).map(([person, filter]) => get(person, ourList(filter))),
        UNHURRIED,
      );
    const sides = await inTurns({ large: load(bench), small: load(small) }, bench.turns);
    const value = ratio(sides.large, sides.small, 'p99');
    const most = bench.amount.offers > 100_000 ? 1.5 : 1.3;
    return [
      {
        row: 'P4',
        what: `list at ${UNHURRIED}/s among ${bench.amount.offers} beside ${fewer}, p99`,
        figure: times(value),
        wanted: `≤ ${most}×`,
        reached: value <= most,
        detail: `p99 ${milliseconds(sides.large.p99)} beside ${milliseconds(sides.small.p99)}; p50 ${milliseconds(sides.large.p50)} beside ${milliseconds(sides.small.p50)}`,
      },
    ];
  } finally {
    await stand.stop();
  }
};
