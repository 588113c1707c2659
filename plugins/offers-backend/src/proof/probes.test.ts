import { OperationId, operations } from '@offerdesk/backstage-plugin-offers-common';
import fc from 'fast-check';
import { Answer, Ask, answerOf, askOf } from './__testUtils__/ask';
import { poolsOf } from './__testUtils__/fuzz/pools';
import { requests } from './__testUtils__/fuzz/requests';
import { proofKinds } from './__testUtils__/kinds';
import { accessMatrix } from './__testUtils__/matrix';
import { isVisibleTo, leaksIn, secretsFrom } from './__testUtils__/oracle';
import { CallerName, callerNames, consumerNames, headerOf } from './__testUtils__/people';
import { plantKeys } from './__testUtils__/plants';
import { isTimeOver, keepResult, proofRuns, proofSeed } from './__testUtils__/runs';
import { targetOf } from './__testUtils__/targets';
import { aWorld, seedIds, World } from './__testUtils__/world';

const BATCH = 500;
const seed = proofSeed();
const runs = proofRuns({ short: 600 });

/** Asks so many times what a generator draws; says how often it did, and what was wrong with the first answers that were. */
async function probe<T>(
  drawn: fc.Arbitrary<T>,
  ask: (one: T, number: number) => Promise<string[]>,
) {
  const wrong: string[] = [];
  let probes = 0;
  for (let begin = 0; begin < runs && wrong.length < 10 && !isTimeOver(); begin += BATCH) {
    const batch = fc.sample(drawn, {
      numRuns: Math.min(BATCH, runs - begin),
      seed: seed + begin,
    });
    for (const [index, one] of batch.entries()) wrong.push(...(await ask(one, begin + index)));
    probes += batch.length;
  }
  return { probes, wrong };
}

const questions = Object.keys(operations)
  .filter((id): id is OperationId => id in operations)
  .flatMap(id => accessMatrix[id].map(row => ({ id, row })));

/** One cell of the matrix: an operation, who asks, and about what. */
const cells = fc
  .tuple(fc.constantFrom(...questions), fc.constantFrom(...callerNames), fc.nat())
  .map(([{ id, row }, name, place]) => {
    const { columns } = row.expect;
    return { id, row, name, column: columns[place % columns.length] ?? '' };
  });

describe.each(proofKinds)('probes of access on %s', kind => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(kind);
  }, 600_000);
  afterAll(() => world.portal.stop());

  test(
    `[rule 1] ${runs} cells in any order are answered as the matrix says, and leak nothing (seed ${seed})`,
    async () => {
      const secrets = new Map(callerNames.map(name => [name, secretsFrom(world, name)]));
      const { probes, wrong } = await probe(cells, async ({ id, row, name, column }, number) => {
        const asked = askOf(id, headerOf(name), row.ask(targetOf(world, column)), `cell ${number}`);
        const { status, body } = await answerOf(world.portal, asked, number);
        const expected = row.expect.rows.get(name)?.[row.expect.columns.indexOf(column)];
        const leaks = name === 'bot' ? [] : leaksIn(secrets.get(name) ?? [], asked, body);
        return [
          ...(String(status) === expected ? [] : [`${id} ${column} by ${name}: ${status}`]),
          ...leaks.map(leak => `${id} ${column} tells ${name} ${leak}`),
        ];
      });
      keepResult('R6', { kind, seed, probes, form: 'cells', leaks: wrong.length });
      expect(wrong).toEqual([]);
    },
    4 * 3_600_000,
  );
});

/**
 * Two worlds, of which one holds more than the person may see: whatever they ask, both answer the same,
 * byte for byte. So no count, facet, order, cursor or refusal can depend on what is hidden.
 */
describe.each(proofKinds)('a world with secrets and one without, on %s', kind => {
  test.each(consumerNames)(
    `[rule 1] ${runs} requests of %s cannot tell them apart (seed ${seed})`,
    async name => {
      const whole = await aWorld(kind);
      const keys = plantKeys.filter(key => isVisibleTo(name, key));
      const seen = await aWorld(kind, { keys });
      const generator = requests(poolsOf(whole), fc.constant<CallerName>(name));
      const { probes, wrong } = await probe(generator, async ({ operation, ask }, number) => {
        const [first, second] = [
          await answerIn(whole, ask, number),
          await answerIn(seen, ask, number),
        ];
        return first === second
          ? []
          : [`${operation.id} ${ask.method} ${ask.path} ${ask.body ?? ''}: ${first} and ${second}`];
      });
      keepResult('R6', {
        kind,
        seed,
        probes,
        form: `two worlds, ${name}`,
        leaks: wrong.length,
      });
      await Promise.all([whole.portal.stop(), seen.portal.stop()]);
      expect(keys).not.toEqual(plantKeys);
      expect(wrong).toEqual([]);
    },
    4 * 3_600_000,
  );
});

async function answerIn({ portal }: World, ask: Ask, number: number): Promise<string> {
  seedIds(portal, `probe ${number}`);
  return plain(await answerOf(portal, ask, number));
}

/** A code that links accounts: drawn by the platform, so that no seed tells it. */
const LINK_CODE = /"code":"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}"/;

/** Everything of an answer but when it was given, and what was drawn for it alone. */
function plain({ status, headers, body }: Answer): string {
  const { date: _date, 'keep-alive': _kept, connection: _open, ...said } = headers;
  const told = body.replace(LINK_CODE, '"code":"drawn"');
  return `${status} ${JSON.stringify(said)} ${told}`.slice(0, 2_000);
}
