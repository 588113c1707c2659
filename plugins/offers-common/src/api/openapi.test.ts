import { openApiDocument } from './openapi';
import { operations } from './operations';

type JsonObject = Record<string, unknown>;

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  paths: Record<string, Record<string, JsonObject>>;
  components: { schemas: Record<string, JsonObject> };
};

function refsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

const documented = Object.values(document.paths).flatMap(path => Object.values(path));
const names = Object.keys(document.components.schemas);

describe('the OpenAPI document', () => {
  test('documents each operation once, under its id', () => {
    const ids = documented.map(({ operationId }) => operationId);
    expect(ids.sort()).toEqual(Object.keys(operations).sort());
  });

  test.each(documented.map(operation => [String(operation.operationId), operation] as const))(
    '%s has a summary, a tag, parameters with a schema and answers',
    (_id, operation) => {
      expect(operation.summary).toMatch(/^[A-Z].{5,}/);
      expect(operation.tags).toHaveLength(1);
      for (const parameter of operation.parameters as JsonObject[]) {
        expect(parameter).toEqual(
          expect.objectContaining({ name: expect.any(String), schema: expect.any(Object) }),
        );
      }
      expect(Object.keys(operation.responses as JsonObject)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^20[01]$/), '503']),
      );
    },
  );

  test.each(documented.map(operation => [String(operation.operationId), operation] as const))(
    '%s documents what every operation may answer',
    (_id, operation) => {
      expect(Object.keys(operation.responses as JsonObject)).toEqual(
        expect.arrayContaining(['400', '401', '403', '503']),
      );
    },
  );

  test('names every parameter of a path, and no other', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(methods)) {
        const named = (operation.parameters as JsonObject[])
          .filter(parameter => parameter.in === 'path')
          .map(parameter => parameter.name);
        expect(named).toEqual(inPath);
      }
    }
  });

  test('has no reference that leads nowhere, and no schema that nobody refers to', () => {
    const targets = new Set(
      refsIn(document).filter(ref => ref.startsWith('#/components/schemas/')),
    );
    expect([...targets].sort()).toEqual(names.map(name => `#/components/schemas/${name}`).sort());
  });

  test('has no name made by a tool, and no two names for one schema', () => {
    expect(names.filter(name => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
    const pairs = names.filter(name => names.includes(`${name}Input`));
    expect(pairs).toContain('Content');
    for (const name of pairs) {
      const { schemas } = document.components;
      const plain = (schema: unknown) => JSON.stringify(schema);
      expect(plain(schemas[`${name}Input`])).not.toBe(plain(schemas[name]));
    }
  });

  test('leaves what has a default to the sender, and promises it in the answer', () => {
    const { Audience, AudienceInput } = document.components.schemas;
    expect(AudienceInput?.required).toBeUndefined();
    expect(Audience?.required).toEqual(['allow', 'deny']);
  });
});
