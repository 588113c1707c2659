import { CustomErrorBase } from '@backstage/errors';
import { FieldProblem, ProblemCode, problemTable } from '@offerdesk/backstage-plugin-offers-common';

/** A refusal: a stable code with the sentence that tells the person what to do. */
export class Refusal extends CustomErrorBase {
  override name = 'Refusal' as const;

  constructor(
    readonly code: ProblemCode,
    options: { message?: string; fields?: FieldProblem[] } = {},
  ) {
    super(options.message ?? problemTable[code][1]);
    this.fields = options.fields ?? [];
  }

  readonly fields: FieldProblem[];

  /** HTTP status of the refusal. */
  get status(): number {
    return problemTable[this.code][0];
  }
}

/** The value, or the refusal that nothing is there: the same for what is missing and what is hidden (rule 1). */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Refusal('not-found');
  return value;
}
