import {
  Content,
  contentSchema,
  fieldProblems,
  ImportRow,
  offerNameSchema,
  optionProblems,
} from '@offerdesk/backstage-plugin-offers-common';
import { SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import { setImmediate } from 'node:timers/promises';
import { refuseUnusable } from '../api/shape';
import { Prepared } from '../offers/prepared';
import { Refusal } from '../refusal';

type GoodRow = Extract<SourceRow['result'], { ok: true }>;

/** A row that can become a draft. */
export interface SoundRow {
  key: string;
  title: string;
  row: GoodRow;
  content: Content;
  /** the row as it is compared at the next import */
  said: string;
  /** what will be stored of it, where it is likely to become an offer */
  ahead?: Prepared;
}

/** A row that can become a draft, or what is said of one that cannot. */
export type JudgedRow = SoundRow | ImportRow;

/** Whether a row can become a draft. */
export const isSound = (row: JudgedRow): row is SoundRow => 'content' in row;

/** Rows that are judged at a time, before others get their turn. */
const AT_A_TIME = 10;

/**
 * Judges rows while the database stores others; nobody else waits for it longer than for some of them.
 * @param then - what else is made of a row that can become a draft
 */
export async function judgeAll(
  rows: readonly SourceRow[],
  then: (row: SoundRow) => SoundRow = row => row,
): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index % AT_A_TIME === 0) await setImmediate();
    const found = judge(row);
    judged.push(isSound(found) ? then(found) : found);
  }
  return judged;
}

/** Judges one row by itself: it can become a draft, or is rejected with the field and the remedy. */
export function judge({ key, title, result }: SourceRow): JudgedRow {
  const rejected = (reason: string): ImportRow => ({ key, title, outcome: 'rejected', reason });
  if (!result.ok) return rejected(result.reason);
  const unusable = unusableIn({ key, title, ...result });
  if (unusable) return rejected(unusable);
  const checkedName = offerNameSchema.safeParse(result.name);
  if (!checkedName.success) {
    const remedy = fieldProblems(checkedName.error)[0]?.remedy;
    return rejected(`Its name ${result.name} is not usable: ${remedy}.`);
  }
  const checked = contentSchema.safeParse(result.content);
  if (!checked.success) return rejected(unsoundWords(checked.error));
  const problem = optionProblems(checked.data.options)[0];
  if (problem) return rejected(problem);
  return { key, title, row: result, content: checked.data, said: JSON.stringify(result.content) };
}

/** What is wrong with a content: each field with its remedy, in a sentence. */
export function unsoundWords(error: Parameters<typeof fieldProblems>[0]): string {
  return fieldProblems(error)
    .map(({ field, remedy }) => `${field}: ${remedy}.`)
    .join(' ');
}

/** What no database stores: a null character, half of a character, nesting without end. */
function unusableIn(row: object): string | undefined {
  try {
    refuseUnusable(row, 'row');
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.fields.map(({ field, remedy }) => `${field}: ${remedy}.`).join(' ');
  }
}

/** What became of a row that was stored, with what its source said of it. */
export function reported(
  { key, title, row }: SoundRow,
  outcome: Omit<ImportRow, 'key' | 'title'>,
): ImportRow {
  const said = [outcome.reason, row.note].filter(Boolean).join(' ');
  return { key, title, ...outcome, ...(said ? { reason: said } : {}) };
}
