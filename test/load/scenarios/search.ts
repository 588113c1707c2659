import { ceilingOf, flatOut, get, mixed, Scenario, steady } from '../measure/bench';
import { inTurns, ratio } from '../measure/load';
import { beside, milliseconds, Result, times } from '../measure/result';
import { SignedIn } from '../stand/Stand';

const WORDS = ['kafka payments', 'postgresql', 'regional gateway', 'vault claims', 'redis routing'];

const FACETS = '/api/offers/catalogue/facets';

const FACETS_A_SECOND = 20;

/** P10: full text in the person's own catalogue beside the full text of Backstage's catalogue; facets. */
export const searchAndFacets: Scenario = async bench => {
  const words = mixed(bench.readers, WORDS);
  const ours = words.map(([person, q]) =>
    get(person, `/api/offers/catalogue/offers?limit=20&q=${encodeURIComponent(q)}`),
  );
  // The catalogue looks for one text as it stands; its first word is what both can find.
  const catalogue = (more = '') =>
    words.map(([person, q]) =>
      get(
        person,
        `/api/catalog/entities/by-query?limit=20&filter=kind=component&orderField=metadata.title,asc&fullTextFilterTerm=${q.split(' ')[0]}${more}`,
      ),
    );
  const sides = await inTurns(
    {
      ours: flatOut(bench, ours),
      withTotals: flatOut(bench, catalogue()),
      without: flatOut(bench, catalogue('&totalItems=exclude')),
    },
    bench.turns,
  );
  const against = (what: string, side: 'withTotals' | 'without'): Result => {
    const value = ratio(sides.ours, sides[side]);
    return {
      row: 'P10',
      what: `search of one or two words, beside the full text of the catalogue ${what}`,
      figure: times(value),
      // The anchor of the number (19/s) counts all that is found, as the catalogue does unless it is told not to.
      ...(side === 'withTotals' ? { wanted: '≥ 25×', reached: value >= 25 } : { wanted: '' }),
      detail: beside(sides.ours, sides[side]),
    };
  };
  const asked = bench.readers.map((person): [SignedIn, string] => [person, FACETS]);
  const { shots } = await ceilingOf(bench, asked);
  const facets = await inTurns(
    {
      ours: steady(
        bench,
        asked.map(([person, address]) => get(person, address)),
        FACETS_A_SECOND,
      ),
      ceiling: steady(bench, shots, FACETS_A_SECOND),
    },
    bench.turns,
  );
  return [
    against('as it is, which counts what it finds', 'withTotals'),
    against('without totals', 'without'),
    {
      row: 'P10',
      what: `facets of all that a person may see, p50 at ${FACETS_A_SECOND}/s, whole request`,
      figure: milliseconds(facets.ours.p50),
      wanted: '≤ 5 ms',
      reached: facets.ours.p50 <= 5,
      detail: `p99 ${milliseconds(facets.ours.p99)}`,
    },
    {
      row: 'P10',
      what: 'the same beside the ceiling, which asks who it is and sends the same statements',
      figure: times(ratio(facets.ours, facets.ceiling, 'p50')),
      wanted: '',
      detail: `the ceiling p50 ${milliseconds(facets.ceiling.p50)}; processor ${milliseconds(facets.ours.cpu)} beside ${milliseconds(facets.ceiling.cpu)}`,
    },
  ];
};
