import { z } from 'zod';
import { hashJson } from '../content/contentHash';

/** A JSON object of the document. @public */
export type JsonObject = Record<string, unknown>;

/** Which side of the wire a schema is for: what is sent may leave out what has a default. */
type Side = 'input' | 'output';

const PREFIX = '#/components/schemas/';

/** Collects named schemas, so that each stands in the document once. */
export class Components {
  private readonly found = new Map<string, JsonObject>();
  private readonly known = {
    input: new Map<z.ZodType, JsonObject>(),
    output: new Map<z.ZodType, JsonObject>(),
  };

  /** The schema as it stands in the document: a reference where it has an id. */
  reference(schema: z.ZodType, io: Side): JsonObject {
    // Operations share most of what they take and answer, problems above all.
    const before = this.known[io].get(schema);
    if (before) return before;
    const made = this.read(schema, io);
    this.known[io].set(schema, made);
    return made;
  }

  private read(schema: z.ZodType, io: Side): JsonObject {
    // a schema with an id comes as a reference to its own place among the definitions
    const {
      $defs,
      $schema: _dialect,
      ...own
    }: JsonObject = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io,
      unrepresentable: 'any',
      reused: 'inline',
    });
    const toComponent = (ref: string) => ref.replace(/^#\/\$defs\/(.+)$/, `${PREFIX}$1:${io}`);
    for (const [name, definition] of Object.entries(asObject($defs))) {
      this.add(`${name}:${io}`, asObject(withRefs(definition, toComponent)));
    }
    return asObject(withRefs(own, toComponent));
  }

  /**
   * The document with its components, under their final names: `X` where both sides of the wire agree
   * or only one is used, else `X` for what is answered and `XInput` for what is sent.
   */
  settled(document: JsonObject): JsonObject {
    const differing = this.differing();
    const finalName = (ref: string) =>
      ref.replace(/^(#.*\/[^:]+):(\w+)$/, (_, name: string, io: string) =>
        io === 'input' && differing.has(name.slice(PREFIX.length)) ? `${name}Input` : name,
      );
    const schemas = [...this.found].map(([key, schema]): [string, unknown] => [
      finalName(`${PREFIX}${key}`).slice(PREFIX.length),
      withRefs(schema, finalName),
    ]);
    return {
      ...asObject(withRefs(document, finalName)),
      components: {
        ...asObject(document.components),
        schemas: Object.fromEntries(schemas.sort(([a], [b]) => (a < b ? -1 : 1))),
      },
    };
  }

  /**
   * Ids whose two sides differ. All are taken as the same at first; each round parts those that differ
   * given what is known, until none is left to part. Starting so lets schemas that name themselves merge.
   */
  private differing(): ReadonlySet<string> {
    const ids = [...this.found.keys()]
      .filter(key => key.endsWith(':input'))
      .map(key => key.slice(0, -':input'.length))
      .filter(id => this.found.has(`${id}:output`));
    const apart = new Set<string>();
    for (let before = -1; before < apart.size;) {
      before = apart.size;
      for (const id of ids) if (!apart.has(id) && this.differs(id, apart)) apart.add(id);
    }
    return apart;
  }

  private differs(id: string, apart: ReadonlySet<string>): boolean {
    const asOne = (ref: string) => {
      const name = ref.slice(PREFIX.length).split(':')[0] ?? '';
      return apart.has(name) ? ref : name;
    };
    const hashOf = (io: Side) => hashJson(withRefs(this.found.get(`${id}:${io}`), asOne));
    return hashOf('input') !== hashOf('output');
  }

  private add(key: string, { id: _id, ...schema }: JsonObject): void {
    this.found.set(key, schema);
  }
}

function withRefs(value: unknown, rename: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map(item => withRefs(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? rename(inner) : withRefs(inner, rename),
    ]),
  );
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
