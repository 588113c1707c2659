import { OwnQuietHours } from '@offerdesk/backstage-plugin-offers-common';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer, aSubmittedPlan, completeContent } from '../__testUtils__/stories';
import { tellPeople } from './tellPeople';

const NIGHTS: OwnQuietHours = { from: '22:00', until: '07:00', weekends: false };
const ZONE = 'Europe/Amsterdam';

describe.each(databaseKinds)('quiet hours that a reader has set, on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind, {
      settings: {
        approval: {
          steps: [
            {
              ...{ id: 'release', title: 'Release managers', need: 'any', remindAfterHours: [24] },
              approvers: { users: ['user:default/mia'] },
            },
          ],
        },
      },
    });
    jest
      .spyOn(portal.ctx.db, 'now')
      .mockImplementation(async () => portal.clock.now().toISOString());
  });
  afterAll(() => portal.stop());

  const set = (who: string, quiet: OwnQuietHours | null, more: object = {}) =>
    portal.as(who)('patchAnnouncementPreferences', { body: { quiet, ...more } });
  const policy = (quietHours: object | undefined) =>
    Object.assign(portal.ctx.settings.approval, { quietHours });

  /** Sends all that is due, and says what went to somebody in person, in order. */
  async function sentTo(who: string): Promise<string[]> {
    const sent: string[] = [];
    for (;;) {
      const body = { worker: 'w', limit: 50 };
      const { deliveries } = await portal.bot('claimDeliveries', { body });
      if (deliveries.length === 0) return sent;
      for (const { id, token, target, body: said } of deliveries) {
        const outcome = { result: 'sent' as const, channel: 'C0', ts: id };
        await portal.bot('settleDelivery', { params: { id }, body: { token, outcome } });
        if (target.kind !== 'person' || target.person.ref !== `user:default/${who}`) continue;
        sent.push(said.kind === 'announcement' ? said.announcement.title : said.kind);
      }
    }
  }

  /** Publishes an offer at an instant, of which those hear who wish to. */
  async function published(title: string, at: string): Promise<void> {
    portal.clock.set(new Date(Date.parse(at) - 3_600_000).toISOString());
    const { information } = completeContent();
    const content = { information: { ...information, title } };
    await aPublishedOffer(portal, content, { local: at.slice(0, 16) });
    portal.clock.set(at);
    await tellPeople(portal.ctx);
  }

  it('past midnight hold back what is told, which comes afterwards, once and in order', async () => {
    await set('ada', NIGHTS, { zone: ZONE, kinds: { available: 'now' } });
    await published('evening', '2026-12-10T21:30:00.000Z');
    expect(await sentTo('ada')).toEqual([]);
    await published('night', '2026-12-11T01:30:00.000Z');
    expect(await sentTo('ada')).toEqual([]);
    portal.clock.set('2026-12-11T05:59:59.999Z');
    expect(await sentTo('ada')).toEqual([]);
    portal.clock.set('2026-12-11T06:00:00.000Z');
    expect(await sentTo('ada')).toEqual(['evening', 'night']);
    expect(await sentTo('ada')).toEqual([]);
  });

  it('of the policy hold back what is told in the same way, for who has set none', async () => {
    policy({ from: '20:00', until: '08:00', weekends: false, zone: 'UTC', approvals: false });
    await set('ben', null, { zone: ZONE, kinds: { available: 'now' } });
    for (const [title, at] of [
      ['late', '2026-12-14T20:30:00.000Z'],
      ['later', '2026-12-15T02:30:00.000Z'],
    ] as const) {
      await published(title, at);
      expect(await sentTo('ben')).toEqual([]);
    }
    portal.clock.set('2026-12-15T06:59:59.999Z');
    expect(await sentTo('ben')).toEqual([]);
    portal.clock.set('2026-12-15T07:00:00.000Z');
    expect(await sentTo('ben')).toEqual(['late', 'later']);
    expect(await sentTo('ben')).toEqual([]);
    policy(undefined);
  });

  it('[rule 13] end at their local time also in a night that is shorter', async () => {
    await published('in spring', '2027-03-28T00:30:00.000Z');
    expect(await sentTo('ada')).toEqual([]);
    portal.clock.set('2027-03-28T04:59:59.999Z');
    expect(await sentTo('ada')).toEqual([]);
    portal.clock.set('2027-03-28T05:00:00.000Z');
    expect(await sentTo('ada')).toEqual(['in spring']);
  });

  it('let go what they hold back as soon as their reader gives them up, and hold it by those that they set instead', async () => {
    await published('given up', '2027-04-01T21:00:00.000Z');
    expect(await sentTo('ada')).toEqual([]);
    await set('ada', { ...NIGHTS, from: '22:30' });
    expect(await sentTo('ada')).toEqual([]);
    await set('ada', null);
    expect(await sentTo('ada')).toEqual(['given up']);
  });

  it('count in UTC too where their reader left it at that, and nobody is asked where they are', async () => {
    await set('ada', NIGHTS, { zone: 'UTC' });
    await published('in UTC', '2027-04-05T23:00:00.000Z');
    expect(await sentTo('ada')).toEqual([]);
    portal.clock.set('2027-04-06T07:00:00.000Z');
    expect(await sentTo('ada')).toEqual(['in UTC']);
  });

  it('hold back reminders, and no approval card: for those the policy’s count, and they do for nothing else', async () => {
    const byPolicy = { from: '09:00', until: '11:00', weekends: false, zone: 'UTC' };
    policy({ ...byPolicy, approvals: true });
    await set('mia', { from: '10:30', until: '15:00', weekends: false }, { zone: 'UTC' });
    portal.clock.set('2027-05-03T10:00:00.000Z');
    await aSubmittedPlan(portal, await aDraft(portal), '2027-06-01T09:00');
    expect(await sentTo('mia')).toEqual([]);
    portal.clock.set('2027-05-03T11:00:00.000Z');
    expect(await sentTo('mia')).toEqual(['approval-card']);
    portal.clock.set('2027-05-04T11:00:00.000Z');
    expect(await sentTo('mia')).toEqual([]);
    portal.clock.set('2027-05-04T15:00:00.000Z');
    expect(await sentTo('mia')).toEqual(['reminder']);
    policy(undefined);
    portal.clock.set('2027-05-05T12:00:00.000Z');
    await aSubmittedPlan(portal, await aDraft(portal), '2027-06-01T09:00');
    expect(await sentTo('mia')).toEqual(['approval-card']);
  });

  it('are told with the policy’s, written down, and refused where they last no time', async () => {
    policy({ from: '20:00', until: '08:00', weekends: true, zone: 'UTC', approvals: false });
    await set('ben', NIGHTS);
    expect(await portal.as('ben')('announcementPreferences', {})).toMatchObject({
      quiet: NIGHTS,
      quietByPolicy: { from: '20:00', until: '08:00', weekends: true, approvals: false },
    });
    const { items } = await portal.as('carla')('audit', { query: { limit: 1 } });
    expect(items[0]).toMatchObject({ action: 'announcement.prefer', change: { quiet: NIGHTS } });
    const nothing = await refusalOf(set('ben', { ...NIGHTS, until: NIGHTS.from }));
    expect(nothing.code).toBe('invalid-input');
  });
});
