/** What of a criterion says whether it stops a plan. @public */
export interface Judged {
  state: 'met' | 'missing' | 'waived';
  /** what follows where it is missing, when that is milder than to stop the plan */
  consequence?: string | undefined;
}

/** Whether a criterion stops the plan: missing, and nothing milder follows from it. @public */
export function isBlocking({ state, consequence }: Judged): boolean {
  return state === 'missing' && consequence === undefined;
}
