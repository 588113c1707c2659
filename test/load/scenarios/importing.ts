import { setTimeout as wait } from 'node:timers/promises';
import { authorized, Bench, Scenario } from '../measure/bench';
import { median } from '../measure/stats';
import { milliseconds, perSecond, Result, times } from '../measure/result';

/** Entities that the catalogue ingests in a turn. */
const ENTITIES = 150;

/** What the anchors of measures.md loaded by plain inserts, in rows a second, where an import was to take 5,000. */
const RAW_ANCHOR = { sqlite3: 33_953, pg: 22_075 };

/** What is imported in a second, and what a row takes of the processor. */
interface Turn {
  rate: number;
  cpu: number;
}

/** P8: offers imported, each validated and audited, beside the catalogue's own ingestion and beside plain inserts. */
export const importing: Scenario = async bench => {
  const imports: Turn[] = [];
  const ingests: number[] = [];
  const loads: Turn[] = [];
  let from = 20_000_000 + (Math.floor(Date.now() / 1000) % 1_000_000) * 1_000;
  // The first of each finds its code compiled by nobody, and makes its rows.
  const rows = await importOnce(bench);
  await loadOnce(bench, rows);
  for (let turn = 0; turn < bench.turns; turn += 1) {
    imports.push(await timed(bench, () => importOnce(bench)));
    ingests.push(await ingestOnce(bench, from));
    loads.push(await timed(bench, () => loadOnce(bench, rows)));
    from += ENTITIES;
  }
  const value = median(imports.map(({ rate }, turn) => rate / (ingests[turn] ?? NaN)));
  const rate = median(imports.map(turn => turn.rate));
  return [
    {
      row: 'P8',
      what: 'import, validated and audited, rows a second',
      figure: perSecond(rate),
      wanted: '≥ 5000/s',
      reached: rate >= 5_000,
      detail: `processor ${milliseconds(median(imports.map(({ cpu }) => cpu)))} a row`,
    },
    {
      row: 'P8',
      what: "import beside the catalogue's ingestion",
      figure: times(value),
      wanted: '≥ 100×',
      reached: value >= 100,
      detail: `the catalogue ${perSecond(median(ingests))}`,
    },
    besideRaw(bench, imports, loads),
  ];
};

/** The same as a share of what plain inserts do in the same run, as 5,000 were of what they did for the anchors. */
function besideRaw({ place }: Bench, imports: readonly Turn[], loads: readonly Turn[]): Result {
  const share = (figure: keyof Turn) =>
    median(imports.map((turn, index) => turn[figure] / (loads[index]?.[figure] ?? NaN)));
  const wanted = 5_000 / RAW_ANCHOR[place.kind];
  return {
    row: 'P8',
    what: 'import beside plain inserts of rows of its size',
    figure: times(share('rate')),
    wanted: `≥ ${times(wanted)}`,
    reached: share('rate') >= wanted,
    detail: `plain inserts ${perSecond(median(loads.map(turn => turn.rate)))}, processor ${milliseconds(median(loads.map(({ cpu }) => cpu)))} a row: an import takes ${times(share('cpu'))} of it`,
  };
}

async function timed({ stand }: Bench, work: () => Promise<number>): Promise<Turn> {
  const cpu = await stand.processorTime();
  const began = performance.now();
  const rows = await work();
  const seconds = (performance.now() - began) / 1000;
  return { rate: rows / seconds, cpu: ((await stand.processorTime()) - cpu) / rows };
}

async function importOnce({ carla }: Bench): Promise<number> {
  const { created, rows } = await carla.call('importSource', { params: { id: 'bench' } });
  if (created !== rows.length) throw new Error(`Only ${created} of ${rows.length} were created.`);
  return created;
}

async function loadOnce({ stand, carla }: Bench, rows: number): Promise<number> {
  const answer = await fetch(`${stand.address}/api/offers/ceiling/load`, {
    method: 'POST',
    headers: { ...authorized(carla), 'content-type': 'application/json' },
    body: JSON.stringify({ rows }),
  });
  if (!answer.ok) throw new Error(`The rows could not be loaded: ${await answer.text()}`);
  return rows;
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
