import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { inTheWayOf, neededFor } from './migrationNames';

const PACKAGE = '@offerdesk/backstage-plugin-offers-backend';

/** What the tables are brought up to date with. */
export interface Migrating {
  directory: string;
  /** the release that does it, such as `1.2.3` */
  release: string;
  /** waits before a step is tried again */
  pause?: () => Promise<void>;
}

/**
 * A statement that waits for a table lets everybody wait who comes after it: a step of a migration gives up after two
 * seconds, lets them go first, and is tried again for some three minutes.
 */
const MOST_WAIT = "set local lock_timeout = '2s'";
const TRIES = 60;

/** PostgreSQL: a lock that could not be had in time, a deadlock, a serialisation failure. The step had no effect. */
const TRY_AGAIN = new Set(['55P03', '40P01', '40001']);

/**
 * Brings the tables up to date while replicas of the release before go on: one step a transaction, so that nothing is held
 * longer than it takes, and none that holds people up. What a later release has added is let stand, so that a replica can be
 * started anew in the middle of an upgrade.
 *
 * @throws Error when a later release took away what this one uses
 */
export async function migrate(knex: Knex, to: Migrating = ours()): Promise<void> {
  const config = configOf(knex, to);
  const [done, open]: [{ name: string }[], unknown[]] = await knex.migrate.list(config);
  stopIfTooLate(done, to);
  // Nobody else works in a database without tables.
  if (done.length === 0) await knex.migrate.latest(config);
  else for (let left = open.length; left > 0; left -= 1) await step(knex, config, to.pause);
}

/** The migrations and the release of this package. */
function ours(): Migrating {
  const { version }: { version: string } = JSON.parse(
    readFileSync(resolvePackagePath(PACKAGE, 'package.json'), 'utf8'),
  );
  return { directory: resolvePackagePath(PACKAGE, 'migrations'), release: version };
}

function configOf(knex: Knex, { directory }: Migrating): Knex.MigratorConfig {
  return {
    directory,
    disableMigrationsListValidation: true,
    ...(String(knex.client.config.client).includes('pg')
      ? { beforeEach: (tx: Knex) => tx.raw(MOST_WAIT) }
      : {}),
  };
}

async function step(
  knex: Knex,
  config: Knex.MigratorConfig,
  pause = () => setTimeout(1_000),
): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await knex.migrate.up(config);
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (tried === TRIES || !TRY_AGAIN.has(code ?? '')) throw error;
      await pause();
    }
  }
}

function stopIfTooLate(done: readonly { name: string }[], { release }: Migrating): void {
  const inTheWay = inTheWayOf(
    release,
    done.map(({ name }) => name),
  );
  const last = inTheWay.at(-1);
  if (last === undefined) return;
  throw new Error(
    `This database belongs to a later release of Offerdesk: ${inTheWay.join(', ')} took away what ${release} uses. ` +
      `Start ${neededFor(last)} or a later one.`,
  );
}
