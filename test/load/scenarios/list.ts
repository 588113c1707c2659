import { ceilingOf, flatOut, get, mixed, Scenario, steady, UNHURRIED } from '../measure/bench';
import { inTurns, ratio } from '../measure/load';
import { beside, milliseconds, Result, times } from '../measure/result';
import { SignedIn } from '../stand/Stand';
import { catalogueList, filters, ourList } from './addresses';

/** P1: a page of 20 with two filters and the audience of a person of five groups. */
export const list: Scenario = async bench => {
  const requests = mixed(bench.readers, filters);
  const ours = requests.map(([person, filter]) => get(person, ourList(filter)));
  const { shots } = await ceilingOf(
    bench,
    requests.map(([person, filter]) => [person, ourList(filter)]),
  );
  const without = requests.map(([person, filter]) =>
    get(person, catalogueList(person, filter, '&totalItems=exclude')),
  );
  const withTotals = requests.map(([person, filter]) => get(person, catalogueList(person, filter)));
  const sides = await inTurns(
    {
      ours: flatOut(bench, ours),
      ceiling: flatOut(bench, shots),
      without: flatOut(bench, without),
      withTotals: flatOut(bench, withTotals),
    },
    bench.turns,
  );
  const isPostgres = bench.place.kind === 'pg';
  const against = (
    what: string,
    side: 'ceiling' | 'without' | 'withTotals',
    least: number,
  ): Result => {
    const value = ratio(sides.ours, sides[side]);
    return {
      row: 'P1',
      what: `list, 2 filters, audience of 5 groups, beside ${what}`,
      figure: times(value),
      wanted: `≥ ${least}×`,
      reached: value >= least,
      detail: beside(sides.ours, sides[side]),
    };
  };
  return [
    against('the ceiling', 'ceiling', 0.8),
    against('`by-query` without totals', 'without', isPostgres ? 3 : 3.5),
    against('`by-query` as it is', 'withTotals', isPostgres ? 40 : 300),
  ];
};

/** P2: the same with an exact total; the ceiling runs the statement that counts as well. */
export const total: Scenario = async bench => {
  const requests = mixed(bench.readers, filters).map(([person, filter]): [SignedIn, string] => [
    person,
    ourList(filter, '&total=true'),
  ]);
  const { shots } = await ceilingOf(bench, requests);
  const ours = requests.map(([person, address]) => get(person, address));
  const sides = await inTurns(
    { ours: flatOut(bench, ours), ceiling: flatOut(bench, shots) },
    bench.turns,
  );
  const value = ratio(sides.ours, sides.ceiling);
  return [
    {
      row: 'P2',
      what: 'the same with an exact total, beside the ceiling with the same count',
      figure: times(value),
      wanted: '≥ 0.8×',
      reached: value >= 0.8,
      detail: beside(sides.ours, sides.ceiling),
    },
  ];
};

/** The p99 of a short turn is the word of one or two answers: more turns than elsewhere, at least so many. */
const TURNS_OF_P3 = 9;

/** P3: a person who sees nothing waits no longer than one who sees much. */
export const seesNothing: Scenario = async bench => {
  const ours = mixed(bench.readers, filters).map(([person, filter]) =>
    get(person, ourList(filter)),
  );
  const nobody = filters.map(filter => get(bench.otto, ourList(filter)));
  const sides = await inTurns(
    { nobody: steady(bench, nobody, UNHURRIED), ordinary: steady(bench, ours, UNHURRIED) },
    Math.max(TURNS_OF_P3, bench.turns),
  );
  const value = ratio(sides.nobody, sides.ordinary, 'p99');
  const both = (figure: 'p50' | 'p99' | 'cpu') =>
    `${milliseconds(sides.nobody[figure])} beside ${milliseconds(sides.ordinary[figure])}`;
  return [
    {
      row: 'P3',
      what: `list of a person who sees nothing, p99 at ${UNHURRIED}/s`,
      figure: times(value),
      wanted: '≤ 1.1×',
      reached: value <= 1.1,
      detail: `p99 ${both('p99')}; p50 ${both('p50')}; processor ${both('cpu')}`,
    },
  ];
};

/** P5: the last page is as near as the first. */
export const lastPage: Scenario = async bench => {
  const readers = bench.readers.slice(0, 4);
  const first = readers.map(person => get(person, '/api/offers/catalogue/offers?limit=20'));
  const last = [];
  for (const person of readers) {
    let cursor: string | undefined;
    let before: string | undefined;
    do {
      const page = await person.call('browseOffers', {
        query: { limit: 100, ...(cursor ? { cursor } : {}) },
      });
      before = cursor ?? before;
      cursor = page.nextCursor;
    } while (cursor);
    const cursorOf = before ? `&cursor=${before}` : '';
    last.push(get(person, `/api/offers/catalogue/offers?limit=20${cursorOf}`));
  }
  const sides = await inTurns(
    { last: flatOut(bench, last), first: flatOut(bench, first) },
    bench.turns,
  );
  const value = ratio(sides.last, sides.first, 'p50');
  return [
    {
      row: 'P5',
      what: 'last page beside the first, time of an answer',
      figure: times(value),
      wanted: '≤ 1.1×',
      reached: value <= 1.1,
      detail: `${milliseconds(sides.last.p50)} beside ${milliseconds(sides.first.p50)}`,
    },
  ];
};
