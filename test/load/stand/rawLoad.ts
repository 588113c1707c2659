import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { worldOffer } from '../seed/world';

/** Rows of one statement: SQLite binds 32,766 values at most. */
const AT_ONCE = 500;

/** A row as a listing holds it, with what an offer says. */
interface Row {
  reader: string;
  sort_key: string;
  category: string;
  interaction: string;
  owner: string;
  starts_at: string;
  ends_at: string;
  content: string;
}

/** The table that rows are loaded into, by the key of a listing. */
export async function createLoadTable(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable('ceiling_listed')) return;
  await knex.schema.createTable('ceiling_listed', table => {
    table.string('offer_id', 36).notNullable();
    for (const column of ['reader', 'sort_key', 'category', 'interaction', 'owner']) {
      table.string(column, 255).notNullable();
    }
    table.string('starts_at', 24).notNullable();
    table.string('ends_at', 24).notNullable();
    table.text('content').notNullable();
    table.primary(['reader', 'category', 'sort_key', 'offer_id']);
  });
}

const made: Row[] = [];

function rowsToLoad(count: number): Row[] {
  while (made.length < count) {
    const { audience, category, interaction, owner, content } = worldOffer(made.length);
    made.push({
      reader: audience[0] ?? '',
      sort_key: content.information.title.toLowerCase(),
      category,
      interaction,
      owner,
      starts_at: '2026-01-01T00:00:00.000Z',
      ends_at: '9999-12-31T23:59:59.999Z',
      content: JSON.stringify(content),
    });
  }
  return made.slice(0, count);
}

/** Loads as many rows of the size of an imported offer as fast as plain inserts do: nothing checked, told or found. */
export async function loadRaw(knex: Knex, count: number): Promise<void> {
  const rows = rowsToLoad(count);
  await knex.transaction(async tx => {
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const some = rows.slice(start, start + AT_ONCE);
      await tx('ceiling_listed').insert(some.map(row => ({ offer_id: randomUUID(), ...row })));
    }
  });
}
