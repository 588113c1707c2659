import { ButtonAction } from '@slack/bolt';
import { usualPreferences } from '@offerdesk/backstage-plugin-offers-common';
import { anActPreview, anAnnouncement, aPlan, OFFER_ID } from '../__testUtils__/builders';
import { fakeRespond, fakeServices, refused } from '../__testUtils__/fakeServices';
import { fakeSlack } from '../__testUtils__/fakeSlack';
import { buttonsIn, textsIn } from '../__testUtils__/reading';
import { asker, body, composed, offer, reach, send, Values } from '../__testUtils__/sentForms';
import { faultsOf } from '../__testUtils__/slackLimits';
import { drawMessage } from '../deliveries/message';
import { pause } from '../time';
import { composeView } from '../views/composeModal';
import { correctView } from '../views/correctModal';
import { hearing } from '../views/hearing';
import { terminateView } from '../views/terminateModal';
import { hear, stopHearing } from './actions/hear';
import { compose, composeOther, terminate } from './actions/openForm';
import { runOfferCommand } from './commands/offerCommands';
import { sentCompose } from './views/compose';
import { sentCorrection } from './views/correct';
import { sentTermination } from './views/terminate';

describe('An announcement by hand', () => {
  it('opens its form at once, and fills it with who may hear', async () => {
    const { services } = fakeServices({ announcementReach: () => pause(20).then(() => reach) });
    const { respond } = fakeRespond();
    const { slack, calls } = fakeSlack({
      'views.open': () => ({ ok: true, view: { id: 'V1' } }),
      'conversations.info': ({ channel }) => ({
        channel: { id: channel, name: 'platform-offers' },
      }),
      'views.update': () => ({ ok: true }),
    });
    const action = { value: JSON.stringify({ o: OFFER_ID }) } as ButtonAction;
    await compose(services)({ body, action, respond, client: slack, ack: async () => {} });
    expect(calls.map(({ method }) => method)).toEqual([
      'views.open',
      'conversations.info',
      'views.update',
    ]);
    const filled = JSON.stringify(calls.at(-1)?.args.view);
    expect(filled).toContain('"text":"#platform-offers"');
    expect(filled).toContain('the channel holds others');
  });

  it('shows who will see it first, and is sent when it is sent again unchanged', async () => {
    const operations = { announcementReach: () => reach, announceOffer: () => ({}) };
    const first = await send(sentCompose, { o: OFFER_ID }, composed('Backups'), operations);
    expect(first.calls.map(({ id }) => id)).toEqual(['announcementReach']);
    expect(first.words).toContain('all who read <#C0OFFERS1>');
    expect(first.words).toContain('12 people');
    const metadata = JSON.parse(first.view.private_metadata ?? '');
    const second = await send(sentCompose, metadata, composed('Backups'), operations);
    expect(second.calls).toMatchObject([
      {
        id: 'announceOffer',
        input: {
          params: { id: OFFER_ID },
          body: { text: 'Backups', channels: ['C0OFFERS1'], people: true },
          idempotencyKey: expect.stringMatching(/^slack-/),
        },
      },
    ]);
    const changed = await send(sentCompose, metadata, composed('Other words'), operations);
    expect(changed.calls.map(({ id }) => id)).toEqual(['announcementReach']);
  });

  it('asks to whom, and says what the portal refuses', async () => {
    const nobody = { ...composed('x'), [composeView.channels]: {}, [composeView.people]: {} };
    expect((await send(sentCompose, { o: OFFER_ID }, nobody, {})).acked).toMatchObject([
      { response_action: 'errors', errors: { [composeView.people]: expect.anything() } },
    ]);
    const refusal = await send(sentCompose, { o: OFFER_ID }, composed('x'), {});
    expect(refusal.words).toContain(refused('not-found').message);
  });

  it('is corrected with what was wrong', async () => {
    const note = { [correctView.note]: { note: { type: 'plain_text_input', value: 'Not 210' } } };
    const { calls, words } = await send(sentCorrection, { n: OFFER_ID }, note, {
      correctAnnouncement: () => ({ deliveries: { sent: 3 } }),
    });
    expect(calls).toMatchObject([
      { id: 'correctAnnouncement', input: { body: { note: 'Not 210' } } },
    ]);
    expect(words).toContain('3 messages are drawn again');
  });
});

const ending = (changes: Values = {}): Values => ({
  [terminateView.none]: { none: { type: 'plain_text_input', value: 'Nobody uses it' } },
  [terminateView.ends]: { ends: { type: 'datepicker', selected_date: '2027-03-01' } },
  [terminateView.endsTime]: { endsTime: { type: 'timepicker', selected_time: '00:00' } },
  [terminateView.release]: { release: { type: 'datepicker', selected_date: '2027-01-15' } },
  [terminateView.reason]: { reason: { type: 'plain_text_input', value: 'Too old' } },
  ...changes,
});

describe('The end of an offer', () => {
  const operations = {
    previewAct: () => anActPreview({ act: 'terminate' }),
    createPlan: () => aPlan({ title: 'End it', ends: [offer] }),
  };

  it('opens its form without waiting for anything', async () => {
    const { services, calls: asked } = fakeServices({});
    const { respond } = fakeRespond();
    const { slack, calls } = fakeSlack({ 'views.open': () => ({ ok: true, view: { id: 'V1' } }) });
    const action = { value: JSON.stringify({ o: OFFER_ID }) } as ButtonAction;
    await terminate(services)({ body, action, respond, client: slack, ack: async () => {} });
    expect(asked).toEqual([]);
    expect(faultsOf(JSON.parse(JSON.stringify(calls[0]?.args.view)))).toEqual([]);
  });

  it('shows what it does first, in the zone of who asks, and then makes a plan', async () => {
    const first = await send(sentTermination, { o: OFFER_ID }, ending(), operations);
    expect(first.calls).toMatchObject([
      {
        id: 'previewAct',
        input: { query: { act: 'terminate', endsAt: '2027-02-28T23:00:00.000Z' } },
      },
    ]);
    const metadata = JSON.parse(first.view.private_metadata ?? '');
    const second = await send(sentTermination, metadata, ending(), operations);
    expect(second.calls).toMatchObject([
      {
        id: 'createPlan',
        input: {
          body: {
            scenario: 'terminate',
            release: { local: '2027-01-15T09:00', zone: 'Europe/Amsterdam' },
            terminations: [
              {
                offerId: OFFER_ID,
                ends: { local: '2027-03-01T00:00', zone: 'Europe/Amsterdam' },
                noReplacement: 'Nobody uses it',
                subscriptions: { when: 'end' },
                reason: 'Too old',
              },
            ],
          },
        },
      },
    ]);
    expect(second.words).toContain('/offer plan postgres-production');
  });

  it('asks for what replaces it, or why nothing does; and on which date subscriptions move', async () => {
    const { acked } = await send(
      sentTermination,
      { o: OFFER_ID },
      ending({
        [terminateView.none]: {},
        [terminateView.subscriptions]: { s: { selected_option: { value: 'on-date' } } },
      }),
      {},
    );
    expect(Object.keys(JSON.parse(JSON.stringify(acked[0])).errors).sort()).toEqual([
      'moves',
      'none',
    ]);
  });

  it('[rule 13] refuses a time that the clock change skips', async () => {
    const { acked } = await send(
      sentTermination,
      { o: OFFER_ID },
      ending({
        [terminateView.ends]: { ends: { selected_date: '2027-03-28' } },
        [terminateView.endsTime]: { endsTime: { selected_time: '02:30' } },
      }),
      {},
    );
    expect(acked).toMatchObject([{ errors: { ends: expect.stringContaining('does not exist') } }]);
  });
});

const noForm = async () => false;

describe('What a person hears', () => {
  it('is shown with menus, and a choice keeps it with the zone of who chooses', async () => {
    const { services, calls } = fakeServices({
      announcementPreferences: () => usualPreferences,
      patchAnnouncementPreferences: () => usualPreferences,
    });
    const shown = await runOfferCommand('announce', services, asker, 'settings', noForm);
    if (typeof shown === 'string') throw new Error(shown);
    expect(faultsOf(shown)).toEqual([]);
    const { respond, answers } = fakeRespond();
    const pick = async (blockId: string, value: string) => {
      await hear(services)({
        body,
        action: { block_id: blockId, selected_option: { value } },
        respond,
        client: fakeSlack({}).slack,
        ack: async () => {},
      });
    };
    const [kind = '', time = ''] = [1, 6].map(
      index => hearing(usualPreferences).blocks[index + 1]?.block_id,
    );
    await pick(kind, 'daily');
    await pick(time, '08:00');
    await pick('nonsense', 'daily');
    expect(calls.slice(1)).toMatchObject([
      {
        id: 'patchAnnouncementPreferences',
        input: { body: { kinds: { available: 'daily' }, zone: 'Europe/Amsterdam' } },
      },
      { id: 'patchAnnouncementPreferences', input: { body: { time: '08:00' } } },
    ]);
    expect(answers.map(({ response_type: type }) => type)).toEqual([
      'ephemeral',
      'ephemeral',
      'ephemeral',
    ]);
  });

  it('has a way out under each message to one person, and none under those to a channel', async () => {
    const message = { kind: 'announcement' as const, announcement: anAnnouncement() };
    const stop = buttonsIn(drawMessage(message, 'person').blocks).at(-1);
    expect(buttonsIn(drawMessage(message, 'channel').blocks)).toHaveLength(1);
    const { services, calls } = fakeServices({
      patchAnnouncementPreferences: () => usualPreferences,
    });
    const { respond, answers } = fakeRespond();
    const { slack: client } = fakeSlack({});
    const action = { value: stop?.value ?? '' } as ButtonAction;
    await stopHearing(services)({ body, action, respond, client, ack: async () => {} });
    expect(calls).toMatchObject([{ input: { body: { kinds: { available: 'off' } } } }]);
    expect(answers[0]?.text).toContain('/offer announce settings');
  });
});

describe('What was announced of an offer', () => {
  it('is listed with what became of it, and a way to correct what was sent', async () => {
    const told = {
      kind: 'available',
      version: 1,
      dueAt: '2026-12-10T09:00:00.000Z',
      deliveries: { sent: 2, waiting: 0, failed: 1, withheld: 0 },
      corrections: [{ at: '2026-12-11T09:00:00.000Z', by: 'user:default/carla', note: 'Not 210' }],
    };
    const { services } = fakeServices({
      listOffers: () => ({ items: [offer] }),
      listAnnouncements: () => ({
        items: [
          { ...told, id: OFFER_ID },
          { ...told, id: 'none', deliveries: { ...told.deliveries, sent: 0 } },
        ],
        can: { announce: true, kinds: ['promotion', 'changed'] },
      }),
    });
    const drawn = await runOfferCommand('announce', services, asker, 'postgres-production', noForm);
    if (typeof drawn === 'string') throw new Error(drawn);
    expect(faultsOf(drawn)).toEqual([]);
    expect(textsIn(drawn).join('\n')).toContain('⚠️ 1 failed');
    expect(buttonsIn(drawn.blocks).map(({ value }) => JSON.parse(value ?? ''))).toEqual([
      { n: OFFER_ID },
      { o: OFFER_ID, k: 'promotion' },
    ]);
    expect(JSON.stringify(drawn.blocks)).toContain('✨ Changed');
  });

  it('leads to the form for what else is true of it, which is told at once', async () => {
    const { services, calls } = fakeServices({
      announcementReach: () => ({ ...reach, kind: 'changed' }),
    });
    const { respond } = fakeRespond();
    const { slack: client, calls: shown } = fakeSlack({
      'views.open': () => ({ ok: true, view: { id: 'V1' } }),
      'views.update': () => ({ ok: true }),
    });
    const value = JSON.stringify({ o: OFFER_ID, k: 'changed' });
    await composeOther(services)({
      body,
      action: { block_id: 'b', selected_option: { value } },
      respond,
      client,
      ack: async () => {},
    });
    expect(calls).toMatchObject([{ input: { query: { kind: 'changed' } } }]);
    const form = JSON.stringify(shown.at(-1)?.args.view);
    expect(form).toContain('What has changed?');
    expect(form).not.toContain('datetimepicker');
    const { k } = JSON.parse(JSON.parse(form).private_metadata);
    const operations = { announceOffer: () => ({}) };
    const first = await send(sentCompose, { o: OFFER_ID, k }, composed('Faster'), {
      announcementReach: () => ({ ...reach, kind: 'changed' }),
    });
    const metadata = JSON.parse(first.view.private_metadata ?? '');
    const second = await send(sentCompose, metadata, composed('Faster'), operations);
    expect(second.calls).toMatchObject([{ input: { body: { kind: 'changed', text: 'Faster' } } }]);
  });
});
