import { randomUUID } from 'node:crypto';
import { authorized, Bench, cycle, get, mixed, Scenario } from '../measure/bench';
import { saturating, Shot } from '../measure/load';
import { worldOffer } from '../seed/world';
import { filters, ourList } from './addresses';

/** How often the memory is looked at. */
const LOOKS = 10;

const growth = (values: readonly number[]): number =>
  (values.at(-1) ?? NaN) / (values[0] ?? NaN) - 1;

/** P12: what the process holds after garbage collection, over a mixed load of reads and changes. */
export const memory: Scenario = async bench => {
  const seconds = (bench.minutes * 60) / LOOKS;
  const heaps: number[] = [];
  const sizes: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    await saturating(bench.stand.address, mixedLoad(bench), { seconds, clients: 4 });
    const { heapUsed, rss } = await bench.stand.memory();
    heaps.push(heapUsed);
    sizes.push(rss);
  }
  // The first looks see caches and compiled code fill; growth is what goes on after that.
  const settled = Math.floor(LOOKS / 5);
  const heap = growth(heaps.slice(settled));
  const size = growth(sizes.slice(settled));
  const megabytes = (values: number[]) =>
    values.map(bytes => Math.round(bytes / 1_048_576)).join(', ');
  return [
    {
      row: 'P12',
      what: `memory over ${bench.minutes} minutes of mixed load, after collection (heap)`,
      figure: `${(heap * 100).toFixed(1)} %`,
      wanted: '≤ 5 %',
      reached: heap <= 0.05,
      detail: `heap ${megabytes(heaps)} MB; resident ${megabytes(sizes)} MB (${(size * 100).toFixed(1)} %)`,
    },
  ];
};

function mixedLoad(bench: Bench): (number: number) => Shot {
  const reads = mixed(bench.readers, filters).map(([person, filter]) =>
    get(person, ourList(filter)),
  );
  const others = bench.readers.flatMap(person => [
    get(person, '/api/offers/catalogue/offers?q=kafka&limit=20'),
    get(person, '/api/offers/catalogue/facets'),
  ]);
  const read = cycle([...reads, ...others]);
  let made = 700_000_000 + Math.floor(Date.now() / 1000) * 100;
  return number => (number % 10 === 0 ? creation(bench, (made += 1)) : read(number));
}

function creation({ carla }: Bench, index: number): Shot {
  const { name, interaction, owner, content } = worldOffer(index);
  return {
    method: 'POST',
    path: '/api/offers/offers',
    headers: {
      ...authorized(carla),
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ name, interaction, owner, content }),
  };
}
