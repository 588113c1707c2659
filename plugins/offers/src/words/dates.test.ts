import { tomorrowAtNine } from './dates';

describe('nine in the morning of the next day', () => {
  it.each([
    ['an ordinary day', '2026-12-01T22:30:00Z', '2026-12-02T09:00'],
    ['a day of 25 hours, early', '2026-10-24T22:30:00Z', '2026-10-26T09:00'],
    ['the eve of a day of 23 hours, late', '2026-03-28T22:30:00Z', '2026-03-29T09:00'],
    ['the last day of a year', '2026-12-31T10:00:00Z', '2027-01-01T09:00'],
  ])('is asked for on %s', (_, now, expected) => {
    expect(tomorrowAtNine(new Date(now), 'Europe/Amsterdam')).toBe(expected);
  });
});
