import { z } from 'zod';
import { problemSchema } from '../problems';
import { ProblemCode, problemTable } from '../problemTable';
import { Components, JsonObject } from './components';
import { problemExamples, withExamples } from './examples';
import { NDJSON, Operation } from './operation';
import { operations } from './operations';

/**
 * The OpenAPI 3.1 document of the API, made from the schemas; served at `/api/offers/openapi.json`.
 * @public
 */
export function openApiDocument(): JsonObject {
  const components = new Components();
  const paths: Record<string, JsonObject> = {};
  for (const [id, definition] of Object.entries(operations)) {
    const path = definition.path.replace(/:(\w+)/g, '{$1}');
    const documented = operationDocument(id, definition, components);
    paths[path] = { ...paths[path], [definition.method]: documented };
  }
  const document = components.settled({
    openapi: '3.1.0',
    info: {
      title: 'offers',
      version: '1',
      description: 'Service Offers: define, implement, publish and browse.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/offers' }],
    security: [{ backstage: [] }],
    paths,
    components: {
      securitySchemes: { backstage: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });
  return withExamples(document);
}

function operationDocument(id: string, definition: Operation, components: Components): JsonObject {
  const { summary, tag, body, status } = definition;
  return {
    operationId: id,
    summary,
    tags: [tag],
    parameters: [
      ...parameters(definition.params, 'path', components),
      ...parameters(definition.query, 'query', components),
      ...headerParameters(definition),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: components.reference(body, 'input') } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: summary,
        content: answerContent(definition, components),
      },
      ...problemResponses(definition, components),
    },
  };
}

/** What an answer is made of; of a stream the schema describes each line. */
function answerContent({ stream, response }: Operation, components: Components): JsonObject {
  const schema = components.reference(response, 'output');
  return { [stream ? NDJSON : 'application/json']: { schema } };
}

function parameters(
  schema: z.ZodObject | undefined,
  place: 'path' | 'query',
  components: Components,
): JsonObject[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    // zod types the fields of an unknown object as its core type; every field here is a full schema
    const type = field as z.ZodType;
    const description = type.description;
    return {
      name,
      in: place,
      required: place === 'path' || !type.safeParse(undefined).success,
      ...(description ? { description } : {}),
      schema: components.reference(type, 'input'),
    };
  });
}

function headerParameters({ idempotent, ifMatch, method }: Operation): JsonObject[] {
  const header = (
    name: string,
    required: boolean,
    description: string,
    schema: JsonObject,
    example: string,
  ) => ({
    name,
    in: 'header',
    required,
    description,
    schema,
    example,
  });
  return [
    ...(idempotent
      ? [
          header(
            'Idempotency-Key',
            true,
            'The same key gives the same answer, once done',
            { type: 'string', minLength: 1, maxLength: 255 },
            '5b0f7d0e-8c1b-4a53-9f62-2f4d3c1a9e10',
          ),
        ]
      : []),
    ...(ifMatch
      ? [
          header(
            'If-Match',
            true,
            'The revision that was read, in quotes',
            { type: 'string', pattern: '^"\\d+"$' },
            '"3"',
          ),
        ]
      : []),
    ...(method === 'get'
      ? []
      : [
          header(
            'X-Offers-Surface',
            false,
            'Where the person acts; kept in the audit log',
            { type: 'string', enum: ['portal', 'slack', 'api'] },
            'api',
          ),
        ]),
  ];
}

/** What every operation may answer: to what it cannot read, to nobody, and to a token of the wrong kind. */
const EVERYWHERE: readonly ProblemCode[] = ['invalid-input', 'not-signed-in', 'not-allowed'];

function problemResponses(definition: Operation, components: Components): JsonObject {
  const byStatus = new Map<number, ProblemCode[]>();
  const codes = [
    ...EVERYWHERE,
    ...definition.problems,
    ...(definition.idempotent
      ? (['idempotency-key-missing', 'idempotency-key-reused'] as const)
      : []),
    ...(definition.ifMatch ? (['version-missing', 'conflict'] as const) : []),
    'unavailable' as const,
  ];
  for (const code of new Set(codes)) {
    const [status] = problemTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, own]) => [
      status,
      {
        description: own.map(code => `${code}: ${problemTable[code][1]}`).join('\n'),
        content: {
          'application/json': {
            schema: components.reference(problemSchema, 'output'),
            examples: problemExamples(own),
          },
        },
      },
    ]),
  );
}
