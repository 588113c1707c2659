import { TestPortal } from '../../../__testUtils__/portal';
import { aPublishedOffer } from '../../../__testUtils__/stories';
import { relistNoted } from '../../../catalogue/byOlder';
import { noteWhereOlder } from '../../../catalogue/byOlderStore';
import { LISTING_VERSION } from '../../../catalogue/versions';
import { counted, Race } from './race';

/** While an earlier release lists an offer, replicas of the later one list it anew: in the end it is as the later one lists it. */
export const olderRace: Race = {
  name: 'replicas that list what an earlier release listed',
  async prepare({ first }) {
    const { knex } = first.ctx.db;
    await knex('listing_state').update({ version: LISTING_VERSION, rebuilt_to: '' });
    const { id } = await aPublishedOffer(first);
    const asOlder = { version: LISTING_VERSION + 1, rebuilt_to: '' };
    const note = ({ ctx }: TestPortal) =>
      ctx.db.transaction(tx => noteWhereOlder(tx, asOlder, [id]));
    await knex('listed').where({ offer_id: id }).update({ sort_key: 'other' });
    await note(first);
    return {
      contend: (portal, turn) => (turn % 2 === 0 ? note(portal) : relistNoted(portal.ctx)),
      async done() {
        await relistNoted(first.ctx);
        const wrong = await counted(knex('listed').where({ offer_id: id, sort_key: 'other' }));
        return wrong + (await counted(knex('listed_by_older')));
      },
      once: 0,
    };
  },
};
