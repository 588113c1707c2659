import { Verdict } from '@offerdesk/backstage-plugin-offers-common';
import fc from 'fast-check';

/** Who takes part; what each of them may do stands in `rights.ts`. */
export const everybody = ['carla', 'ravi', 'mia', 'rosa', 'nils', 'vera', 'ada', 'ben'] as const;

/** One of them. */
export type Who = (typeof everybody)[number];

/** What somebody wants, before it is known of which offer or plan it can be. */
export type Wish =
  | { do: 'edit'; what: 'price' | 'title' | 'ring'; hold: number | undefined }
  | { do: 'next' }
  | { do: 'plan'; hours: number }
  | { do: 'plan-end'; hours: number; lasts: number }
  | { do: 'patch'; hours: number | undefined }
  | { do: 'submit' }
  | { do: 'decide'; verdict: Verdict }
  | { do: 'release' }
  | { do: 'cancel' }
  | { do: 'suspend' }
  | { do: 'resume' }
  | { do: 'ring'; act: 'promote' | 'hold' | 'resume' | 'roll-back' }
  | { do: 'delegate'; hours: number }
  | { do: 'revoke' }
  | { do: 'advance' };

/** A wish of somebody, of the offer or plan that the number picks. */
export interface Intent {
  who: Who;
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

const hours = fc.integer({ min: 1, max: 60 });

const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 30, arbitrary: fc.constant<Wish>({ do: 'advance' }) },
  {
    weight: 4,
    arbitrary: fc.record<Wish & { do: 'edit' }>({
      do: fc.constant('edit'),
      what: fc.constantFrom('price', 'price', 'title', 'ring'),
      hold: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Wish>({ do: 'next' }) },
  { weight: 1, arbitrary: hours.map((after): Wish => ({ do: 'plan', hours: after })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hours, hours)
      .map(([after, lasts]): Wish => ({ do: 'plan-end', hours: after, lasts })),
  },
  {
    weight: 2,
    arbitrary: fc
      .option(hours, { nil: undefined })
      .map((after): Wish => ({ do: 'patch', hours: after })),
  },
  { weight: 1, arbitrary: fc.constant<Wish>({ do: 'submit' }) },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom<Verdict>('approve', 'approve', 'approve', 'request-changes', 'reject')
      .map((verdict): Wish => ({ do: 'decide', verdict })),
  },
  { weight: 3, arbitrary: fc.constant<Wish>({ do: 'release' }) },
  { weight: 1, arbitrary: fc.constant<Wish>({ do: 'cancel' }) },
  { weight: 1, arbitrary: fc.constant<Wish>({ do: 'suspend' }) },
  { weight: 1, arbitrary: fc.constant<Wish>({ do: 'resume' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('promote' as const, 'hold' as const, 'resume' as const, 'roll-back' as const)
      .map((act): Wish => ({ do: 'ring', act })),
  },
  { weight: 1, arbitrary: hours.map((after): Wish => ({ do: 'delegate', hours: after })) },
  { weight: 1, arbitrary: fc.constant<Wish>({ do: 'revoke' }) },
);

const rarely = fc.integer({ min: 0, max: 9 }).map(drawn => drawn === 9);

const intent: fc.Arbitrary<Intent> = fc.record({
  who: fc.constantFrom(...everybody),
  wish,
  pick: fc.nat({ max: 7 }),
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
  { weight: 1, arbitrary: hours.map((passed): Step => ({ kind: 'wait', hours: passed })) },
);
