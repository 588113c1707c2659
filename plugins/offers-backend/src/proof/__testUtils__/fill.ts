import { Knex } from 'knex';
import { isPostgres, schemaOf } from './schemaOf';

const INSTANT = '2026-12-01T09:00:00.000Z';

/**
 * Puts a row into each table that the stories left empty, so that no migration runs over a table without
 * data. The row is made of the columns alone: references are not followed while it is put in.
 */
export async function fillEmptyTables(knex: Knex): Promise<string[]> {
  const filled: string[] = [];
  const { tables, parts } = await schemaOf(knex);
  for (const table of Object.keys(tables)) {
    const isVirtual = parts[table]?.some(part => /^create virtual/i.test(part)) ?? false;
    if (isVirtual || (await knex(table).first())) continue;
    await withoutReferences(knex, async connection => {
      await connection(table).insert(await aRow(connection, table));
    });
    filled.push(table);
  }
  return filled;
}

async function withoutReferences(
  knex: Knex,
  work: (connection: Knex) => Promise<void>,
): Promise<void> {
  if (!isPostgres(knex)) {
    await knex.raw('pragma foreign_keys = off');
    await work(knex);
    await knex.raw('pragma foreign_keys = on');
    return;
  }
  await knex.transaction(async tx => {
    await tx.raw('set local session_replication_role = replica');
    await work(tx);
  });
}

async function aRow(knex: Knex, table: string): Promise<Record<string, unknown>> {
  const columns = await knex(table).columnInfo();
  const made = await generated(knex, table);
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([name]) => !made.includes(name))
      .map(([name, { type, maxLength }]) => [name, valueFor(name, type, maxLength)]),
  );
}

/** Columns that the database fills by itself. */
async function generated(knex: Knex, table: string): Promise<string[]> {
  if (!isPostgres(knex)) {
    const columns: { name: string; hidden: number }[] = await knex.raw('pragma table_xinfo(??)', [
      table,
    ]);
    return columns.filter(({ hidden }) => hidden > 0).map(({ name }) => name);
  }
  const rows: { column_name: string }[] = await knex('information_schema.columns')
    .whereRaw('table_schema = current_schema()')
    .where({ table_name: table })
    .where(own => own.where('is_generated', 'ALWAYS').orWhere('is_identity', 'YES'))
    .select('column_name');
  return rows.map(({ column_name }) => column_name);
}

function valueFor(name: string, type: string, maxLength: number | string | null): unknown {
  if (/int|numeric|real|double|float/i.test(type)) return 1;
  if (/bool/i.test(type)) return true;
  const longest = Number(maxLength ?? INSTANT.length);
  // A time of day has a name of the same kind, and less room.
  if (/(_at|^at|_from|_until|^from|^until)$/.test(name)) return INSTANT.slice(0, longest);
  return Number(maxLength ?? 2) < 2 ? 'x' : '{}';
}
