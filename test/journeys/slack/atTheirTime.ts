import { until } from '../../support/processes';
import { World } from './World';

/** How long the offer that ends is offered, and how far ahead a digest is at least: time to tell of it before. */
const OFFERED_MS = 30_000;
const DIGEST_AHEAD_MS = 40_000;
/** A digest comes at a minute, and what makes it looks every ten seconds. */
const DIGEST_PATIENCE_SECONDS = 150;

const inUtc = (at: number) => ({ local: new Date(at).toISOString().slice(0, 19), zone: 'UTC' });

/** Begins what is told at its time: first, since others are told things until then. */
export function beginAtTheirTime(world: World): void {
  it('tells a channel that an offer ends, when that is told', async () => {
    const time = new Date(Date.now() + DIGEST_AHEAD_MS + 60_000).toISOString().slice(11, 16);
    const wishes = { kinds: { available: 'daily' as const }, zone: 'UTC', time };
    await world.as('ada')('patchAnnouncementPreferences', { body: wishes });
    const [offerId = ''] = await world.published(['Brief database'], ['Lasting database']);
    const plan = await world.submit(
      await world.created({
        scenario: 'terminate',
        release: inUtc(Date.now()),
        terminations: [
          {
            offerId,
            notice: inUtc(Date.now()),
            ends: inUtc(Date.now() + OFFERED_MS),
            noReplacement: 'It was an experiment',
            subscriptions: { when: 'end' },
            reason: 'It was an experiment',
          },
        ],
      }),
    );
    await world.approve('mia', plan);
    await world.release(plan);
    await world.hears('offers', 'Ending: Brief database');
    expect(await world.told('offers', 'Ended: Brief database')).toEqual([]);
  });
}

/** Looks for what was to be told by then. */
export function endAtTheirTime(world: World): void {
  it('tells the channel once that it has ended', async () => {
    await world.hears('offers', 'Ended: Brief database');
    expect(await world.told('offers', 'Ended: Brief database')).toHaveLength(1);
    expect(await world.told('offers', 'Ending: Brief database')).toHaveLength(1);
  });

  it('brings what is new in one digest, at the time that its reader chose', async () => {
    const digests = () => world.told('ada', 'what is new today', 'Lasting database');
    await until(
      'the digest of Ada',
      async () => (await digests()).length > 0,
      DIGEST_PATIENCE_SECONDS,
    );
    expect(await digests()).toHaveLength(1);
    expect(await world.told('ada', 'Now available: Lasting database', 'Hear less')).toEqual([]);
  });
}
