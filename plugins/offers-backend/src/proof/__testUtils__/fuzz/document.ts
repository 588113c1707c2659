import { openApiDocument } from '@offerdesk/backstage-plugin-offers-common';

/** A JSON Schema as the document writes it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}

/** An operation as the document describes it. */
export interface Documented {
  id: string;
  method: string;
  /** with `{name}` parameters */
  path: string;
  parameters: {
    name: string;
    in: 'path' | 'query' | 'header';
    required: boolean;
    schema: Schema;
  }[];
  body: Schema | undefined;
  statuses: number[];
}

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters: Documented['parameters'];
        requestBody?: { content: { 'application/json': { schema: Schema } } };
        responses: Record<string, unknown>;
      }
    >
  >;
  components: { schemas: Record<string, Schema> };
}

// As it travels: what reads it has JSON, and nothing of zod.
const document: Document = JSON.parse(JSON.stringify(openApiDocument()));

/** Every operation of the document. */
export const documented: readonly Documented[] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId, parameters, requestBody, responses }]) => ({
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters,
        body: requestBody?.content['application/json'].schema,
        statuses: Object.keys(responses).map(Number),
      }),
    ),
);

/** The methods that the document has for a path. */
export function methodsOf(path: string): string[] {
  return Object.keys(document.paths[path] ?? {}).map(method => method.toUpperCase());
}

/** The name of the component that a schema refers to. */
export function componentOf({ $ref }: Schema): string | undefined {
  return $ref?.replace(/^.*\//, '');
}

/** The schema of a component. */
export function component(name: string): Schema {
  const schema = document.components.schemas[name];
  if (!schema) throw new Error(`The document refers to ${name} and does not have it`);
  return schema;
}
