import { Knex } from 'knex';

/** What replicas that do not know of a change have to get along with, by table. */
export type Shape = Record<string, TableShape>;

/** A table as those see it who read and write it. */
export interface TableShape {
  /** by name: the type, with `not null` where it is */
  columns: Record<string, { type: string; hasDefault: boolean }>;
  /** what a row has to obey: unique keys, checks, references */
  rules: string[];
  /** tables of which no row can be deleted while one here names it */
  holds: string[];
}

interface Column {
  table: string;
  name: string;
  type: string;
  default: string | null;
}

/** The shape of a PostgreSQL database, but for what belongs to knex. */
export async function shapeOf(knex: Knex): Promise<Shape> {
  const columns: Column[] = await knex('information_schema.columns')
    .whereRaw("table_schema = current_schema() and table_name not like 'knex_migrations%'")
    .select({ table: 'table_name', name: 'column_name', default: 'column_default' })
    .select(
      knex.raw(
        `data_type || coalesce('(' || character_maximum_length || ')', '') || case is_nullable when 'NO' then ' not null' else '' end as type`,
      ),
    );
  const keys: { table: string; rule: string }[] = await knex('pg_indexes')
    .whereRaw("schemaname = current_schema() and indexdef like 'CREATE UNIQUE%'")
    .select({ table: 'tablename', rule: 'indexdef' });
  const { rows } = await knex.raw<{ rows: { table: string; rule: string; held: string | null }[] }>(
    `select c.relname as "table", pg_get_constraintdef(k.oid) as rule,
       case when k.confdeltype in ('a', 'r') then held.relname end as held
     from pg_constraint as k join pg_class as c on c.oid = k.conrelid left join pg_class as held on held.oid = k.confrelid
     where k.contype in ('c', 'f', 'x') and c.relnamespace = current_schema()::regnamespace`,
  );
  const shape: Shape = {};
  for (const { table, name, type, default: given } of columns) {
    const known = (shape[table] ??= { columns: {}, rules: [], holds: [] });
    known.columns[name] = { type, hasDefault: given !== null };
  }
  for (const { table, rule } of [...keys, ...rows]) shape[table]?.rules.push(rule);
  for (const { table, held } of rows) if (held) shape[table]?.holds.push(held);
  return shape;
}

/** Where a change is in the way of replicas that read and write by the shape before it; nothing where it only adds. */
export function inTheWay(before: Shape, after: Shape): string[] {
  return [
    ...Object.entries(before).flatMap(([table, known]) =>
      after[table] ? ofTable(table, known, after[table]) : [`${table} is gone`],
    ),
    ...Object.entries(after)
      .filter(([table]) => !before[table])
      .flatMap(([table, { holds }]) =>
        holds
          .filter(held => before[held])
          .map(held => `${table} keeps rows of ${held} from being deleted`),
      ),
  ];
}

function ofTable(table: string, before: TableShape, after: TableShape): string[] {
  return [
    ...Object.entries(before.columns).flatMap(([name, { type }]) => {
      const now = after.columns[name];
      if (!now) return [`${table}.${name} is gone`];
      return now.type === type ? [] : [`${table}.${name} was ${type} and is ${now.type}`];
    }),
    ...Object.entries(after.columns)
      .filter(([name]) => !before.columns[name])
      .filter(([, { type, hasDefault }]) => type.endsWith('not null') && !hasDefault)
      .map(([name]) => `${table}.${name} has to be given`),
    ...after.rules
      .filter(rule => !before.rules.includes(rule))
      .map(rule => `${table} asks for ${rule}`),
    ...before.rules
      .filter(rule => !after.rules.includes(rule))
      .map(rule => `${table} lacks ${rule}`),
  ];
}
