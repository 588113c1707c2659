import { usualPreferences } from '@offerdesk/backstage-plugin-offers-common';
import { Bot } from './app';
import { aBot, aConfig, BOT_TOKEN, botKey } from './__testUtils__/aBot';
import { aLife, anActPreview, aPlan, OFFER_ID } from './__testUtils__/builders';
import { FakeBackend, FakeRequest, Refuse } from './__testUtils__/fakeBackend';
import { FaultySlack } from './__testUtils__/faultySlack';
import { hasLocalSlack, LocalMessage, LocalSlack, until } from './__testUtils__/localSlack';
import { actionIds, actView } from './views/actionIds';
import { composeView } from './views/composeModal';
import { terminateView } from './views/terminateModal';

jest.setTimeout(90_000);

// The local workspace is a Linux x64 program; elsewhere LOCAL_SLACK_BIN names another build of it.
const onLocalSlack = hasLocalSlack() ? describe : describe.skip;

const CHANNEL = 'C0OFFERS1';
const NILS = 'U0CARLA01';
const offer = { id: OFFER_ID, name: 'postgres-production', title: 'PostgreSQL for production' };

onLocalSlack('Commands in a Slack workspace', () => {
  const slack = new LocalSlack();
  let faulty: FaultySlack;
  let backend: FakeBackend;
  let bot: Bot;

  beforeAll(() => slack.start());
  afterAll(() => slack.stop());

  beforeEach(async () => {
    await fetch(`${slack.url}/_control/reset`, { method: 'POST' });
    faulty = new FaultySlack(slack.url);
    backend = new FakeBackend({
      publicKey: botKey.publicKey,
      botToken: BOT_TOKEN,
      people: { [NILS]: 'user:default/carla' },
    });
    backend
      .on('listOffers', ({ query }) => {
        const typed = query.get('q') ?? '';
        const fits = [offer.name, 'postgres'].includes(typed.toLowerCase());
        return { items: fits ? [offer] : [] };
      })
      .on('previewAct', () => anActPreview())
      .on('getOfferLife', () => aLife())
      .on('audit', () => ({ items: [] }))
      .on('listPlans', () => ({ items: [aPlan({ state: 'draft' })] }))
      .on('getPlan', () => aPlan({ state: 'draft' }))
      .on('planCalendar', () => ({ events: [], plans: [], clashes: [], freezes: [] }))
      .on('listAnnouncements', () => ({ items: [], can: { announce: true, kinds: ['promotion'] } }))
      .on('announcementPreferences', () => usualPreferences);
    const offersBaseUrl = await backend.start();
    bot = aBot(aConfig({ offersBaseUrl, slackApiUrl: await faulty.start() })).bot;
    await bot.start();
  });

  afterEach(async () => {
    await bot.stop();
    await backend.stop();
    await faulty.stop();
  });

  const whispers = async () =>
    (await slack.messages(CHANNEL)).filter(message => message.ephemeral_to === NILS);
  async function said(text: string): Promise<LocalMessage> {
    const before = (await whispers()).length;
    await slack.command(NILS, text);
    const all = await until(async () => {
      const now = await whispers();
      return now.length > before && now;
    });
    const [latest] = all.slice(-1);
    if (!latest) throw new Error(`no answer to ${text}`);
    return latest;
  }
  const publicly = async () =>
    (await slack.messages(CHANNEL)).filter(message => !message.ephemeral_to);
  const once = (id: string) =>
    until(async () => backend.requests.filter(request => request.id === id).length === 1);

  it.each([
    ['plan postgres-production', 'PostgreSQL for production'],
    ['schedule postgres-production 2027-01-15 09:00', 'Schedule'],
    ['suspend postgres-production', 'Suspend'],
    ['resume postgres-production', 'Suspend'],
    ['roll-back postgres-production 1', 'Suspend'],
    ['rings postgres-production', 'Rings'],
    ['audit postgres-production', 'What was done'],
    ['terminate postgres-production', 'End'],
    ['announce postgres-production', 'Announcements'],
    ['announce settings', 'What I tell you'],
    ['susspend postgres-production', '/offer suspend'],
    ['suspend hidden-offer', 'no offer'],
  ])('/offer %s answers in private', async (text, words) => {
    const { text: answer } = await said(text);
    expect(answer).toContain(words);
    expect(await publicly()).toEqual([]);
  });

  it('an offer is suspended with a reason, after its effect was shown', async () => {
    const reasons: unknown[] = [];
    backend.on('suspendOffer', ({ body }: FakeRequest) => {
      reasons.push(body);
      return aLife();
    });
    const preview = await said('suspend postgres-production');
    await slack.press(NILS, CHANNEL, preview, actionIds.act);
    await until(async () => faulty.calls.includes('views.update'));
    const value = { type: 'plain_text_input', value: 'Orders fail' };
    await slack.submit(NILS, { [actView.blockId]: { [actView.actionId]: value } });
    await once('suspendOffer');
    expect(reasons).toEqual([{ kind: 'suspend', reason: 'Orders fail' }]);
    expect(await publicly()).toEqual([]);
  });

  it('what the person may not do is refused in words, and nothing is done', async () => {
    backend.on('previewAct', () => {
      throw new Refuse('not-allowed');
    });
    expect((await said('suspend postgres-production')).text).toContain('catalog manager');
  });

  it('the end of an offer becomes a plan, after its effect was shown', async () => {
    backend.on('createPlan', () => aPlan({ title: 'End', ends: [offer] }));
    const start = await said('terminate postgres-production');
    await slack.press(NILS, CHANNEL, start, actionIds.terminate);
    await until(async () => faulty.calls.includes('views.open'));
    const values = {
      [terminateView.none]: { none: { type: 'plain_text_input', value: 'Nobody uses it' } },
      [terminateView.ends]: { ends: { type: 'datepicker', selected_date: '2027-03-01' } },
      [terminateView.endsTime]: { endsTime: { type: 'timepicker', selected_time: '00:00' } },
      [terminateView.release]: { release: { type: 'datepicker', selected_date: '2027-01-15' } },
      [terminateView.reason]: { reason: { type: 'plain_text_input', value: 'Too old' } },
    };
    await slack.submit(NILS, values);
    await once('previewAct');
    expect(backend.requests.map(({ id }) => id)).not.toContain('createPlan');
    await slack.submit(NILS, values);
    await once('createPlan');
    expect(await publicly()).toEqual([]);
  });

  it('an announcement is sent by hand, after who will see it was shown', async () => {
    const channels = [{ channel: CHANNEL, mayHear: true }];
    const { id: offerId, name, title } = offer;
    backend
      .on('announcementReach', () => ({
        offerId,
        name,
        title,
        kind: 'promotion',
        possible: true,
        channels,
        people: 3,
      }))
      .on('announceOffer', () => ({
        id: OFFER_ID,
        kind: 'promotion',
        version: 1,
        dueAt: '2026-12-10T09:00:00.000Z',
        deliveries: { sent: 0, waiting: 1, failed: 0, withheld: 0 },
        corrections: [],
      }));
    const overview = await said('announce postgres-production');
    await slack.press(NILS, CHANNEL, overview, actionIds.compose);
    await until(async () => faulty.calls.includes('views.update'));
    const selected = { type: 'multi_static_select', selected_options: [{ value: CHANNEL }] };
    const values = {
      [composeView.text]: { text: { type: 'plain_text_input', value: 'Now with backups' } },
      [composeView.channels]: { channels: selected },
    };
    await slack.submit(NILS, values);
    await until(
      async () => backend.requests.filter(({ id }) => id === 'announcementReach').length === 2,
    );
    await slack.submit(NILS, values);
    await once('announceOffer');
    expect(await publicly()).toEqual([]);
  });
});
