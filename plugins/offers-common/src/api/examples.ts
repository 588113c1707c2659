import { ProblemCode, problemTable } from '../problemTable';
import { JsonObject } from './components';
import { exampleOf } from './exampleOf';

const PLACE = '#/components/examples/';

/** The examples of refusals, by code, for the answers of an operation. */
export function problemExamples(codes: readonly ProblemCode[]): JsonObject {
  return Object.fromEntries(codes.map(code => [code, { $ref: `${PLACE}${nameOf(code)}` }]));
}

/**
 * The document with an example of everything that is sent and answered: each stands once, among the
 * components, as its schema does. A field says its own by `.meta({ example })`; what the common ones look
 * like is known to `exampleOf`.
 */
export function withExamples(document: JsonObject): JsonObject {
  const components = asObject(document.components);
  const schemas = asObject(components.schemas);
  const found: JsonObject = Object.fromEntries(
    Object.entries(problemTable).map(([code, [, message]]) => [
      nameOf(code),
      { value: { error: { name: 'Refusal', message, code } } },
    ]),
  );
  const exemplified = (content: JsonObject): JsonObject => {
    if (content.examples) return content;
    const value = exampleOf(content.schema, schemas);
    const name = asObject(content.schema).$ref;
    if (typeof name !== 'string') return { ...content, example: value };
    const component = name.replace(/^.*\//, '');
    found[component] = { value };
    return { ...content, examples: { [component]: { $ref: `${PLACE}${component}` } } };
  };
  const paths = mapValues(asObject(document.paths), methods =>
    mapValues(asObject(methods), operation =>
      operationWith(asObject(operation), exemplified, schemas),
    ),
  );
  const examples = Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...document, paths, components: { ...components, examples } };
}

function operationWith(
  operation: JsonObject,
  exemplified: (content: JsonObject) => JsonObject,
  schemas: JsonObject,
): JsonObject {
  const media = (holder: unknown) => ({
    ...asObject(holder),
    content: mapValues(asObject(asObject(holder).content), content =>
      exemplified(asObject(content)),
    ),
  });
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  return {
    ...operation,
    parameters: parameters.map(parameter => ({
      ...parameter,
      example: parameter.example ?? exampleOf(parameter.schema, schemas, parameter.name),
    })),
    ...(operation.requestBody ? { requestBody: media(operation.requestBody) } : {}),
    responses: mapValues(asObject(operation.responses), media),
  };
}

function nameOf(code: string): string {
  return `problem-${code}`;
}

function mapValues(record: JsonObject, change: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
