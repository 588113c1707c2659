import { aPublishedOffer } from '../../../__testUtils__/stories';
import { tellPeople } from '../../../announcements/tellPeople';
import { counted, Race } from './race';

const ADA = 'user:default/ada';

/** A reader gives up their quiet hours while workers let a message wait for the end of them: it waits for nothing. */
export const quietRace: Race = {
  name: 'quiet hours given up while a message begins to wait',
  async prepare({ first }) {
    const { knex } = first.ctx.db;
    const inHours = (hours: number) =>
      new Date(first.clock.now().getTime() + hours * 3_600_000).toISOString();
    const prefer = first.as('ada');
    await prefer('patchAnnouncementPreferences', { body: { kinds: { available: 'now' } } });
    await knex('deliveries')
      .whereIn('state', ['pending', 'unclear', 'claimed'])
      .update({ state: 'withheld' });
    const { id } = await aPublishedOffer(first, {}, { local: inHours(1).slice(0, 16) });
    first.clock.pass(7_200);
    await tellPeople(first.ctx);
    const quiet = { from: inHours(-1).slice(11, 16), until: inHours(9).slice(11, 16) };
    await prefer('patchAnnouncementPreferences', {
      body: { quiet: { ...quiet, weekends: false }, zone: 'UTC' },
    });
    return {
      contend: (portal, turn) =>
        turn % 2 === 0
          ? portal.bot('claimDeliveries', { body: { worker: `worker-${turn}`, limit: 50 } })
          : portal.as('ada')('patchAnnouncementPreferences', { body: { quiet: null } }),
      done: () =>
        counted(
          knex('deliveries')
            .where({ target: ADA })
            // Of other races offers begin meanwhile, which she hears of too.
            .where('lane', 'like', `offer:${id}:%`)
            .whereIn('state', ['pending', 'claimed'])
            .where('due_at', '<=', first.clock.now().toISOString()),
        ),
    };
  },
};
