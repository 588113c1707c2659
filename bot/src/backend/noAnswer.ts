/** Portal or Slack gave no answer, or none that says whether anything was done. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('No answer came.', { cause });
    this.name = 'NoAnswer';
  }
}
