import { set, type FieldErrors, type FieldValues, type Resolver } from 'react-hook-form';

/** What a schema says of a value; the shape that zod answers with. */
export interface Schema<Out> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: Out }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

/**
 * Lets a form be checked by a schema of offers-common, so that the form and the API cannot disagree.
 *
 * @param schema - what the API expects
 * @param toInput - turns what the form holds into what the schema reads; paths must stay the same
 */
export function schemaResolver<Form extends FieldValues, Out extends FieldValues>(
  schema: Schema<Out>,
  toInput: (values: Form) => unknown = values => values,
): Resolver<Form, unknown, Out> {
  return values => {
    const parsed = schema.safeParse(toInput(values));
    if (parsed.success) return { values: parsed.data, errors: {} };
    const errors: FieldErrors<Form> = {};
    for (const { path, message } of parsed.error.issues) {
      set(errors, path.map(String).join('.') || 'root', { type: 'schema', message });
    }
    return { values: {}, errors };
  };
}
