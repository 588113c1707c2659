import { Verdict } from '@offerdesk/backstage-plugin-offers-common';
import fc from 'fast-check';
import { ModelRelease, ModelRingAct, ModelStatus } from './world';

/** What an edit changes. */
export type EditOf = 'price' | 'title' | 'ring' | 'needs' | 'members' | 'place';

/** How a plan that ends an offer sees to the bundle that has it as a member. */
export type Cover = 'nothing' | 'end' | 'bring';

/** What somebody wants, before it is known of which offer or plan it can be. */
export type Wish =
  | { do: 'edit'; what: EditOf; hold: number | undefined }
  | { do: 'plan'; hours: number; alongside: boolean }
  | { do: 'plan-end'; hours: number; lasts: number; cover: Cover }
  | { do: 'plan-move'; hours: number }
  | { do: 'patch'; hours: number | undefined }
  | { do: 'decide'; verdict: Verdict }
  | { do: 'ring'; act: ModelRingAct['act'] }
  | { do: 'report'; release: ModelRelease; status: ModelStatus }
  | { do: 'delegate'; hours: number }
  | {
      do:
        | 'advance'
        | 'next'
        | 'submit'
        | 'break-glass'
        | 'implement'
        | 'ready'
        | 'release'
        | 'roll-back'
        | 'cancel'
        | 'suspend'
        | 'resume'
        | 'revoke';
    };

const hours = fc.integer({ min: 1, max: 60 });
const hold = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined });

const edit = fc.record<Wish & { do: 'edit' }>({
  do: fc.constant('edit'),
  what: fc.constantFrom('price', 'title', 'ring', 'ring', 'needs', 'needs', 'members', 'members'),
  hold,
});

const planning = fc.record<Wish & { do: 'plan' }>({
  do: fc.constant('plan'),
  hours,
  alongside: fc.boolean(),
});

const ending = fc.record<Wish & { do: 'plan-end' }>({
  do: fc.constant('plan-end'),
  hours,
  lasts: hours,
  cover: fc.constantFrom<Cover>('nothing', 'end', 'bring'),
});

const moving = hours.map((after): Wish => ({ do: 'plan-move', hours: after }));

const deciding = fc
  .constantFrom<Verdict>('approve', 'approve', 'approve', 'approve', 'request-changes', 'reject')
  .map((verdict): Wish => ({ do: 'decide', verdict }));

const patching = fc
  .option(hours, { nil: undefined })
  .map((after): Wish => ({ do: 'patch', hours: after }));

const ringing = fc
  .constantFrom<ModelRingAct['act']>('promote', 'hold', 'resume', 'resume', 'resume', 'roll-back')
  .map((act): Wish => ({ do: 'ring', act }));

const reporting = fc.record<Wish & { do: 'report' }>({
  do: fc.constant('report'),
  release: fc.constantFrom('a', 'b'),
  status: fc.constantFrom('deployed', 'deployed', 'withdrawn', 'withdrawn', 'released'),
});

const delegating = hours.map((after): Wish => ({ do: 'delegate', hours: after }));

type Plain = Exclude<
  Wish['do'],
  'edit' | 'plan' | 'plan-end' | 'plan-move' | 'patch' | 'decide' | 'ring' | 'report' | 'delegate'
>;
const plain = (weight: number, what: Plain) => ({
  weight,
  arbitrary: fc.constant<Wish>({ do: what }),
});

/** What somebody wants: what brings offers on the way most often, what is rare in life often enough to be met. */
export const wish: fc.Arbitrary<Wish> = fc.oneof(
  plain(40, 'advance'),
  { weight: 6, arbitrary: edit },
  plain(1, 'next'),
  { weight: 1, arbitrary: planning },
  { weight: 3, arbitrary: ending },
  { weight: 3, arbitrary: moving },
  { weight: 2, arbitrary: patching },
  plain(1, 'submit'),
  { weight: 11, arbitrary: deciding },
  plain(2, 'break-glass'),
  plain(1, 'implement'),
  plain(1, 'ready'),
  plain(3, 'release'),
  plain(7, 'roll-back'),
  plain(1, 'cancel'),
  plain(1, 'suspend'),
  plain(6, 'resume'),
  { weight: 14, arbitrary: ringing },
  { weight: 5, arbitrary: reporting },
  { weight: 2, arbitrary: delegating },
  plain(4, 'revoke'),
);
