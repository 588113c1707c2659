import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal, usualSettings } from '../__testUtils__/portal';
import {
  aNextVersion,
  anApprovedEnd,
  anApprovedPlan,
  aPublishedOffer,
  cheaper,
  completeContent,
} from '../__testUtils__/stories';
import { makeDigests } from './digests';
import { tellPeople } from './tellPeople';

const OPEN = '2026-12-10T09:00:00.000Z';
const SECOND = 'C0SECOND0';

describe.each(databaseKinds)('who hears of offers on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind, {
      settings: {
        roles: { ...usualSettings.roles, operationsManager: [] },
        announcementChannels: [
          {
            channel: 'C0OFFERS0',
            audience: ['group:default/engineers'],
            kinds: ['available', 'promotion'],
          },
          { channel: SECOND, audience: ['group:default/engineers'], categories: ['storage'] },
        ],
      },
    });
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterEach(() => portal.stop());

  const wants = (who: string, kinds: object, more: object = {}) =>
    portal.as(who)('patchAnnouncementPreferences', { body: { kinds, ...more } });
  const claim = async (): Promise<ClaimedDelivery[]> =>
    (await portal.bot('claimDeliveries', { body: { worker: 'w', limit: 50 } })).deliveries;
  let ts = 0;
  /** Sends everything that is due, and gives what was said to whom of offers. */
  const told = async () => {
    const said: ClaimedDelivery[] = [];
    for (let all = await claim(); all.length > 0; all = await claim()) {
      for (const delivery of all) {
        ts += 1;
        const { id, token, target } = delivery;
        const channel = target.kind === 'channel' ? target.channel : `D-${target.person.ref}`;
        const outcome = { result: 'sent' as const, channel, ts: `${ts}.1` };
        await portal.bot('settleDelivery', { params: { id }, body: { token, outcome } });
        said.push(delivery);
      }
    }
    return said.filter(({ body }) =>
      ['announcement', 'digest', 'correction-note'].includes(body.kind),
    );
  };
  const whom = (said: readonly ClaimedDelivery[]) =>
    said
      .map(({ target, act, body }) => {
        const who = target.kind === 'channel' ? target.channel : target.person.ref;
        const what = body.kind === 'announcement' ? body.announcement.kind : body.kind;
        return `${who} ${act} ${what}`;
      })
      .sort();

  const released = async (offer: { id: string }, ends?: string) => {
    const { id, contentHash } = await anApprovedEnd(portal, offer, ends);
    return { params: { id }, body: { contentHash } };
  };

  it('each channel hears of what is routed to it: by category and kind', async () => {
    await aPublishedOffer(portal);
    const content = completeContent();
    const offer = await aPublishedOffer(portal, {
      information: { ...content.information, category: 'storage' },
    });
    await portal.as('carla')('releasePlan', await released(offer));
    portal.clock.set(OPEN);
    expect(whom(await told())).toEqual([
      'C0OFFERS0 post available',
      'C0OFFERS0 post available',
      `${SECOND} post available`,
      `${SECOND} post ending`,
    ]);
    portal.clock.set('2027-03-01T00:00:00.000Z');
    expect(whom(await told())).toEqual([`${SECOND} post ended`]);
  });

  it('people hear in person what they want to hear, once, and nobody else', async () => {
    await wants('ada', { available: 'now' });
    await wants('ben', { available: 'off', changed: 'now' });
    await wants('otto', { available: 'now' });
    await aPublishedOffer(portal);
    expect(await tellPeople(portal.ctx)).toBe(0);
    portal.clock.set(OPEN);
    await Promise.all([tellPeople(portal.ctx), tellPeople(portal.ctx)]);
    await tellPeople(portal.ctx);
    expect(whom(await told())).toEqual([
      'C0OFFERS0 post available',
      'user:default/ada post available',
    ]);
  });

  it('[rule 1] at the instant of sending counts who wants it and who may see it', async () => {
    await wants('ada', { available: 'now' });
    await wants('ben', { available: 'now' });
    await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    await tellPeople(portal.ctx);
    await wants('ada', { available: 'off' });
    jest.spyOn(portal.ctx.directory, 'principalsOf').mockResolvedValue(['user:default/ben']);
    portal.ctx.settings.announcementChannels.splice(0, 2, {
      channel: 'C0OFFERS0',
      audience: ['everyone'],
    });
    expect(whom(await told())).toEqual([]);
  });

  it('who watches an offer hears all of it at once, whatever they wish per kind, until they watch it no more', async () => {
    const watch = (who: string, id: string, watched: boolean) =>
      portal.as(who)('watchOffer', { params: { id }, body: { watched } });
    await wants('ben', { ending: 'weekly' });
    const offer = await aPublishedOffer(portal);
    expect(await refusalOf(watch('ada', offer.id, true))).toEqual({
      status: 404,
      code: 'not-found',
    });
    portal.clock.set(OPEN);
    await tellPeople(portal.ctx);
    await told();
    for (const who of ['ada', 'ben']) {
      expect(await watch(who, offer.id, true)).toEqual({ ids: [offer.id] });
    }
    await portal.as('carla')('releasePlan', await released(offer));
    await tellPeople(portal.ctx);
    expect(whom(await told())).toEqual([
      'user:default/ada post ending',
      'user:default/ben post ending',
    ]);
    expect(await watch('ada', offer.id, false)).toEqual({ ids: [] });
    portal.clock.set('2027-03-01T00:00:00.000Z');
    await tellPeople(portal.ctx);
    expect(whom(await told())).toEqual(['user:default/ben post ended']);
    expect(await portal.as('ben')('watchedOffers', {})).toEqual({ ids: [offer.id] });
  });

  it('what no channel hears, and what a route leaves out, is kept with the reason', async () => {
    portal.ctx.settings.announcementChannels.splice(0, 2, {
      channel: SECOND,
      audience: ['group:default/engineers'],
      categories: ['storage'],
      kinds: ['available'],
    });
    const { name } = await aPublishedOffer(portal, { validity: { until: '2027-03-01T00:00:00Z' } });
    portal.clock.set(OPEN);
    expect(await told()).toEqual([]);
    const { items } = await portal.as('carla')('listPlans', { query: { offer: name } });
    const params = { id: items[0]?.id ?? '' };
    const { deliveries } = await portal.as('carla')('getPlan', { params });
    const held = deliveries.filter(({ kind: what }) => what === 'announcement');
    expect(held.every(({ state }) => state === 'withheld')).toBe(true);
    expect(held.map(({ target, error }) => [target, error])).toContainEqual([
      SECOND,
      expect.stringMatching(/by its route .* hears of other catalogues, categories/),
    ]);
    const { announcementChannels } = portal.ctx.settings;
    announcementChannels.splice(0, 1, { channel: SECOND, audience: [], kinds: ['promotion'] });
    const other = await aPublishedOffer(portal);
    const plans = await portal.as('carla')('listPlans', { query: { offer: other.name } });
    const plan = await portal.as('carla')('getPlan', { params: { id: plans.items[0]?.id ?? '' } });
    expect(plan.deliveries.filter(({ kind: what }) => what === 'announcement')).toMatchObject([
      {
        target: '',
        state: 'withheld',
        error: expect.stringMatching(/none on the list hears of what is available/),
      },
    ]);
  });

  it('those outside a ring hear when the ring reaches them', async () => {
    await wants('ada', { available: 'now' });
    await wants('ben', { available: 'now' });
    const access = {
      ...completeContent().access,
      rings: [{ name: 'Payments', groups: ['group:default/payments-team'] }],
    };
    const { id } = await aPublishedOffer(portal, { access });
    portal.clock.set(OPEN);
    await tellPeople(portal.ctx);
    expect(whom(await told())).toEqual(['user:default/ada post available']);
    portal.clock.pass(3600);
    const params = { id, number: 1 };
    await portal.as('mia')('actOnRing', { params, body: { act: 'promote', reason: 'It is well' } });
    await tellPeople(portal.ctx);
    expect(whom(await told())).toEqual([
      'C0OFFERS0 post available',
      'user:default/ben post available',
    ]);
  });

  it('[rule 5] a digest comes once, at its time in the zone of its reader, with what is still true', async () => {
    const zone = { zone: 'America/New_York', time: '08:00' };
    await wants('ada', { available: 'daily' }, zone);
    const first = await aPublishedOffer(portal);
    await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    expect(await makeDigests(portal.ctx)).toBe(0);
    await tellPeople(portal.ctx);
    await portal.as('carla')('suspendOffer', {
      params: { id: first.id },
      body: { reason: 'Stop' },
    });
    await makeDigests(portal.ctx);
    expect(whom(await told())).toEqual(['C0OFFERS0 post available']);
    portal.clock.set('2026-12-10T13:00:00.000Z');
    await Promise.all([makeDigests(portal.ctx), makeDigests(portal.ctx)]);
    const said = await told();
    expect(whom(said)).toEqual(['user:default/ada post digest']);
    expect(said[0]?.body).toMatchObject({
      kind: 'digest',
      more: 0,
      announcements: [{ kind: 'available' }],
    });
    portal.clock.set('2026-12-11T13:00:00.000Z');
    await makeDigests(portal.ctx);
    expect(await told()).toEqual([]);
  });

  it('keeps what a person says of it, and their zone', async () => {
    expect(await portal.as('ada')('announcementPreferences', {})).toMatchObject({
      kinds: { upcoming: 'now', available: 'off' },
      zone: 'UTC',
    });
    await wants('ada', { ending: 'weekly' }, { zone: 'Europe/Amsterdam', weekday: 5 });
    expect(await wants('ada', { available: 'now' })).toMatchObject({
      kinds: { ending: 'weekly', available: 'now' },
      zone: 'Europe/Amsterdam',
      weekday: 5,
    });
    expect(await refusalOf(wants('ada', {}, { zone: 'Mars/Olympus' }))).toMatchObject({
      status: 400,
    });
  });

  it('a promotion reaches the channels and people that were chosen, and is corrected in place', async () => {
    await wants('ada', { promotion: 'now' });
    const { id } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    await told();
    const reach = await portal.as('carla')('announcementReach', { params: { id } });
    expect(reach).toMatchObject({
      possible: true,
      channels: [{ channel: 'C0OFFERS0', mayHear: true }],
      people: 1,
    });
    const body = { text: 'Now with <!channel> backups', channels: ['C0OFFERS0'], people: true };
    const input = { params: { id }, body, idempotencyKey: 'promotion-of-the-test' };
    const announced = await portal.as('carla')('announceOffer', input);
    expect(await portal.as('carla')('announceOffer', input)).toEqual(announced);
    await tellPeople(portal.ctx);
    expect(whom(await told())).toEqual([
      'C0OFFERS0 post promotion',
      'user:default/ada post promotion',
    ]);
    const correct = { params: { id: announced.id }, body: { note: 'Backups come in May' } };
    await portal.as('carla')('correctAnnouncement', correct);
    const corrected = await told();
    expect(whom(corrected)).toEqual([
      'C0OFFERS0 reply correction-note',
      'C0OFFERS0 update promotion',
      'user:default/ada reply correction-note',
      'user:default/ada update promotion',
    ]);
    expect(corrected.find(({ act }) => act === 'update')?.body).toMatchObject({
      announcement: { text: body.text, correction: { note: 'Backups come in May' } },
    });
    const { name } = await portal.as('carla')('getOffer', { params: { id } });
    const news = await portal.as('ada')('offerNews', { params: { name } });
    expect(news.items.map(item => item.kind).sort()).toEqual(['available', 'promotion']);
    expect(news.items.find(item => item.kind === 'promotion')).toMatchObject({
      text: body.text,
      correction: 'Backups come in May',
    });
    const { items } = await portal.as('carla')('listAnnouncements', { params: { id } });
    expect(items.find(({ kind: of }) => of === 'promotion')).toMatchObject({
      deliveries: { sent: 2, waiting: 0 },
      corrections: [{ by: 'user:default/carla', note: 'Backups come in May' }],
    });
  });

  it('an end that has moved, or comes no more, is corrected by itself where it was told', async () => {
    await wants('ada', { ending: 'now' });
    const content = completeContent();
    const offer = await aPublishedOffer(portal, {
      information: { ...content.information, category: 'storage' },
    });
    const end = async (ends?: string) =>
      portal.as('carla')('releasePlan', await released(offer, ends));
    await end();
    portal.clock.set(OPEN);
    await tellPeople(portal.ctx);
    expect(whom(await told())).toContain('user:default/ada post ending');
    await end('2027-04-01T00:00');
    const moved = await told();
    expect(whom(moved)).toEqual([
      `${SECOND} reply correction-note`,
      `${SECOND} update ending`,
      'user:default/ada reply correction-note',
      'user:default/ada update ending',
    ]);
    expect(moved.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({
        note: 'The end has moved: it is 1 Apr 2027, 00:00 UTC, and not 1 Mar 2027, 00:00 UTC.',
      }),
    );
    expect(moved.find(({ act }) => act === 'update')?.body).toMatchObject({
      announcement: { until: '2027-04-01T00:00:00.000Z', correction: {} },
    });
    const next = await aNextVersion(portal, offer, cheaper);
    const { id, contentHash } = await anApprovedPlan(portal, next, '2027-04-01T00:00');
    await portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
    const goesOn = await told();
    expect(whom(goesOn)).toEqual(whom(moved));
    expect(JSON.stringify(goesOn)).toContain('it goes on');
    const update = goesOn.find(({ act }) => act === 'update')?.body;
    expect(update?.kind === 'announcement' && update.announcement.until).toBeUndefined();
  });

  it('[rule 1] refuses to announce where not all readers may see it, and what nobody can order', async () => {
    const { id } = await aPublishedOffer(portal, {
      access: { see: { allow: ['group:default/payments-team'] }, order: { allow: ['everyone'] } },
    });
    const announce = () =>
      portal.as('carla')('announceOffer', {
        params: { id },
        body: { text: 'Look', channels: ['C0OFFERS0'] },
      });
    expect(await refusalOf(announce())).toEqual({ status: 409, code: 'wrong-state' });
    portal.clock.set(OPEN);
    expect(await refusalOf(announce())).toEqual({ status: 400, code: 'invalid-input' });
  });
});
