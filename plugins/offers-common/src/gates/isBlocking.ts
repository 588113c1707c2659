import type { Criterion } from './gate';

/** Whether a criterion stops the plan: missing, and nothing milder follows from it. @public */
export function isBlocking({
  state,
  consequence,
}: Pick<Criterion, 'state' | 'consequence'>): boolean {
  return state === 'missing' && consequence === undefined;
}
