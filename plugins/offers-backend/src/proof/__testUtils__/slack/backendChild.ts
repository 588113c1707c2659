/** The backend as a process of its own over a database file, to be killed at any instant and started again. */
import '../crash/mocks';
import { readFileSync } from 'node:fs';
import { aPortal, TestClock } from '../../../__testUtils__/portal';
import { BackendPlace, fileDatabase } from './place';

async function main(): Promise<void> {
  const place: BackendPlace = JSON.parse(process.argv[2] ?? '{}');
  const clock = new TestClock();
  clock.now = () => new Date(Date.now() + Number(readFileSync(place.offset, 'utf8')));
  const audience = ['group:default/engineers'];
  const portal = await aPortal('better-sqlite3', {
    clock,
    database: fileDatabase(place.database),
    settings: { announcementChannels: place.channels.map(channel => ({ channel, audience })) },
  });
  process.send?.({ url: portal.url });
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
