/** The backend as a process of its own over a database, to be killed at any instant and started again. */
import { readFileSync } from 'node:fs';
import { aPortal, TestClock } from '../../../__testUtils__/portal';
import { databaseAt } from '../crash/place';
import { BackendPlace } from './place';

async function main(): Promise<void> {
  const place: BackendPlace = JSON.parse(process.argv[2] ?? '{}');
  const clock = new TestClock();
  clock.now = () => new Date(Date.now() + Number(readFileSync(place.offset, 'utf8')));
  const audience = ['group:default/engineers'];
  const portal = await aPortal(place.kind, {
    clock,
    database: databaseAt(place),
    settings: { announcementChannels: place.channels.map(channel => ({ channel, audience })) },
  });
  portal.ctx.db.now = async () => clock.now().toISOString();
  process.send?.({ url: portal.url });
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
