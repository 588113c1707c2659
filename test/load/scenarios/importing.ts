import { setTimeout as wait } from 'node:timers/promises';
import { authorized, Bench, Scenario } from '../measure/bench';
import { median } from '../measure/stats';
import { perSecond, times } from '../measure/result';

/** Entities that the catalogue ingests in a turn. */
const ENTITIES = 150;

/** P8: offers imported, each validated and audited, beside the catalogue's own ingestion. */
export const importing: Scenario = async bench => {
  const imports: number[] = [];
  const ingests: number[] = [];
  let from = 20_000_000 + (Math.floor(Date.now() / 1000) % 1_000_000) * 1_000;
  for (let turn = 0; turn < bench.turns; turn += 1) {
    imports.push(await importOnce(bench));
    ingests.push(await ingestOnce(bench, from));
    from += ENTITIES;
  }
  const value = median(imports.map((rate, turn) => rate / (ingests[turn] ?? NaN)));
  const rate = median(imports);
  return [
    {
      row: 'P8',
      what: 'import, validated and audited, rows a second',
      figure: perSecond(rate),
      wanted: '≥ 5000/s',
      reached: rate >= 5_000,
    },
    {
      row: 'P8',
      what: "import beside the catalogue's ingestion",
      figure: times(value),
      wanted: '≥ 100×',
      reached: value >= 100,
      detail: `the catalogue ${perSecond(median(ingests))}`,
    },
  ];
};

async function importOnce({ carla }: Bench): Promise<number> {
  const began = performance.now();
  const report = await carla.call('importSource', { params: { id: 'bench' } });
  const seconds = (performance.now() - began) / 1000;
  const { created, rows } = report;
  if (created !== rows.length) throw new Error(`Only ${created} of ${rows.length} were created.`);
  return created / seconds;
}

/** Until the last of the entities can be found. */
async function ingestOnce({ stand, carla }: Bench, from: number): Promise<number> {
  const began = performance.now();
  await fetch(`${stand.address}/api/catalog/bench/ingest`, {
    method: 'POST',
    headers: { ...authorized(carla), 'content-type': 'application/json' },
    body: JSON.stringify({ from, count: ENTITIES }),
  });
  const filter = `filter=metadata.annotations.bench/turn=${from}`;
  for (;;) {
    const answer = await fetch(`${stand.address}/api/catalog/entities/by-query?limit=1&${filter}`, {
      headers: authorized(carla),
    });
    const { totalItems } = (await answer.json()) as { totalItems: number };
    if (totalItems === ENTITIES) return ENTITIES / ((performance.now() - began) / 1000);
    await wait(100);
  }
}
