import { addDays, addMonths, dayInZone, dayWords, isMonth, monthWords, weeksOf } from './months';

describe('the months of a calendar', () => {
  it('are whole weeks from Monday to Sunday', () => {
    const weeks = weeksOf('2026-12');
    expect(weeks[0]?.[0]).toBe('2026-11-30');
    expect(weeks.at(-1)?.[6]).toBe('2027-01-03');
    expect(weeksOf('2027-02').map(week => week.length)).toEqual([7, 7, 7, 7]);
  });

  it('follow each other over the end of a year, and over a leap day', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2027-01', -1)).toBe('2026-12');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('[rule 13] place an instant on the day that it is for the reader', () => {
    expect(dayInZone('2026-12-01T23:30:00.000Z', 'Europe/Amsterdam')).toBe('2026-12-02');
    expect(dayInZone('2026-12-01T23:30:00.000Z', 'America/New_York')).toBe('2026-12-01');
  });

  it('are said as people say them', () => {
    expect(dayWords('2026-12-01', 'en-GB')).toBe('Tuesday 1 December');
    expect(monthWords('2026-12', 'en-GB')).toBe('December 2026');
  });

  it('are told from other text of an address', () => {
    expect(['2026-12', '2026-13', '26-12', null].map(isMonth)).toEqual([true, false, false, false]);
  });
});
