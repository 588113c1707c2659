import { performance } from 'node:perf_hooks';
import { signIn } from '../support/people';

/** Calls of each kind; the first ones warm the process up and are not counted. */
const WARM = 10;
const COUNTED = 50;

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * How long a page of 20 among the sample's 57 offers takes, beside the smallest authenticated answer of the
 * same backend; taken in turns, in milliseconds, from the caller's side.
 */
async function measure(portal: string): Promise<void> {
  const carla = await signIn(portal, 'carla');
  const ada = await signIn(portal, 'ada');
  const calls: Record<string, () => Promise<unknown>> = {
    'the smallest answer (categories)': () => carla('categories', {}),
    'a page of 20 among 57 (managers)': () => carla('listOffers', { query: { limit: 20 } }),
    'the catalogue of an engineer': () => ada('browseOffers', { query: { limit: 20 } }),
  };
  const taken = new Map(Object.keys(calls).map(name => [name, new Array<number>()]));
  for (let turn = 0; turn < WARM + COUNTED; turn += 1) {
    for (const [name, call] of Object.entries(calls)) {
      const began = performance.now();
      await call();
      if (turn >= WARM) taken.get(name)?.push(performance.now() - began);
    }
  }
  for (const [name, values] of taken)
    console.log(`${name}: median ${median(values).toFixed(1)} ms`);
}

measure(process.env.OFFERS_BASE_URL ?? 'http://127.0.0.1:7007').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
