import type { Knex } from 'knex';
import { Connection, Value } from '../database/Database';
import { planned, rowsOf, Statement } from '../database/statements';
import { CatalogueSearch } from './search';

/** How many statements are kept; an organisation asks in fewer shapes than that, and each takes some kilobytes. */
const MOST = 500;

/** A statement whose values have names; what has none is a part of the shape. */
interface Shape extends Statement {
  bindings: readonly Value[];
}

/**
 * The statements of lists by the shape of their search: how many readers, which filters, which order. Knex builds
 * each once. To build one for each request took more of the processor's time than all else that a list does.
 */
export class Shapes {
  private readonly kept = new Map<string, Shape>();

  /**
   * The rows that a statement gives.
   *
   * @param id - what tells the statement from others that are built for the same search
   * @param build - builds it, for a search whose values are names; may look at no value that has one
   */
  async rows<Row extends object>(
    knex: Connection,
    id: string,
    { search, values, shape }: Named,
    build: (search: CatalogueSearch) => Knex.QueryBuilder,
  ): Promise<Row[]> {
    const key = shape === undefined ? undefined : `${knex.client.config.client} ${id} ${shape}`;
    const { bindings, sql, name } = this.shapeFor(key, () => build(search));
    return rowsOf<Row>(
      knex,
      { sql, name },
      bindings.map(value => values.get(value) ?? value),
    );
  }

  private shapeFor(key: string | undefined, build: () => Knex.QueryBuilder): Shape {
    if (key === undefined) return shapeOf(build());
    const known = this.kept.get(key);
    if (known) return known;
    const built = shapeOf(build());
    const shape = { ...built, ...planned(built.sql) };
    if (this.kept.size >= MOST) this.kept.clear();
    this.kept.set(key, shape);
    return shape;
  }
}

function shapeOf(query: Knex.QueryBuilder): Shape {
  const { sql, bindings } = query.toSQL();
  return {
    sql,
    bindings: bindings.map(value => (typeof value === 'number' ? value : String(value))),
  };
}

/** A search with names in place of its values, and the values by name. */
export interface Named {
  search: CatalogueSearch;
  values: Map<Value, Value>;
  /** what is alike in all searches of one statement; undefined where each has a statement of its own */
  shape: string | undefined;
}

/** No value of a request can have this form. */
const NAME = '\0';

/** A name of a value. */
export const nameOf = (title: string) => NAME + title;

/** Whether a value stands for another. */
export const isName = (value: string) => value.startsWith(NAME);

/** Names the values of a search, but for those of which there are few: they stand in the statement. */
export function named(search: CatalogueSearch): Named {
  const values = new Map<Value, Value>();
  // Words and who may find them become one value of a notation of its own, so each search is a statement of its own.
  if (search.words) return { search, values, shape: undefined };
  const name = (title: string, value: Value): string => {
    values.set(nameOf(title), value);
    return nameOf(title);
  };
  const each = (title: string, of: readonly string[]) =>
    of.map((value, index) => name(`${title} ${index}`, value));
  const { readers, principals, filters, policy } = search;
  const { categories, owner, provider, entity, currency, ...rest } = filters;
  const one = (title: string, value: string | undefined) => value && name(title, value);
  const shown = {
    readers: each('reader', readers),
    principals: each('principal', principals),
    filters: {
      ...rest,
      ...(categories ? { categories: each('category', categories) } : {}),
      owner: one('owner', owner),
      provider: one('provider', provider),
      entity: one('entity', entity),
      currency: one('currency', currency),
    },
  };
  return {
    search: { ...search, ...shown, at: name('at', search.at), lot: name('lot', search.lot) },
    values,
    // What a policy leaves on a condition differs from person to person.
    shape: policy === 'all' ? JSON.stringify(shown) : undefined,
  };
}
