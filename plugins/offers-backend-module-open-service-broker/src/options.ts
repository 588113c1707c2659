import {
  hashJson,
  isJsonObject,
  Json,
  jsonSchema,
  optionProblems,
  Options,
} from '@offerdesk/backstage-plugin-offers-common';
import { BrokerPlan, Parsed } from './catalogue';

const SCHEMA = 'schemas.service_instance.create.parameters';
const FIXED = 'metadata.fixedParameters';

/** Keywords whose value is data: an `enum` in there is nobody's list of choices. */
const DATA = new Set(['const', 'default', 'examples']);

/** How JSON writes a null character and half of a surrogate pair. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/;

/** The options of an offer, and what was mended in them. */
export interface PlanOptions {
  options: Pick<Options, 'schema' | 'fixed'>;
  notes: string[];
}

/**
 * What the consumer chooses and what the plan fixes.
 *
 * Mended, with a note: choices that stand twice (JSON Schema forbids them; real catalogues have them)
 * and draft-04's `exclusiveMinimum: true`. What is fixed is not asked as well. A schema that the product
 * cannot check in bounded time refuses the plan, since nobody could mend it here: the next import
 * would bring it again.
 */
export function planOptions(plan: BrokerPlan): Parsed<PlanOptions> {
  const parameters = plan.schemas?.service_instance?.create?.parameters ?? {};
  const fixed = plan.metadata?.fixedParameters ?? {};
  const parsed = parseJson(SCHEMA, parameters) ?? parseJson(FIXED, fixed);
  if (parsed) return { ok: false, reason: parsed };
  return isJsonObject(parameters) && isJsonObject(fixed)
    ? mendedOptions(parameters, fixed)
    : { ok: false, reason: `${SCHEMA}: not a JSON object` };
}

function parseJson(field: string, value: unknown): string | undefined {
  const parsed = jsonSchema.safeParse(value);
  if (!parsed.success) return `${field}: ${parsed.error.issues[0]?.message}`;
  return UNSTORABLE.test(JSON.stringify(value).replaceAll('\\\\', ''))
    ? `${field}: holds a null character or half a character, which databases refuse`
    : undefined;
}

function mendedOptions(
  parameters: Record<string, Json>,
  fixed: Record<string, Json>,
): Parsed<PlanOptions> {
  const notes: string[] = [];
  const { $schema: _dialect, ...whole } = mended(parameters, '', notes);
  const schema = { type: 'object', properties: {}, ...whole };
  const problem = optionProblems({ schema, fixed })[0];
  if (problem) return { ok: false, reason: `${SCHEMA}: ${problem}` };
  return { ok: true, value: { options: { schema: asked(schema, fixed), fixed }, notes } };
}

/** The schema without the options that are fixed. */
function asked(schema: Record<string, Json>, fixed: Record<string, Json>): Record<string, Json> {
  const isAsked = (name: Json) => typeof name !== 'string' || !Object.hasOwn(fixed, name);
  const { properties, required, ...rest } = schema;
  return {
    ...rest,
    properties: isJsonObject(properties)
      ? Object.fromEntries(Object.entries(properties).filter(([name]) => isAsked(name)))
      : {},
    ...(Array.isArray(required) ? { required: required.filter(isAsked) } : {}),
  };
}

/** `name` is the option that the node belongs to; recursion is safe: `jsonSchema` has bounded the depth. */
function mended(node: Record<string, Json>, name: string, notes: string[]): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(withNumericBounds(node)).map(([key, value]) => {
      if (DATA.has(key)) return [key, value];
      if (key === 'enum' && Array.isArray(value)) return [key, withoutRepeats(value, name, notes)];
      if (key === 'properties' && isJsonObject(value)) {
        return [key, mendedEach(value, notes)];
      }
      return [key, mendedChild(value, name, notes)];
    }),
  );
}

function mendedEach(properties: Record<string, Json>, notes: string[]): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, mendedChild(value, name, notes)]),
  );
}

function mendedChild(value: Json, name: string, notes: string[]): Json {
  if (Array.isArray(value)) return value.map(item => mendedChild(item, name, notes));
  return isJsonObject(value) ? mended(value, name, notes) : value;
}

function withoutRepeats(choices: Json[], name: string, notes: string[]): Json[] {
  const seen = new Map(choices.map(choice => [hashJson(choice), choice]));
  const repeats = choices.length - seen.size;
  if (repeats === 0) return choices;
  notes.push(`${name}: ${repeats} repeated ${repeats === 1 ? 'choice' : 'choices'} taken out`);
  return [...seen.values()];
}

/** Draft 04 said `minimum: 3, exclusiveMinimum: true` for what is now `exclusiveMinimum: 3`. */
function withNumericBounds(node: Record<string, Json>): Record<string, Json> {
  const bounds = [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const;
  return bounds.reduce<Record<string, Json>>((mendedNode, [bound, exclusive]) => {
    const { [bound]: limit, [exclusive]: isExclusive, ...rest } = mendedNode;
    if (typeof isExclusive !== 'boolean' || limit === undefined) return mendedNode;
    return { ...rest, [isExclusive ? exclusive : bound]: limit };
  }, node);
}
