import { ViewSubmitAction } from '@slack/bolt';
import { createHash } from 'node:crypto';

type View = Pick<ViewSubmitAction['view'], 'state'>;
type Given = ViewSubmitAction['view']['state']['values'][string][string];

function given({ state }: View, id: string): Given | undefined {
  return Object.values(state.values[id] ?? {})[0];
}

/** The words of a field; empty where there are none. */
export function wordsOf(view: View, id: string): string {
  return given(view, id)?.value?.trim() ?? '';
}

/** What was chosen of several. */
export function chosenOf(view: View, id: string): string | undefined {
  return given(view, id)?.selected_option?.value;
}

/** All that was chosen. */
export function allChosenOf(view: View, id: string): string[] {
  return (given(view, id)?.selected_options ?? []).map(({ value }) => value);
}

/** A date, such as 2026-12-01. */
export function dateOf(view: View, id: string): string | undefined {
  return given(view, id)?.selected_date ?? undefined;
}

/** A time of day, such as 09:00. */
export function timeOf(view: View, id: string): string | undefined {
  return given(view, id)?.selected_time ?? undefined;
}

/** An instant. */
export function instantOfField(view: View, id: string): string | undefined {
  const seconds = given(view, id)?.selected_date_time;
  return seconds ? new Date(seconds * 1000).toISOString() : undefined;
}

/** What tells one filling of a form from another: it is done only when it was shown just so. */
export function sealOf(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32);
}
