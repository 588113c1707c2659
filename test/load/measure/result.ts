import { ratio, Side } from './load';

/** One line of the results. */
export interface Result {
  /** the row of measures.md */
  row: string;
  /** scenario and call */
  what: string;
  /** what came out, with its unit */
  figure: string;
  /** the number to reach */
  wanted: string;
  /** absent where measures.md sets no number */
  reached?: boolean;
  detail?: string;
}

export const times = (value: number) =>
  value >= 20 ? `${value.toFixed(0)}×` : `${value.toFixed(2)}×`;
export const perSecond = (value: number) =>
  value >= 20 ? `${value.toFixed(0)}/s` : `${value.toFixed(1)}/s`;
export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** Two sides in words: answers a second, and what an answer took of the processor. */
export function beside(ours: Side, other: Side): string {
  const rates = `${perSecond(ours.rate)} beside ${perSecond(other.rate)}`;
  const share = times(ratio(other, ours, 'cpu'));
  return `${rates}; processor ${milliseconds(ours.cpu)} beside ${milliseconds(other.cpu)} (${share})`;
}

function inWords(reached: boolean | undefined): string {
  if (reached === undefined) return '';
  return reached ? 'yes' : '**no**';
}

/** The results as a table in Markdown. */
export function tableOf(results: readonly Result[]): string {
  const lines = results.map(
    ({ row, what, figure, wanted, reached, detail }) =>
      `| ${row} | ${what} | ${figure} | ${wanted} | ${inWords(reached)} | ${detail ?? ''} |`,
  );
  return [
    '| row | scenario and call | figure | wanted | reached | detail |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
