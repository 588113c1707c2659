import { isJsonObject, Json, jsonFault } from '../content/json';
import { Options } from '../content/options';
import { patternFault } from './pattern';
import { schemaFault, valueFault } from './validator';

/** The limits of options; beyond them they are refused, so that a check ends in bounded time. @public */
export const optionLimits = {
  depth: 12,
  nodes: 5_000,
  bytes: 200_000,
  options: 100,
  /** characters of a fixed value whose schema has a pattern or format */
  matched: 200,
} as const;

/** What reaches outside the schema, names patterns as keys, or makes a check answer later. */
const REFUSED_KEYWORDS = new Set([
  '$async',
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  '$id',
  'id',
  'patternProperties',
]);

/** Keywords whose keys are names of the consumer's own choice, not keywords. */
const NAMED_MAPS = new Set([
  'properties',
  'definitions',
  '$defs',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
]);

/** Keywords whose value is data, not a schema. */
const DATA = new Set(['enum', 'const', 'default', 'examples']);

/**
 * What is wrong with the options of an offer, in sentences that say what to do; empty when they are sound.
 *
 * Refused: references (a schema must stand alone), patterns that could take long to match (see
 * `patternFault`), more than 100 options (Slack's limit of options is 100), and excess depth or
 * size. The fixed values must satisfy the schema of the option they fix, where it has one.
 * @public
 */
export function optionProblems({ schema, fixed }: Pick<Options, 'schema' | 'fixed'>): string[] {
  const unbounded =
    sizeProblem('The option schema', schema) ?? sizeProblem('The fixed values', fixed);
  if (unbounded) return [unbounded];
  const structural = structuralProblems(schema);
  if (structural.length > 0) return structural;
  const fault = schemaFault(schema);
  return fault
    ? [`The option schema is not valid: ${fault}. Mend it at the place named.`]
    : fixedProblems(schema, fixed);
}

/** Measured first and without recursion: the steps that follow recurse and write the value out. */
function sizeProblem(what: string, value: Record<string, Json>): string | undefined {
  const fault = jsonFault(value, optionLimits);
  if (fault) return `${what} cannot be used: ${fault}. Make it flatter or smaller.`;
  return JSON.stringify(value).length > optionLimits.bytes
    ? `${what} cannot be used: it is larger than ${optionLimits.bytes} characters. Make it smaller.`
    : undefined;
}

function structuralProblems(schema: Record<string, Json>): string[] {
  if (schema.type !== 'object') return ['The option schema must have "type": "object".'];
  const properties = schema.properties;
  if (isJsonObject(properties) && Object.keys(properties).length > optionLimits.options) {
    return [`An offer asks for at most ${optionLimits.options} options; join or drop some.`];
  }
  return schemaProblems(schema, '', false);
}

/** The first fault of a schema and of the schemas in it; `named` maps hold names, not keywords. */
function schemaProblems(node: Json, path: string, named: boolean): string[] {
  if (Array.isArray(node)) {
    return firstOf(node.map((item, index) => [`${path}/${index}`, item, false]));
  }
  if (!isJsonObject(node)) return [];
  const own = named ? undefined : keywordProblem(node, path || 'its root');
  return own ? [own] : firstOf(childrenOf(node, path, named));
}

function keywordProblem(node: Record<string, Json>, place: string): string | undefined {
  const refused = Object.keys(node).find(key => REFUSED_KEYWORDS.has(key));
  if (refused) {
    return `The option schema uses ${refused} at ${place}; write the schema out in place.`;
  }
  const fault = typeof node.pattern === 'string' ? patternFault(node.pattern) : undefined;
  return fault && `The pattern at ${place} cannot be used: ${fault}.`;
}

type Child = [path: string, node: Json, named: boolean];

function childrenOf(node: Record<string, Json>, path: string, named: boolean): Child[] {
  return Object.entries(node)
    .filter(([key]) => named || !DATA.has(key))
    .map(([key, value]) => [`${path}/${key}`, value, !named && NAMED_MAPS.has(key)]);
}

function firstOf(children: readonly Child[]): string[] {
  for (const [path, node, named] of children) {
    const problems = schemaProblems(node, path, named);
    if (problems.length > 0) return problems;
  }
  return [];
}

function fixedProblems(schema: Record<string, Json>, fixed: Record<string, Json>): string[] {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  return Object.entries(fixed).flatMap(([name, value]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!isJsonObject(own)) return [];
    if (isTooLongToMatch(own, value)) {
      return [
        `The fixed value of ${name} has more than ${optionLimits.matched} characters, too many to match its pattern or format; shorten it, or take the pattern or format out.`,
      ];
    }
    const fault = valueFault(own, value);
    return fault ? [`The fixed value of ${name} ${fault}; correct it.`] : [];
  });
}

function isTooLongToMatch(schema: Record<string, Json>, value: Json): boolean {
  return (
    /"(?:pattern|format)"/.test(JSON.stringify(schema)) &&
    JSON.stringify(value).length > optionLimits.matched
  );
}
