import Ajv, { ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { hashJson } from '../content/contentHash';
import { Json } from '../content/json';

type Schema = Record<string, Json>;

/** A schema takes milliseconds to compile, and lists of offers ask for the same ones again and again. */
const REMEMBERED = 1_000;
const faults = new Map<string, string>();

let shared: Ajv | undefined;

/** Made once: its own schemas take longer to compile than everything that it then checks. */
function validator(): Ajv {
  shared ??= addFormats(new Ajv({ strict: false, logger: false }));
  return shared;
}

/**
 * Why a schema cannot be used, or undefined when it can.
 * @param schema - within the limits of options: compiling recurses
 */
export function schemaFault(schema: Schema): string | undefined {
  const key = keyOf(schema);
  const known = faults.get(key) ?? compileFault(withoutDialect(schema)) ?? '';
  faults.delete(key);
  faults.set(key, known);
  const [oldest] = faults.keys();
  if (faults.size > REMEMBERED && oldest !== undefined) faults.delete(oldest);
  return known || undefined;
}

/** A schema itself, or its hash where it is long: what is remembered stays small. */
function keyOf(schema: Schema): string {
  const text = JSON.stringify(schema);
  return text.length > 1_000 ? hashJson(text) : text;
}

function compileFault(schema: Schema): string | undefined {
  const ajv = validator();
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown fault';
  } finally {
    // the validator would keep every schema that it has ever seen
    ajv.removeSchema(schema);
  }
}

/** Why a value does not satisfy a schema that is known to be sound, or undefined when it does. */
export function valueFault(schema: Schema, value: Json): string | undefined {
  const ajv = validator();
  const own = withoutDialect(schema);
  try {
    return ajv.validate(own, value) ? undefined : ajv.errorsText(ajv.errors, { dataVar: 'value' });
  } finally {
    ajv.removeSchema(own);
  }
}

const isMissing = (error: ErrorObject | undefined) => error?.params.missingProperty !== undefined;

/** A part of a JSON pointer (RFC 6901) as it is named. */
const unescaped = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** Where a value does not satisfy a schema that is known to be sound, and why; undefined when it does. */
export function valueProblem(
  schema: Schema,
  value: Json,
): { path: string[]; message: string } | undefined {
  const ajv = validator();
  const own = withoutDialect(schema);
  try {
    if (ajv.validate(own, value)) return undefined;
    const [error] = ajv.errors ?? [];
    const path = (error?.instancePath ?? '').split('/').slice(1).map(unescaped);
    const named: unknown = error?.params.missingProperty ?? error?.params.additionalProperty;
    return {
      path: typeof named === 'string' ? [...path, named] : path,
      message: isMissing(error) ? 'Choose a value' : `It ${error?.message ?? 'does not fit'}`,
    };
  } finally {
    ajv.removeSchema(own);
  }
}

/** Draft-04 to 07 and later share the vocabulary that the limits leave; the dialect's own address is not fetched. */
function withoutDialect({ $schema: _dialect, ...schema }: Schema): Schema {
  return schema;
}
