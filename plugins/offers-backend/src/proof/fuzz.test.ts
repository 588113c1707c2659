import fc from 'fast-check';
import { faultsOf, MOST_MS } from './__testUtils__/fuzz/checks';
import { documented } from './__testUtils__/fuzz/document';
import { learn, poolsOf } from './__testUtils__/fuzz/pools';
import { Fuzzed, requests } from './__testUtils__/fuzz/requests';
import { Answer, send } from './__testUtils__/ask';
import { keepResult, proofSeed, proofRuns } from './__testUtils__/runs';
import { someSources } from './__testUtils__/sources';
import { aWorld, seedIds, World } from './__testUtils__/world';
import { proofKinds } from './__testUtils__/kinds';

/** How many requests are drawn before the generator learns what exists by now. */
const BATCH = 100;

const seed = proofSeed();
const runs = proofRuns({ short: 2_500 });

/** A request that was not answered as it should be, as short as it can be told. */
function told({ operation, who, how, ask }: Fuzzed, answer: Answer, faults: string[]) {
  const body = String(ask.body ?? '').slice(0, 300);
  return {
    asked: `${operation.id} by ${who}, ${how}: ${ask.method} ${ask.path.slice(0, 300)} ${body}`,
    answered: `${answer.status} ${answer.body.slice(0, 300)}`,
    faults,
  };
}

describe.each(proofKinds)('the fuzzed API on %s', kind => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(kind, { sources: someSources });
    seedIds(world.portal, `fuzz ${seed}`);
  }, 600_000);
  afterAll(() => world.portal.stop());

  test(
    `answers ${runs} requests as the OpenAPI document says, from seed ${seed}`,
    async () => {
      const pools = poolsOf(world);
      const generator = requests(pools);
      const wrong: ReturnType<typeof told>[] = [];
      const statuses = new Map<number, number>();
      const took: number[] = [];
      const reached = new Set<string>();
      for (let begin = 0; begin < runs && wrong.length < 20; begin += BATCH) {
        const drawn = fc.sample(generator, {
          numRuns: Math.min(BATCH, runs - begin),
          seed: seed + begin,
        });
        for (const fuzzed of drawn) {
          const answer = await send(world.portal.url, fuzzed.ask);
          const faults = faultsOf(fuzzed, answer);
          if (faults.length > 0) wrong.push(told(fuzzed, answer, faults));
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          took.push(answer.ms);
          if (answer.status < 300) {
            reached.add(fuzzed.operation.id);
            learn(pools, answer.body);
          }
        }
      }
      took.sort((a, b) => a - b);
      const at = (share: number) => Math.round(took[Math.floor(took.length * share)] ?? 0);
      keepResult('R5', {
        kind,
        seed,
        requests: took.length,
        faults: wrong.length,
        statuses: Object.fromEntries([...statuses].sort()),
        operations: reached.size,
        p50: at(0.5),
        p99: at(0.99),
        most: Math.round(took.at(-1) ?? 0),
      });
      expect(wrong).toEqual([]);
      expect(at(0.99)).toBeLessThan(MOST_MS / 5);
      // A generator that never gets past a refusal would prove little.
      expect(statuses.get(200) ?? 0).toBeGreaterThan(runs / 20);
      expect(reached.size).toBeGreaterThan(documented.length / 3);
    },
    3_600_000 * 4,
  );
});
