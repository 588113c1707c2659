/**
 * A backend of a release, as a process of its own with a server: everything that it does is of the tree that it is told, which
 * may be that of an older release. `Backend` starts it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Rebuilding from '../../../catalogue/rebuild';
import type * as Portals from '../../../__testUtils__/portal';
import type * as Telling from '../../../announcements/tellPeople';
import type * as Turning from '../../../timeline/recordTurns';
import type * as Placing from '../crash/place';
import { importsOf } from './imports';
import { Order, Started } from './Backend';

const started: Started = JSON.parse(process.argv[2] ?? '{}');
const { tree, place } = started;

/** A module of the release. */
const of = <Module>(path: string): Module =>
  createRequire(__filename)(join(tree, 'plugins/offers-backend/src', path));

const KNOWS_LATER = 'plugins/offers-backend/src/database/migrate.ts';

async function main(): Promise<void> {
  const { aPortal, TestClock } = of<typeof Portals>('__testUtils__/portal');
  const { recordTurns } = of<typeof Turning>('timeline/recordTurns');
  const { tellPeople } = of<typeof Telling>('announcements/tellPeople');
  const { rebuildHealth, rebuildListing } = of<typeof Rebuilding>('catalogue/rebuild');
  const { databaseAt } = of<typeof Placing>('proof/__testUtils__/crash/place');
  const clock = new TestClock();
  clock.now = () => new Date(readFileSync(place.time, 'utf8'));
  const database = databaseAt(place);
  const connect = () => {
    const knex = database.connect();
    // As with `skipMigrations`: a release from before decision 0048 does not start beside migrations that it does not know.
    if (started.isBesideLater && !existsSync(join(tree, KNOWS_LATER))) {
      Object.defineProperty(knex, 'migrate', { value: { latest: async () => [] } });
    }
    return knex;
  };
  const portal = await aPortal('pg', {
    clock,
    database: { ...database, connect },
    sources: importsOf(started.imports),
    port: place.port,
  });
  portal.ctx.db.now = async () => clock.now().toISOString();
  await rebuildListing(portal.ctx);
  await rebuildHealth(portal.ctx);
  const orders: Record<Order, () => Promise<unknown>> = {
    async sweep() {
      await recordTurns(portal.ctx);
      await tellPeople(portal.ctx);
    },
    stop: () => portal.stop(),
  };
  process.on('message', async (order: Order) => {
    await orders[order]();
    process.send?.(order);
    if (order === 'stop') process.disconnect?.();
  });
  process.send?.('ready');
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
