import { flatOut, get, Scenario } from '../measure/bench';
import { inTurns, ratio } from '../measure/load';
import { beside, times } from '../measure/result';

/** What is found under this per cent: some of twenty offers, see `oneOffer` of the seed. */
const PERCENT = 60;

/** The managers' list of what misses something, beside the same list of everything. */
export const byHealth: Scenario = async bench => {
  const { items } = await bench.carla.call('listOffers', { query: { healthBelow: PERCENT } });
  if (items.length === 0) throw new Error('No offer misses anything: seed into another directory.');
  const list = (more = '') => [get(bench.carla, `/api/offers/offers?limit=20${more}`)];
  const sides = await inTurns(
    {
      byHealth: flatOut(bench, list(`&healthBelow=${PERCENT}`)),
      all: flatOut(bench, list()),
    },
    bench.turns,
  );
  return [
    {
      row: 'health',
      what: `managers' list of health under ${PERCENT} %, beside the same list of all offers`,
      figure: times(ratio(sides.byHealth, sides.all)),
      wanted: '',
      detail: beside(sides.byHealth, sides.all),
    },
  ];
};
