import { Knex } from 'knex';

/** What a database says of itself: the parts of its schema, by table. */
export interface DatabaseSchema {
  /** columns as `name type`, `not null` where it is */
  tables: Record<string, string[]>;
  /** indexes and triggers by table, as the database would make them again */
  parts: Record<string, string[]>;
}

/** Tables that belong to knex or to the database itself. */
const NOT_OURS = /^(knex_migrations|sqlite_)/;

/** Reads the schema of a database of the tests. */
export async function schemaOf(knex: Knex): Promise<DatabaseSchema> {
  return isPostgres(knex) ? postgresSchema(knex) : sqliteSchema(knex);
}

/** Whether the database is PostgreSQL. */
export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).includes('pg');
}

interface Made {
  type: string;
  name: string;
  tbl_name: string;
  sql: string | null;
}

async function sqliteSchema(knex: Knex): Promise<DatabaseSchema> {
  const made: Made[] = await knex('sqlite_master').select('type', 'name', 'tbl_name', 'sql');
  const virtual = made.filter(({ sql }) => /^create virtual table/i.test(sql ?? ''));
  const isShadow = (name: string) => virtual.some(table => name.startsWith(`${table.name}_`));
  const tables = made.filter(
    ({ type, name }) => type === 'table' && !NOT_OURS.test(name) && !isShadow(name),
  );
  const schema: DatabaseSchema = { tables: {}, parts: {} };
  for (const { name, sql } of tables) {
    const columns: { name: string; type: string; notnull: number; pk: number }[] = await knex.raw(
      'pragma table_xinfo(??)',
      [name],
    );
    schema.tables[name] = columns
      .map(column =>
        `${column.name} ${column.type}${column.notnull || column.pk ? ' not null' : ''}`.trim(),
      )
      .sort();
    schema.parts[name] = [
      ...(/^create virtual/i.test(sql ?? '') ? [oneLine(sql)] : []),
      ...made
        .filter(part => part.tbl_name === name && part.type !== 'table' && part.sql)
        .map(part => oneLine(part.sql)),
    ].sort();
  }
  return schema;
}

async function postgresSchema(knex: Knex): Promise<DatabaseSchema> {
  const columns: { table: string; said: string }[] = await knex('information_schema.columns')
    .whereRaw('table_schema = current_schema()')
    .select(
      'table_name as table',
      knex.raw(
        `column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || case is_nullable when 'NO' then ' not null' else '' end as said`,
      ),
    );
  const indexes: { table: string; said: string }[] = await knex('pg_indexes')
    .whereRaw('schemaname = current_schema()')
    .select('tablename as table', 'indexdef as said');
  const triggers: { table: string; said: string }[] = await knex('pg_trigger as t')
    .join('pg_class as c', 'c.oid', 't.tgrelid')
    .whereRaw('not t.tgisinternal')
    .select('c.relname as table', knex.raw('pg_get_triggerdef(t.oid) as said'));
  const grouped = (rows: { table: string; said: string }[]) => {
    const groups: Record<string, string[]> = {};
    for (const { table, said } of rows) {
      if (!NOT_OURS.test(table)) groups[table] = [...(groups[table] ?? []), oneLine(said)].sort();
    }
    return groups;
  };
  return { tables: grouped(columns), parts: grouped([...indexes, ...triggers]) };
}

function oneLine(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
