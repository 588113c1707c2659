import fc from 'fast-check';
import { Wish, wish } from './wishes';
import { everybody, Who } from './who';

/** A wish of somebody, of the offer or plan that the number picks. */
export interface Intent {
  who: Who;
  /** whether it is somebody who would, whoever was drawn */
  able: boolean;
  wish: Wish;
  pick: number;
  /** sent twice with one key, at once */
  twice: boolean;
  /** whether the answer gets lost: nobody knows what came of it, and it is sent again */
  lost: boolean;
  /** by what somebody saw earlier, which may have changed since */
  stale: boolean;
}

/** What happens in a step: some people act at once, or time passes. */
export type Step =
  | { kind: 'together'; intents: readonly Intent[]; killAt: number | undefined }
  | { kind: 'wait'; hours: number };

const rarely = fc.integer({ min: 0, max: 9 }).map(drawn => drawn === 9);

const intent: fc.Arbitrary<Intent> = fc.record({
  who: fc.constantFrom(...everybody),
  able: fc.constantFrom(true, true, false),
  wish,
  pick: fc.nat({ max: 11 }),
  twice: rarely,
  lost: rarely,
  stale: rarely,
});

/** What happens in a step. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record<Step & { kind: 'together' }>({
      kind: fc.constant('together'),
      intents: fc.array(intent, { minLength: 1, maxLength: 3 }),
      killAt: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined, freq: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 60 }).map((hours): Step => ({ kind: 'wait', hours })),
  },
);
