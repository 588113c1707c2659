import { OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { signIn } from '../support/people';
import { tellStory } from './story';

/** Loads the sample offers into a portal that is up, as the sample people. */
async function seed(portal: string): Promise<void> {
  const [carla, mia, ben] = await Promise.all(
    ['carla', 'mia', 'ben'].map(name => signIn(portal, name)),
  );
  if (!carla || !mia || !ben) throw new Error('The sample people cannot sign in.');
  await tellStory({ carla, mia, ben }, line => console.log(line));
}

const address = process.env.OFFERS_BASE_URL ?? 'http://127.0.0.1:7007';
seed(address).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof OffersProblem) {
    for (const { field, remedy } of error.fields) console.error(`${field}: ${remedy}`);
  }
  process.exitCode = 1;
});
