import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { Knex } from 'knex';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const directory = resolvePackagePath('@offerdesk/backstage-plugin-offers-backend', 'migrations');

/** A lock of PostgreSQL that nobody else has a use for. */
const MAKING = 20_261_125;

/** Names the schema: another for other migrations. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(directory).sort()) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(directory, name)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

let known: string | undefined;
const schema = () => (known ??= fingerprint());

/**
 * A file of SQLite that all migrations have gone through: a test copies it in a millisecond, where the migrations take
 * a third of a second. It is kept with the other caches, and made anew when a migration changes.
 */
export async function sqliteTemplate(client: string): Promise<string> {
  const cache = resolvePackagePath(
    '@offerdesk/backstage-plugin-offers-backend',
    '../../node_modules/.cache/offerdesk',
  );
  const file = join(cache, `${client}-${schema()}.sqlite`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  // Two workers may make it at once: each makes its own, and puts it there when it is whole.
  const own = `${file}.${randomBytes(4).toString('hex')}`;
  await migrate({ client, connection: { filename: own }, useNullAsDefault: true });
  renameSync(own, file);
  return file;
}

/** Makes a database of PostgreSQL, as the migrations leave it, by copying one that went through them. */
export async function createMigrated(admin: Knex, address: string, name: string): Promise<void> {
  const template = `offers_template_${schema()}`;
  // By the files: page by page through the log, as is usual, takes PostgreSQL half as much again (108 ms of processor with
  // dropping it, and 72 ms so).
  const copy = () =>
    admin.raw('create database ?? template ?? strategy file_copy', [name, template]);
  try {
    await copy();
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
    await makeTemplate(admin, address, template);
    await copy();
  }
}

/** Whoever comes first makes it; it has its name once it is whole, since nobody may be connected to a template. */
async function makeTemplate(admin: Knex, address: string, template: string): Promise<void> {
  await admin.raw('select pg_advisory_lock(?)', [MAKING]);
  try {
    if (await admin('pg_database').where({ datname: template }).first()) return;
    const making = `${template}_making`;
    await admin.raw('drop database if exists ?? with (force)', [making]);
    await admin.raw('create database ??', [making]);
    const url = new URL(address);
    url.pathname = `/${making}`;
    await migrate({ client: 'pg', connection: url.toString() });
    await admin.raw('alter database ?? rename to ??', [making, template]);
  } finally {
    await admin.raw('select pg_advisory_unlock(?)', [MAKING]);
  }
}

async function migrate(config: Knex.Config): Promise<void> {
  const knex = knexFactory(config);
  try {
    await knex.migrate.latest({ directory });
  } finally {
    await knex.destroy();
  }
}
