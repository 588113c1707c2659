import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { mockServices } from '@backstage/backend-test-utils';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer, aSubmittedPlan, decideOn } from '../__testUtils__/stories';
import { Notifier, showNotices, wantsNotices } from './notices';
import { tellPeople } from './tellPeople';

describe.each(databaseKinds)('notifications in the portal on %s', kind => {
  let portal: TestPortal;
  let sent: NotificationSendOptions[];
  beforeEach(async () => {
    portal = await aPortal(kind);
    portal.ctx.db.now = async () => portal.clock.now().toISOString();
    sent = [];
  });
  afterEach(() => portal.stop());

  const listening: Notifier = {
    send: async options => {
      sent.push(options);
    },
  };
  const show = () => showNotices(portal.ctx, listening);
  const sentTo = (who: string) =>
    sent
      .filter(
        ({ recipients }) =>
          'entityRef' in recipients && recipients.entityRef === `user:default/${who}`,
      )
      .map(({ payload }) => payload);

  async function anOfferThatAdaWantsToHearOf() {
    await portal.as('ada')('patchAnnouncementPreferences', {
      body: { kinds: { available: 'now' } },
    });
    const offer = await aPublishedOffer(portal, {}, { name: 'postgres' });
    portal.clock.set('2026-12-10T09:00:01.000Z');
    await tellPeople(portal.ctx);
    return offer;
  }

  it('[rule 5] tell once of an offer whoever wants to hear of it, with the way to it', async () => {
    await anOfferThatAdaWantsToHearOf();
    await show();
    expect(sentTo('ada')).toEqual([
      {
        title: 'PostgreSQL for production is available',
        description: 'A managed database',
        link: '/offers/o/postgres',
        severity: 'normal',
        topic: 'announcements',
        scope: expect.stringMatching(/^announcement:.*ada$/),
      },
    ]);
    expect(sentTo('ben')).toEqual([]);
    portal.clock.pass(120);
    expect(await show()).toBe(0);
    expect(sentTo('ada')).toHaveLength(1);
  });

  it('[rule 1] tell nobody of what they may see no more when it is sent', async () => {
    const { id } = await anOfferThatAdaWantsToHearOf();
    await portal.as('nils')('suspendOffer', {
      params: { id },
      body: { reason: 'Not for now' },
    });
    await show();
    expect(sentTo('ada')).toEqual([]);
  });

  it('[rule 6] are tried again in the same place when they fail', async () => {
    await anOfferThatAdaWantsToHearOf();
    const scopes: (string | undefined)[] = [];
    const failing: Notifier = {
      send: async ({ payload }) => {
        scopes.push(payload.scope);
        throw new Error('Request failed with status 503');
      },
    };
    expect(await showNotices(portal.ctx, failing)).toBe(0);
    expect(await show()).toBe(0);
    portal.clock.pass(61);
    await show();
    expect(sentTo('ada').map(({ scope }) => scope)).toEqual([scopes.at(-1)]);
  });

  it('ask approvers, while the plan waits, and tell who asked what came of it', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await show();
    expect(sentTo('mia')).toEqual([
      expect.objectContaining({
        title: `${plan.title} waits for your decision`,
        link: `/offers/plans/${plan.id}`,
        severity: 'high',
        topic: 'approvals',
      }),
    ]);
    const late = await aSubmittedPlan(portal, await aDraft(portal));
    const { contentHash } = await decideOn(portal, 'mia', late);
    await portal.as('carla')('releasePlan', { params: { id: late.id }, body: { contentHash } });
    await show();
    expect(sentTo('mia')).toHaveLength(1);
    expect(sentTo('carla')).toEqual([
      expect.objectContaining({
        title: `${late.title} was approved`,
        description: 'By mia of the tests.',
        topic: 'plans',
      }),
      expect.objectContaining({ title: `${late.title} was released` }),
    ]);
  });

  it('leave old news alone', async () => {
    await aSubmittedPlan(portal, await aDraft(portal));
    portal.clock.pass(25 * 3_600);
    await show();
    expect(sentTo('mia').filter(({ topic }) => topic === 'approvals')).toEqual([]);
  });
});

describe('whether people are notified', () => {
  const instance = (...ids: string[]) => ({
    getInstalledPlugins: async () => ids.map(pluginId => ({ pluginId, modules: [] })),
  });
  const config = (offers: object) => mockServices.rootConfig({ data: { offers } });

  it.each([
    [{}, ['offers', 'notifications'], true],
    [{}, ['offers'], false],
    [{ notifications: { enabled: false } }, ['notifications'], false],
    [{ notifications: { enabled: true } }, [], true],
  ])('with %j and the plugins %j: %s', async (offers, plugins, wanted) => {
    expect(await wantsNotices(config(offers), instance(...plugins))).toBe(wanted);
  });
});
