import { drawnSeries, type Report } from './report';

/** How thick a bar is, in pixels. */
export const BAR = 14;

/** What lies between rows, and around all of them, in pixels. */
const ROW_GAP = 18;
const AROUND = 70;

/** How high a chart is in pixels, known before it is fetched, so that nothing jumps. */
export function chartHeight(report: Report): number {
  const bars = report.stacked ? 1 : drawnSeries(report).length;
  return AROUND + report.rows.slice(0, report.drawn).length * (BAR * bars + ROW_GAP);
}
