// Brings up what Slack shows, in a portal and a workspace of its own, takes a picture of each and writes down its words:
//   node --require @backstage/cli/config/nodeTransform.cjs test/gallery/run.ts DIRECTORY
// To be looked at with one's own eyes after words or views changed; takes some minutes, and needs Chromium (OFFERDESK_CHROMIUM).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { World } from '../journeys/slack/World';
import { answers } from './answers';
import { Camera } from './Camera';
import { decisions } from './decisions';
import { Gallery } from './Gallery';

async function main(directory: string): Promise<void> {
  const world = new World();
  try {
    await world.start();
    const camera = await Camera.open(world.sample.slack, directory);
    const gallery = new Gallery(world, camera);
    await decisions(gallery);
    await answers(gallery);
    await camera.close();
    writeFileSync(join(directory, 'words.txt'), gallery.words.join('\n\n'));
  } finally {
    await world.stop();
  }
}

main(process.argv[2] ?? 'gallery').catch(error => {
  console.error(error);
  process.exitCode = 1;
});
