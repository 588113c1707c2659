import { DatabaseService, resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const TABLE = 'slack_bot_used_assertions';
const PACKAGE = '@offerdesk/backstage-plugin-auth-backend-module-slack-bot-provider';

// Replicas purge by their own clocks. A row outlives the assertion by far more than those can
// differ, so that a fast replica never forgets what a slow one would still accept.
const KEEP_AFTER_EXPIRY_MS = 10 * 60 * 1000;
// More than one sign-in can leave behind, so that the table shrinks again after a busy hour.
const PURGE_BATCH = 100;

/** What the store remembers of an assertion. */
export type UsedAssertion = { jti: string; expiresAt: Date };

/**
 * Brings the tables of this module up to date in the database that it shares with the auth
 * plugin; the migrations table has a name of its own, so that neither sees the other's.
 */
export async function migrateUsedAssertions(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) await knex.migrate.latest(migrationsOfThisModule());
  return knex;
}

/** Where the migrations of this module are, and how knex keeps account of them. */
export function migrationsOfThisModule(): Knex.MigratorConfig {
  return {
    directory: resolvePackagePath(PACKAGE, 'migrations'),
    tableName: 'auth_module_slack_bot_provider__knex_migrations',
    // In the middle of an upgrade a replica may start anew beside what a later release has added.
    disableMigrationsListValidation: true,
  };
}

/**
 * Remembers that an assertion was used. The primary key decides, so of any number of requests on
 * any number of replicas exactly one is the first.
 *
 * @returns whether this was the first use
 */
export async function rememberAssertion(knex: Knex, used: UsedAssertion): Promise<boolean> {
  const forgetAfter = new Date(used.expiresAt.getTime() + KEEP_AFTER_EXPIRY_MS);
  const inserted = await knex(TABLE)
    .insert({ jti: used.jti, forget_after: forgetAfter.toISOString() })
    .onConflict('jti')
    .ignore()
    .returning('jti');
  return inserted.length === 1;
}

/**
 * Forgets assertions that can no longer be accepted, {@link PURGE_BATCH} at most a call.
 *
 * @param now - the present instant
 */
export async function forgetExpiredAssertions(knex: Knex, now: Date): Promise<void> {
  const expired: string[] = await knex(TABLE)
    .where('forget_after', '<', now.toISOString())
    .orderBy('forget_after')
    .limit(PURGE_BATCH)
    .pluck('jti');
  if (expired.length > 0) await knex(TABLE).whereIn('jti', expired).delete();
}
