import { z } from 'zod';
import { plainRemedy } from './plainRemedy';
import { problemCodes } from './problemTable';

/** One field that is not right, and what to do. @public */
export const fieldProblemSchema = z
  .strictObject({ field: z.string(), remedy: z.string() })
  .meta({ id: 'FieldProblem' });

/** A refusal: stable code, sentence, and the fields to mend. @public */
export const problemSchema = z
  .object({
    error: z.object({
      name: z.string(),
      message: z.string(),
      code: z.enum(problemCodes).optional(),
      fields: z.array(fieldProblemSchema).optional(),
    }),
  })
  .meta({ id: 'Problem' });

/** A refusal as it travels. @public */
export type Problem = z.infer<typeof problemSchema>;

/** A field that is not right, and what to do. @public */
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

const UNKNOWN_FIELD = 'Leave it out: there is no such field here';

/** The fields of a failed parse as field problems; at most 20 of them. @public */
export function fieldProblems(error: z.ZodError, prefix = ''): FieldProblem[] {
  return error.issues
    .slice(0, 20)
    .flatMap(issue => {
      const path = [...(prefix ? [prefix] : []), ...issue.path.map(String)];
      // A field that nobody knows is named itself, and not what it stands in.
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map(key => ({ field: [...path, key].join('.'), remedy: UNKNOWN_FIELD }))
        : [{ field: path.join('.') || 'body', remedy: plainRemedy(issue) }];
    })
    .slice(0, 20);
}
