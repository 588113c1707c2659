import type { FieldProblem } from '../problems';
import type { ProblemCode } from '../problemTable';

/** An answer that refuses: its status, stable code, sentence and fields. @public */
export class OffersProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode | undefined,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'OffersProblem';
  }
}
