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

async function main(): Promise<void> {
  const place: Place = JSON.parse(process.argv[2] ?? '{}');
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
  process.on('message', async (order: Order) => {
    if (order.do === 'die-at') return process.send?.(arm(order.statement));
    await recordTurns(portal.ctx);
    await tellPeople(portal.ctx);
    return process.send?.(0);
  });
  process.send?.('ready');
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
