import { accessSchema } from '../content/access';
import { aVersion, hour } from '../testing/timeline';
import { servingFrom } from './servingFrom';
import { OfferTimeline, timelineOf } from './timeline';

const everyone = { allow: ['everyone'] };
const pilot = { name: 'Pilot', groups: ['group:default/payments'] };
const ringed = accessSchema.parse({ see: everyone, order: everyone, rings: [pilot] });
const next = aVersion({ number: 2, validFrom: hour(10) });
const needed = { product: 'component:default/db', version: '2.0' };

const numbers = (at: number, versions = [aVersion(), next], more: Partial<OfferTimeline> = {}) =>
  servingFrom(timelineOf(versions, more), hour(at)).map(({ number }) => number);
const ending = (recorded: number, ends: number) => ({
  recordedAt: hour(recorded),
  noticeAt: hour(recorded),
  endsAt: hour(ends),
  replacedBy: undefined,
});

describe('what serves at an instant or later', () => {
  it('is what serves then and what is ahead, and not what was replaced for good', () => {
    expect(numbers(5)).toEqual([1, 2]);
    expect(numbers(10)).toEqual([2]);
  });

  it('[rule 8] is the version before as long as the next waits for a product release', () => {
    const waiting = { ...next, releases: [needed] };
    expect(numbers(10, [aVersion(), waiting])).toEqual([1, 2]);
    const releases = [{ ...needed, history: [{ status: 'deployed' as const, at: hour(12) }] }];
    expect(numbers(11, [aVersion(), waiting], { releases })).toEqual([1, 2]);
    expect(numbers(12, [aVersion(), waiting], { releases })).toEqual([2]);
  });

  it('[rule 8] is the version before as long as a ring limits the next, or when it is rolled back', () => {
    const limited = { ...next, access: ringed };
    expect(numbers(10, [aVersion(), limited])).toEqual([1, 2]);
    const event = (kind: 'promote' | 'roll-back') => [{ number: 2, kind, at: hour(11) }];
    expect(numbers(11, [aVersion(), limited], { ringEvents: event('promote') })).toEqual([2]);
    expect(numbers(11, [aVersion(), limited], { ringEvents: event('roll-back') })).toEqual([1]);
  });

  it('[rule 8] ends with the end that was recorded last, and begins anew after it', () => {
    expect(numbers(20, [aVersion(), next], { endings: [ending(1, 20)] })).toEqual([]);
    expect(numbers(19, [aVersion(), next], { endings: [ending(1, 20)] })).toEqual([2]);
    expect(numbers(20, [aVersion(), next], { endings: [ending(1, 20), ending(2, 30)] })).toEqual([
      2,
    ]);
    const reborn = aVersion({ number: 3, validFrom: hour(25) });
    expect(numbers(20, [aVersion(), next, reborn], { endings: [ending(1, 20)] })).toEqual([3]);
  });

  it('does not give way to an earlier version when it has an end of its own', () => {
    const short = { ...next, validUntil: hour(15) };
    expect(numbers(15, [aVersion(), short])).toEqual([]);
  });
});
