import { csvOf } from '../data/csv';

/** What the figures of a series are. */
export type Unit = 'count' | 'seconds' | 'percent';

/** One thing that a report says of each row. */
export interface Series {
  key: string;
  label: string;
  unit: Unit;
  /** said in the table alone */
  inTableOnly?: true;
}

/** A row of a report: what it is of, and its figure of each series; absent where there is none. */
export interface ReportRow {
  key: string;
  label: string;
  values: Readonly<Record<string, number | undefined>>;
  /** what the table and CSV say besides, by column */
  more?: Readonly<Record<string, string>>;
}

/** A report: figures that are drawn, read in a table, and saved as CSV. */
export interface Report {
  id: string;
  title: string;
  note: string;
  /** what the rows are, such as `Stage` */
  of: string;
  series: readonly Series[];
  rows: readonly ReportRow[];
  /** columns of words beside the figures */
  columns?: readonly { key: string; label: string }[];
  /** bars of a row lie on each other, because they add up */
  stacked?: true;
  /** how many rows are drawn at most, the first ones */
  drawn?: number;
}

const DAY = 86_400;

/** What is drawn beside the table. */
export const drawnSeries = ({ series }: Report): Series[] =>
  series.filter(({ inTableOnly }) => !inTableOnly);

/** Whether a report has anything to show: a count of none is nothing, a time or a margin of none is something. */
export const hasFigures = ({ rows, series }: Report): boolean =>
  rows.some(({ values }) =>
    series.some(({ key, unit }) =>
      unit === 'count' ? (values[key] ?? 0) > 0 : values[key] !== undefined,
    ),
  );

const HOUR = 3_600;

/** The unit in which times are drawn: the one in which the longest of them is read best. */
export interface TimeUnit {
  /** its symbol, the same in each language */
  symbol: 'd' | 'h' | 'min';
  seconds: number;
}

/** In which unit the times of a report are drawn. */
export function timeUnitOf(report: Report): TimeUnit {
  const longest = Math.max(
    0,
    ...report.rows.flatMap(({ values }) => drawnSeries(report).map(({ key }) => values[key] ?? 0)),
  );
  if (longest >= 2 * DAY) return { symbol: 'd', seconds: DAY };
  return longest >= 2 * HOUR ? { symbol: 'h', seconds: HOUR } : { symbol: 'min', seconds: 60 };
}

/** A figure as charts and CSV have it: seconds become days, or another unit, with two digits. */
export function figureOf(
  value: number | undefined,
  unit: Unit,
  secondsEach = DAY,
): number | undefined {
  if (value === undefined || unit !== 'seconds') return value;
  return Math.round((value * 100) / secondsEach) / 100;
}

/** Whether there is a bar to be seen: what took no time has none, however many plans it was. */
export function hasBars(report: Report): boolean {
  const { seconds } = timeUnitOf(report);
  return report.rows
    .slice(0, report.drawn)
    .some(({ values }) =>
      drawnSeries(report).some(
        ({ key, unit }) => (figureOf(values[key], unit, seconds) ?? 0) !== 0,
      ),
    );
}

/** The report as CSV, with days where the table says hours and minutes too. */
export const csvOfReport = (
  { of, series, rows, columns = [] }: Report,
  inUnit: (label: string, unit: Unit) => string,
): string =>
  csvOf(
    [
      of,
      ...columns.map(({ label }) => label),
      ...series.map(({ label, unit }) => inUnit(label, unit)),
    ],
    rows.map(({ label, values, more }) => [
      label,
      ...columns.map(({ key }) => more?.[key] ?? ''),
      ...series.map(({ key, unit }) => String(figureOf(values[key], unit) ?? '')),
    ]),
  );
