import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import {
  aNextVersion,
  anApprovedPlan,
  aPublishedOffer,
  cheaper,
  completeContent,
} from '../__testUtils__/stories';
import { tellPeople } from './tellPeople';

const OPEN = '2026-12-10T09:00:00.000Z';
const LATER = '2026-12-20T09:00:00.000Z';

describe.each(databaseKinds)('what a message says of a change on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind, { settings: { announcementChannels: [] } });
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterEach(() => portal.stop());

  it('[rule 1] is what was before, to whom that was open', async () => {
    await portal.as('ben')('patchAnnouncementPreferences', {
      body: { kinds: { available: 'off', changed: 'now' } },
    });
    const { access } = completeContent();
    const closed = { ...access, see: { allow: ['group:default/board'] } };
    const offers = [
      await aPublishedOffer(portal),
      await aPublishedOffer(portal, { access: closed }, { name: 'opened' }),
    ];
    portal.clock.set(OPEN);
    for (const offer of offers) {
      const next = await aNextVersion(portal, offer, { ...cheaper, access });
      const { id, contentHash } = await anApprovedPlan(portal, next, LATER.slice(0, 16));
      await portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
    }
    portal.clock.set(LATER);
    await tellPeople(portal.ctx);
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'w', limit: 50 },
    });
    const changes = deliveries.flatMap(({ body }) =>
      body.kind === 'announcement' && body.announcement.kind === 'changed'
        ? [body.announcement.changes ?? []]
        : [],
    );
    expect(changes).toHaveLength(2);
    const EUR = expect.stringContaining('EUR');
    const price = [{ label: 'Price', before: EUR, after: EUR }];
    expect(changes.flat()).toMatchObject(price);
    // Whoever tells it by hand later sees the same beforehand.
    portal.clock.set('2026-12-21T09:00:00.000Z');
    const [first] = offers;
    const reach = { params: { id: first?.id ?? '' }, query: { kind: 'changed' as const } };
    expect((await portal.as('carla')('announcementReach', reach)).changes).toMatchObject(price);
  });
});
