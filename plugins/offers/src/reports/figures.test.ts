import type { T } from '../words/useWords';
import { someFigures } from './__testUtils__/someFigures';
import { reportsOf, secondsIn } from './figures';
import { csvOfReport, drawnSeries, figureOf, hasBars, hasFigures, timeUnitOf } from './report';

/** Says the key and what is put in, as a translator that knows no words. */
const t = ((key: string, values: Record<string, unknown> = {}) =>
  key === 'words.locale' ? 'en-GB' : [key, ...Object.values(values)].join(' ')) as T;

const DAY = 86_400;

const report = (id: string, figures = someFigures) =>
  reportsOf(t, figures).find(each => each.id === id);

describe('the reports', () => {
  it('draw times in days, and keep how many plans there were for the table', () => {
    const lead = report('lead-time');
    expect(lead && drawnSeries(lead).map(({ key }) => key)).toEqual(['median', 'ninth']);
    expect(lead?.rows[2]?.values).toEqual({ plans: 0, median: undefined, ninth: undefined });
    expect(figureOf(DAY * 1.5, 'seconds')).toBe(1.5);
    expect(figureOf(150, 'count')).toBe(150);
    expect(lead && timeUnitOf(lead).symbol).toBe('d');
    const months = report('lead-time-by-month', { ...someFigures, months: [] });
    expect(months && timeUnitOf(months).symbol).toBe('min');
  });

  it('draw nothing where no bar would be seen, such as of plans that took no time', () => {
    const lead = report('lead-time');
    expect(lead && hasBars(lead)).toBe(true);
    const noTime = lead && {
      ...lead,
      rows: lead.rows.map(row => ({ ...row, values: { plans: 2, median: 0, ninth: 0 } })),
    };
    expect(noTime && [hasFigures(noTime), hasBars(noTime)]).toEqual([true, false]);
  });

  it('have a row for each month, with the stages that it has', () => {
    expect(report('lead-time-by-month')?.rows.map(({ label, values }) => [label, values])).toEqual([
      ['2026-11', { whole: 3 * DAY }],
      ['2026-12', { define: DAY / 2 }],
    ]);
  });

  it('say what is empty', () => {
    const gaps = report('completeness');
    expect(gaps && hasFigures(gaps)).toBe(false);
    const lead = report('lead-time');
    expect(lead && hasFigures(lead)).toBe(true);
  });

  it('leave margins out for those who may not read them', () => {
    const { margins: _margins, ...others } = someFigures;
    expect(report('margins', others)).toBeUndefined();
  });

  it('are CSV with what the table says, words among it', () => {
    const margins = report('margins');
    expect(margins && csvOfReport(margins, (label, unit) => `${label} in ${unit}`)).toBe(
      'reports.offer,reports.price,reports.marginBefore in percent,reports.marginAfter in percent,reports.floor in percent\r\n' +
        '"A database, managed",1200.00 → 1080.00 EUR,30,22.2,\r\n',
    );
  });

  it.each([
    [60, 'reports.minutes 1'],
    [5_400, 'reports.hours 1.5 1.5'],
    [DAY * 2.25, 'reports.days 2.3 2.3'],
  ])('say %d seconds as %s', (seconds, said) => {
    expect(secondsIn(t)(seconds)).toBe(said);
  });
});
