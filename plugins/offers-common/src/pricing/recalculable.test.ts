import { aContent } from '../testing/content';
import { aVersion, hour } from '../testing/timeline';
import { OfferTimeline, timelineOf } from '../timeline/timeline';
import { recalculationBase, recalculationTitle, repriced } from './recalculable';
import { recalculationSchema } from './recalculate';

const base = (versions: OfferTimeline['versions'], more: Partial<OfferTimeline> = {}) => {
  const result = recalculationBase(timelineOf(versions, more), hour(10));
  return result.ok ? result.number : result.reason;
};
const needing = { releases: [{ product: 'component:default/api', version: '2.0.0' }] };

test('begins from the version that is served when the new prices begin', () => {
  expect(base([aVersion(), aVersion({ number: 2, validFrom: hour(10) })])).toBe(2);
  expect(base([aVersion({ validFrom: hour(11) })])).toBe('Nothing of it is offered then.');
  expect(base([aVersion({ validUntil: hour(10) })])).toBe('Nothing of it is offered then.');
  expect(base([])).toBe('Nothing of it is offered then.');
});

test('[rule 7] is refused where a version takes over later, with which the old prices would come back', () => {
  expect(base([aVersion(), aVersion({ number: 2, validFrom: hour(11) })])).toBe(
    'Its version 2 takes over on 1 Dec 2026, 11:00 UTC; let the new prices begin after that.',
  );
  expect(base([aVersion(), aVersion({ number: 2, validFrom: hour(5), ...needing })])).toBe(
    'Its version 2 waits to take over; let the new prices begin after that.',
  );
});

test('begins from the version before one that was rolled back', () => {
  const rolledBack = [{ number: 2, kind: 'roll-back' as const, at: hour(6) }];
  expect(
    base([aVersion(), aVersion({ number: 2, validFrom: hour(5) })], { ringEvents: rolledBack }),
  ).toBe(1);
});

test('[rule 10] what an earlier version said of existing subscriptions is not said again', () => {
  const before = aContent({ pricing: { priceLists: [], existingFrom: hour(1) } });
  expect(repriced(before, [], undefined).pricing).not.toHaveProperty('existingFrom');
  expect(repriced(before, [], hour(3)).pricing.existingFrom).toBe(hour(3));
  expect(before.pricing.existingFrom).toBe(hour(1));
});

test.each([
  [{ percent: '2.5' }, 'Prices by +2.5 %'],
  [{ percent: '-3' }, 'Prices by -3 %'],
  [{ index: { from: '118.2', to: '121.9' } }, 'Prices by the index, from 118.2 to 121.9'],
])('is called by what it does: %j', (how, title) => {
  expect(recalculationTitle(recalculationSchema.parse(how))).toBe(title);
});
