import fc from 'fast-check';
import { step } from './__testUtils__/model/acts';
import { happenAlone } from './__testUtils__/model/alone';
import { beginnings } from './__testUtils__/model/beginning';
import { Coverage } from './__testUtils__/model/coverage';
import { proofSeed } from './__testUtils__/runs';

const START = '2026-12-01T09:00:00.000Z';
const MANY = 100;

const histories = fc.record({
  beginning: beginnings,
  steps: fc.array(step, { maxLength: 40, size: 'max' }),
});

// Against the model alone a hundred histories cost no more than one against the portal.
test.each([0, 1, 2, 3])(
  `a hundred histories meet everything that can happen (seed ${proofSeed()} and %i more)`,
  more => {
    const coverage = new Coverage();
    for (const { beginning, steps } of fc.sample(histories, {
      numRuns: MANY,
      seed: proofSeed() + more,
    })) {
      happenAlone(beginning, steps, coverage, START);
    }
    expect(coverage.missing).toEqual([]);
  },
);
