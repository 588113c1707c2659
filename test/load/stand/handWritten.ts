import type { Knex } from 'knex';
import { createHash, randomUUID } from 'node:crypto';

/** The tables of the transactions that are written by hand. */
export async function createCeilingTables(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable('ceiling_state')) return;
  await knex.schema.createTable('ceiling_keys', table => {
    table.string('caller', 255).notNullable();
    table.string('key', 255).notNullable();
    table.text('response').notNullable();
    table.primary(['caller', 'key']);
  });
  await knex.schema.createTable('ceiling_state', table => {
    table.string('id', 36).primary();
    table.integer('revision').notNullable();
    table.text('content').notNullable();
    table.string('updated_by', 255).notNullable();
    table.string('updated_at', 24).notNullable();
  });
  await knex.schema.createTable('ceiling_audit', table => {
    table.integer('seq').primary();
    table.string('actor', 255).notNullable();
    table.text('change').notNullable();
    table.string('hash', 64).notNullable();
  });
  await knex.schema.createTable('ceiling_head', table => {
    table.integer('id').primary();
    table.integer('seq').notNullable();
    table.string('hash', 64).notNullable();
  });
  await knex.schema.createTable('ceiling_outbox', table => {
    table.string('id', 36).primary();
    table.string('subject', 36).notNullable();
    table.text('detail').notNullable();
    table.string('created_at', 24).notNullable();
  });
  await knex('ceiling_head').insert({ id: 1, seq: 0, hash: '' });
}

/** What is said back, and kept under the key. */
interface Written {
  id: string;
  revision: number;
  content: unknown;
}

/**
 * One change in one transaction, with as few statements as do it: key, state, audit entry, outbox row.
 *
 * @param what - `create` makes a row, `change` raises the revision of one (`id` of the body)
 */
export async function writeByHand(
  knex: Knex,
  what: string,
  caller: string,
  key: string,
  body: { id?: string; content?: unknown },
): Promise<Written> {
  const at = new Date().toISOString();
  return knex.transaction(async tx => {
    const known = await tx('ceiling_keys')
      .where({ caller, key })
      .first<{ response: string } | undefined>('response');
    if (known) return JSON.parse(known.response);
    const written =
      what === 'create' ? await create(tx, caller, at, body) : await change(tx, caller, at, body);
    await appendEntry(tx, caller, JSON.stringify({ what, id: written.id, at }));
    await tx('ceiling_outbox').insert({
      id: randomUUID(),
      subject: written.id,
      detail: JSON.stringify({ what }),
      created_at: at,
    });
    await tx('ceiling_keys').insert({ caller, key, response: JSON.stringify(written) });
    return written;
  });
}

async function create(
  tx: Knex.Transaction,
  caller: string,
  at: string,
  { content }: { content?: unknown },
): Promise<Written> {
  const id = randomUUID();
  const row = { id, revision: 1, updated_by: caller, updated_at: at };
  await tx('ceiling_state').insert({ ...row, content: JSON.stringify(content) });
  return { id, revision: 1, content };
}

async function change(
  tx: Knex.Transaction,
  caller: string,
  at: string,
  { id, content }: { id?: string; content?: unknown },
): Promise<Written> {
  const row = await tx('ceiling_state')
    .where({ id })
    .forUpdate()
    .first<{ revision: number } | undefined>('revision');
  if (!id || !row) throw new Error(`There is no row ${id}.`);
  const revision = row.revision + 1;
  await tx('ceiling_state')
    .where({ id })
    .update({ revision, content: JSON.stringify(content), updated_by: caller, updated_at: at });
  return { id, revision, content };
}

async function appendEntry(tx: Knex.Transaction, actor: string, changed: string): Promise<void> {
  const head = await tx('ceiling_head')
    .where({ id: 1 })
    .forUpdate()
    .first<{ seq: number; hash: string } | undefined>('seq', 'hash');
  const seq = (head?.seq ?? 0) + 1;
  const hash = createHash('sha256').update(`${head?.hash}${seq}${actor}${changed}`).digest('hex');
  await tx('ceiling_audit').insert({ seq, actor, change: changed, hash });
  await tx('ceiling_head').where({ id: 1 }).update({ seq, hash });
}
