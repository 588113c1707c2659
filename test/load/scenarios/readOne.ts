import { ceilingOf, flatOut, get, Scenario } from '../measure/bench';
import { inTurns, ratio } from '../measure/load';
import { beside, times } from '../measure/result';

/** P6: the page of one offer, with the explanation why its reader sees and may order it. */
export const readOne: Scenario = async bench => {
  const ours: [(typeof bench.readers)[number], string][] = [];
  const catalogue = [];
  for (const person of bench.readers) {
    const { items } = await person.call('browseOffers', { query: { limit: 20 } });
    for (const { name } of items) {
      ours.push([person, `/api/offers/catalogue/offers/${name}`]);
      catalogue.push(get(person, `/api/catalog/entities/by-name/component/default/${name}`));
    }
  }
  const { shots } = await ceilingOf(bench, ours);
  const sides = await inTurns(
    {
      ours: flatOut(
        bench,
        ours.map(([person, address]) => get(person, address)),
      ),
      catalogue: flatOut(bench, catalogue),
      ceiling: flatOut(bench, shots),
    },
    bench.turns,
  );
  const value = ratio(sides.ours, sides.catalogue);
  return [
    {
      row: 'P6',
      what: 'read one with explain, beside the catalogue by name',
      figure: times(value),
      wanted: '≥ 1.2×',
      reached: value >= 1.2,
      detail: `${beside(sides.ours, sides.catalogue)}; the ceiling: ${beside(sides.ours, sides.ceiling)}`,
    },
  ];
};
