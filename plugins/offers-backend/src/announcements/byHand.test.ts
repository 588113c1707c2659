import { AnnounceableKind } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aPublishedOffer } from '../__testUtils__/stories';
import { tellPeople } from './tellPeople';

const OPEN = '2026-12-10T09:00:00.000Z';
const CHANNEL = 'C0OFFERS0';

describe.each(databaseKinds)('what is true is announced by hand on %s', kind => {
  let portal: TestPortal;
  let id: string;
  beforeEach(async () => {
    portal = await aPortal(kind, {
      settings: {
        announcementChannels: [{ channel: CHANNEL, audience: ['group:default/engineers'] }],
      },
    });
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
    await portal.as('ada')('patchAnnouncementPreferences', {
      body: { kinds: { available: 'now' } },
    });
    ({ id } = await aPublishedOffer(portal));
    portal.clock.set(OPEN);
  });
  afterEach(() => portal.stop());

  const announce = (what: AnnounceableKind, people = false) =>
    portal.as('carla')('announceOffer', {
      params: { id },
      body: { kind: what, text: 'Look', channels: [CHANNEL], people },
    });
  /** Tells what is due, and gives who was told what, with the words of whoever announced it. */
  const told = async () => {
    await tellPeople(portal.ctx);
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'w', limit: 50 },
    });
    for (const { id: delivery, token } of deliveries) {
      const outcome = { result: 'sent' as const, channel: CHANNEL, ts: `${delivery}.1` };
      await portal.bot('settleDelivery', { params: { id: delivery }, body: { token, outcome } });
    }
    return deliveries.flatMap(({ target, body }) => {
      if (body.kind !== 'announcement' || body.announcement.kind === 'upcoming') return [];
      const who = target.kind === 'channel' ? target.channel : target.person.ref;
      return [`${who}: ${body.announcement.kind} ${body.announcement.text ?? ''}`.trim()];
    });
  };

  it('[rule 5] and never twice to those who have heard it', async () => {
    expect((await told()).sort()).toEqual([`${CHANNEL}: available`, 'user:default/ada: available']);
    await expect(announce('available')).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'channels', remedy: expect.stringContaining('told this of version 1') }],
    });
    const reach = { params: { id }, query: { kind: 'available' as const } };
    expect(await portal.as('carla')('announcementReach', reach)).toMatchObject({
      possible: true,
      channels: [{ channel: CHANNEL, mayHear: false }],
      people: 0,
    });
  });

  it('and nothing else', async () => {
    for (const untrue of ['changed', 'ending', 'ended'] as const) {
      expect(await refusalOf(announce(untrue))).toEqual({ status: 409, code: 'wrong-state' });
    }
    const { can } = await portal.as('carla')('listAnnouncements', { params: { id } });
    expect(can).toEqual({ announce: true, kinds: ['available', 'promotion'] });
  });

  it('[rule 5] also what was held back when it was due, once', async () => {
    await portal.ctx.db.knex('deliveries').where({ kind: 'announcement' }).update({
      state: 'withheld',
      error: 'What it was about had ended.',
    });
    const announced = await announce('available', true);
    expect(announced).toMatchObject({ kind: 'available', version: 1, text: 'Look' });
    const heard = await told();
    expect(heard).toContain(`${CHANNEL}: available Look`);
    expect(heard.filter(line => line.startsWith('user:default/ada'))).toHaveLength(1);
    expect(await told()).toEqual([]);
  });
});
