import { z } from 'zod';
import { problemSchema } from '../problems';
import { openApiDocument } from './openapi';
import { Operation } from './operation';
import { operations } from './operations';

interface Media {
  example?: unknown;
  examples?: Record<string, { $ref: string }>;
}
interface Documented {
  parameters: { name: string; in: string; example?: unknown }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content: Record<string, Media> }>;
}

const document: {
  paths: Record<string, Record<string, Documented>>;
  components: { examples: Record<string, { value: unknown }> };
} = JSON.parse(JSON.stringify(openApiDocument()));

/** The examples of a media type, those among the components looked up. */
function examplesOf(content: Record<string, Media> | undefined): unknown[] {
  const { example, examples } = Object.values(content ?? {})[0] ?? {};
  return [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples ?? {}).map(
      ({ $ref }) => document.components.examples[$ref.replace(/^.*\//, '')]?.value,
    ),
  ];
}

/** What a schema says of an example; an operation without the schema has nothing to say. */
function faultsOf(schema: z.ZodType | undefined, value: unknown): unknown[] {
  return (
    schema?.safeParse(value).error?.issues.map(({ path, message }) => ({ path, message })) ?? []
  );
}

const all = Object.entries<Operation>(operations).map(([id, definition]) => {
  const path = definition.path.replace(/:(\w+)/g, '{$1}');
  return [id, definition, document.paths[path]?.[definition.method]] as const;
});

describe.each(all)('the examples of %s', (_id, definition, documented) => {
  test('there is one of what is sent and of what is answered, and a refusal of each kind', () => {
    const answered = Object.values(documented?.responses ?? {});
    expect(answered.length).toBeGreaterThan(3);
    expect(answered.filter(({ content }) => examplesOf(content).length === 0)).toEqual([]);
    expect(examplesOf(documented?.requestBody?.content)).toHaveLength(definition.body ? 1 : 0);
    expect(documented?.parameters.filter(({ example }) => example === undefined)).toEqual([]);
  });

  // Where this fails, give the field that is named an example: `.meta({ example: … })`.
  test('each is what its own schema asks for', () => {
    const [body] = examplesOf(documented?.requestBody?.content);
    const [answer] = examplesOf(documented?.responses[String(definition.status)]?.content);
    const parameters = (place: string) =>
      Object.fromEntries(
        (documented?.parameters ?? [])
          .filter(parameter => parameter.in === place)
          .map(({ name, example }) => [name, example]),
      );
    expect({
      body: faultsOf(definition.body, body),
      answer: faultsOf(definition.response, answer),
      path: faultsOf(definition.params, parameters('path')),
      query: faultsOf(definition.query, parameters('query')),
    }).toEqual({ body: [], answer: [], path: [], query: [] });
    const refusals = Object.entries(documented?.responses ?? {})
      .filter(([status]) => status >= '400')
      .flatMap(([, { content }]) => examplesOf(content));
    expect(refusals.flatMap(refusal => faultsOf(problemSchema, refusal))).toEqual([]);
  });
});
