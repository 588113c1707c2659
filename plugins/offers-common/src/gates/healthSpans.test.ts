import { criterion } from './gate';
import { healthSpans } from './healthSpans';
import { Waiver } from './waivers';

const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}T09:00:00.000Z`;

const met = criterion('owner', 'Owner', true, { remedy: 'Name it.' });
const missing = criterion('knowledge', 'Knowledge', false, { remedy: 'Link it.' });

const waiver = (from: string, until: string, revokedAt?: string): Waiver => ({
  ...{ id: from, offerId: 'o', criterion: 'knowledge', reason: 'Ill', grantedBy: 'user:default/r' },
  ...{ grantedAt: from, until, ...(revokedAt ? { revokedAt } : {}) },
});

const said = (...args: Parameters<typeof healthSpans>) =>
  healthSpans(...args).map(({ from, until, percent }) => [from, until, percent]);

describe('the health of a live offer over time', () => {
  const half = { from: day(1), until: day(10), criteria: [met, missing] };

  it('is that of the version that serves, and is none while nothing does', () => {
    expect(said([half, { from: day(20), until: undefined, criteria: [met] }], [])).toEqual([
      [day(1), day(10), 50],
      [day(20), undefined, 100],
    ]);
  });

  it('turns where a waiver begins to count and where it ends, to the instant', () => {
    expect(said([half], [waiver(day(3), day(5))])).toEqual([
      [day(1), day(3), 50],
      [day(3), day(5), 100],
      [day(5), day(10), 50],
    ]);
  });

  it('counts a waiver no more from when it was revoked', () => {
    expect(said([half], [waiver(day(1), day(9), day(4))]).slice(0, 2)).toEqual([
      [day(1), day(4), 100],
      [day(4), day(9), 50],
    ]);
  });
});
