import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aPublishedOffer } from '../__testUtils__/stories';
import { relistNoted } from './byOlder';
import { LISTING_VERSION } from './versions';

const LATER = LISTING_VERSION + 1;

describe.each(databaseKinds)(
  'offers that an earlier release lists beside a later one, on %s',
  kind => {
    let portal: TestPortal;
    const state = (said: { version: number; rebuilt_to: string }) =>
      portal.ctx.db.knex('listing_state').where({ id: 1 }).update(said);
    beforeEach(async () => {
      portal = await aPortal(kind, { inProcess: true });
      await state({ version: LISTING_VERSION, rebuilt_to: '' });
    });
    afterEach(() => portal.stop());

    const noted = () => portal.ctx.db.knex('listed_by_older').pluck('offer_id');
    const listed = (id: string) => portal.ctx.db.knex('listed').where({ offer_id: id });

    it('are noted once the later one has listed everything, or while it does so', async () => {
      await aPublishedOffer(portal);
      expect(await noted()).toEqual([]);
      await state({ version: LISTING_VERSION, rebuilt_to: '0' });
      const during = await aPublishedOffer(portal);
      await state({ version: LATER, rebuilt_to: '' });
      const after = await aPublishedOffer(portal);
      expect((await noted()).sort()).toEqual([during.id, after.id].sort());
    });

    it('are not noted by the later one while it lists everything', async () => {
      await state({ version: LISTING_VERSION - 1, rebuilt_to: '0' });
      await aPublishedOffer(portal);
      expect(await noted()).toEqual([]);
    });

    it('are listed anew by the later one, and left alone by the earlier one', async () => {
      await state({ version: LATER, rebuilt_to: '' });
      const { id } = await aPublishedOffer(portal);
      const before = await listed(id);
      // As an earlier release would have it: not as this one does.
      await listed(id).update({ sort_key: 'other' });
      expect(await relistNoted(portal.ctx)).toBe(0);
      expect(await noted()).toEqual([id]);
      await state({ version: LISTING_VERSION, rebuilt_to: '' });
      expect(await relistNoted(portal.ctx)).toBe(1);
      expect(await listed(id)).toEqual(before);
      expect(await noted()).toEqual([]);
      expect(await relistNoted(portal.ctx)).toBe(0);
    });
  },
);
