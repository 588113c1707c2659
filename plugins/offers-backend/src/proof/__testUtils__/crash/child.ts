/**
 * The backend as a process of its own, over a database that outlives it: it is killed at any instant, and started again.
 * `Victim` starts it.
 */
import { recordTurns } from '../../../timeline/recordTurns';
import { tellPeople } from '../../../announcements/tellPeople';
import { readFileSync } from 'node:fs';
import { aPortal, TestClock } from '../../../__testUtils__/portal';
import { settingsFor } from '../model/happening';
import { dieAtStatement } from './dieAt';
import { databaseAt, Order, Place } from './place';

/** Opens the portal; gives what it does when it is told. */
async function open(place: Place): Promise<(order: Order) => Promise<number>> {
  const clock = new TestClock();
  clock.now = () => new Date(readFileSync(place.time, 'utf8'));
  const portal = await aPortal(place.kind, {
    clock,
    database: databaseAt(place),
    settings: settingsFor(place.histories),
    port: place.port,
  });
  portal.ctx.db.now = async () => clock.now().toISOString();
  const arm = dieAtStatement(portal.ctx.db.knex);
  return async order => {
    if (order.do === 'die-at') return arm(order.statement);
    await recordTurns(portal.ctx);
    await tellPeople(portal.ctx);
    return 0;
  };
}

// Whoever tells it what to do has ended, in whatever way.
process.on('disconnect', () => process.exit());

let obey: ((order: Order) => Promise<number>) | undefined;

process.on('message', async (order: Order) => {
  try {
    if (order.do === 'open') obey = await open(order.place);
    process.send?.(order.do === 'open' ? 'ready' : await obey?.(order));
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
});
