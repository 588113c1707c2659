import { GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { aPlan, HASH, PLAN_ID } from '../__testUtils__/builders';
import { FakeOperations, fakeServices, refused } from '../__testUtils__/fakeServices';
import { cameIn, fakeSlack } from '../__testUtils__/fakeSlack';
import { actionIds } from '../views/actionIds';
import { HomePages } from './home/HomePages';
import { demandFrom, opening, ShortcutTaken } from './shortcuts';
import { wizardOffers } from './options/wizardOffers';
import { OptionsAsked } from './options/offers';
import { sentBatch } from './views/batch';
import { ModalSent } from './views/slow';
import { sentWizard } from './views/wizards';

const OFFER = '3f333df6-90a4-4fda-8dd3-9485d27cee36';
const asker = { teamId: 'T0OFFERD1', slackUserId: 'U0MIA0001' };

function aForm(values: object, metadata: unknown = '') {
  const acks: unknown[] = [];
  const { slack, calls } = fakeSlack({
    'views.update': () => ({ ok: true }),
    'chat.getPermalink': () => ({ permalink: 'https://slack.example/archives/C1/p11' }),
  });
  const sent = {
    ack: async (answer: unknown) => {
      acks.push(answer);
    },
    body: { user: { id: 'U0MIA0001' }, team: { id: 'T0OFFERD1' } },
    view: { id: 'V1', private_metadata: JSON.stringify(metadata), state: { values } },
    client: slack,
    context: cameIn(),
    // The parts of what Slack sends that the listener reads.
  } as unknown as ModalSent;
  return { sent, said: () => JSON.stringify(acks), calls };
}

const text = (value: string) => ({ type: 'plain_text_input', value });
const choice = (value: string) => ({
  selected_option: { value, text: { type: 'plain_text', text: value } },
});

describe('The form of a demand', () => {
  it('raises it, with where the message stands that it is from', async () => {
    const { services, calls } = fakeServices({ raiseDemand: () => ({ title: 'Faster disks' }) });
    const values = {
      kind: { kind: choice('change') },
      title: { title: text('Faster disks') },
      description: { description: text('They are slow') },
      offer: { [actionIds.wizardSeen]: choice(OFFER) },
    };
    const { sent, said } = aForm(values, { c: 'C1', t: '1.1' });
    await sentWizard('demand', services)(sent);
    expect(calls[0]).toMatchObject({
      id: 'raiseDemand',
      input: {
        body: {
          kind: 'change',
          title: 'Faster disks',
          description: 'They are slow',
          offerIds: [OFFER],
          reference: 'https://slack.example/archives/C1/p11',
        },
      },
    });
    expect(said()).toContain('Raised: *Faster disks*');
  });

  it('says what the portal refuses', async () => {
    const { services } = fakeServices({
      raiseDemand: () => {
        throw refused('not-allowed');
      },
    });
    const { sent, said } = aForm({ kind: { kind: choice('new') }, title: { title: text('x') } });
    await sentWizard('demand', services)(sent);
    expect(said()).toContain('Nothing was changed');
  });
});

describe('The form of a plan', () => {
  const values = {
    scenario: { scenario: choice('change') },
    offer: { [actionIds.wizardManaged]: choice(OFFER) },
    date: { date: { selected_date: '2026-12-10' } },
    time: { time: { selected_time: '09:30' } },
  };

  it("starts it for a date in the zone of whoever asks, and is one plan however often it's sent", async () => {
    const { services, calls } = fakeServices({
      getOffer: () => ({ can: { startNextVersion: false } }),
      createPlan: () => aPlan(),
    });
    await sentWizard('plan', services)(aForm(values).sent);
    await sentWizard('plan', services)(aForm(values).sent);
    expect(calls[1]?.input).toMatchObject({
      body: {
        scenario: 'change',
        offerIds: [OFFER],
        release: { local: '2026-12-10T09:30', zone: 'Europe/Amsterdam' },
      },
    });
    expect(calls[1]?.input.idempotencyKey).toBe(calls[3]?.input.idempotencyKey);
  });

  it('begins the next version of an offer that is published', async () => {
    const { services, calls } = fakeServices({
      getOffer: () => ({ can: { startNextVersion: true } }),
      startNextVersion: () => ({}),
      createPlan: () => aPlan(),
    });
    const { sent, said } = aForm(values);
    await sentWizard('plan', services)(sent);
    expect(calls.map(({ id }) => id)).toEqual(['getOffer', 'startNextVersion', 'createPlan']);
    expect(said()).toContain('"url":"');
  });

  it('shows the form again with what is wrong, and what was chosen', async () => {
    const { services } = fakeServices({
      getOffer: () => ({ can: {} }),
      createPlan: () => {
        throw refused('offer-in-plan');
      },
    });
    const { sent, said } = aForm(values);
    await sentWizard('plan', services)(sent);
    expect(said()).toContain('Nothing was changed');
    expect(said()).toContain('"callback_id":"offers-wizard-plan"');
    expect(said()).toContain(`"value":"${OFFER}"`);
  });
});

describe('The form that hands approvals over', () => {
  const values = {
    person: { person: { selected_user: 'U0ADA0001' } },
    from: { from: { selected_date_time: 1_796_112_000 } },
    until: { until: { selected_date_time: 1_796_198_400 } },
    reason: { reason: text('A holiday') },
  };

  it('lets the person decide from one instant until another', async () => {
    const { services, calls } = fakeServices(
      { createDelegation: () => ({ until: '2026-12-02T08:00:00.000Z' }) },
      { userRefs: { find: async () => 'user:default/ada' } },
    );
    const { sent, said } = aForm(values);
    await sentWizard('handOver', services)(sent);
    expect(calls[0]?.input).toMatchObject({
      body: {
        delegate: 'user:default/ada',
        from: '2026-12-01T08:00:00.000Z',
        until: '2026-12-02T08:00:00.000Z',
        reason: 'A holiday',
      },
    });
    expect(said()).toContain('*Ada Keller* decides for you');
  });

  it('says so where the account is nobody of the portal', async () => {
    const { services, calls } = fakeServices({});
    const { sent, said } = aForm(values);
    await sentWizard('handOver', services)(sent);
    expect(said()).toContain('not linked to a user');
    expect(calls).toEqual([]);
  });
});

describe('Approving several plans', () => {
  const metadata = [
    { p: PLAN_ID, h: HASH },
    { p: 'other', h: 'b'.repeat(64) },
  ];
  const option = (value: string) => ({ value, text: { text: `Plan ${value}` } });

  it('decides on each by its own content, and tells what came of each', async () => {
    const { services, calls, nudges } = fakeServices({
      decide: input => {
        if ('params' in input && JSON.stringify(input.params).includes('other'))
          throw refused('content-changed');
        return aPlan({ approval: { given: 1, required: 2, outcome: 'open', steps: [] } });
      },
    });
    const values = { 'plans-0': { plans: { selected_options: [option('0'), option('1')] } } };
    const { sent, said } = aForm(values, metadata);
    await sentBatch(services)(sent);
    expect(calls.map(({ input }) => input)).toMatchObject([
      { params: { id: PLAN_ID }, body: { contentHash: HASH, inBatch: true } },
      { params: { id: 'other' }, body: { contentHash: 'b'.repeat(64), inBatch: true } },
    ]);
    expect(said()).toMatch(/✅ \*Plan 0\*: approved, 1 of 2.*⛔ \*Plan 1\*: The plan changed/);
    expect(nudges()).toBe(1);
  });

  it('asks to choose where nothing was chosen', async () => {
    const { services, calls } = fakeServices({});
    const { sent, said } = aForm({ 'plans-0': { plans: { selected_options: [] } } }, metadata);
    await sentBatch(services)(sent);
    expect(said()).toContain('Choose at least one plan');
    expect(calls).toEqual([]);
  });
});

describe('A shortcut', () => {
  it('opens its form before it is acknowledged, and carries the message that it is taken from', async () => {
    const { services } = fakeServices({});
    const order: string[] = [];
    const { slack, calls } = fakeSlack({
      'views.open': () => {
        order.push('open');
        return { ok: true };
      },
    });
    const shortcut = {
      type: 'message_action',
      trigger_id: 't1',
      channel: { id: 'C1' },
      message_ts: '1.1',
      message: { text: 'Can we have &lt;faster&gt; disks?' },
      // The parts of what Slack sends that the listener reads.
    } as unknown as MessageShortcut;
    const taken = {
      ack: async () => {
        order.push('ack');
      },
      shortcut,
      client: slack,
    } as unknown as ShortcutTaken;
    await opening(services, demandFrom)(taken);
    expect(order).toEqual(['open', 'ack']);
    const { view } = calls[0]?.args ?? {};
    expect(JSON.stringify(view)).toContain('"initial_value":"Can we have <faster> disks?"');
    expect(view).toMatchObject({ private_metadata: JSON.stringify({ c: 'C1', t: '1.1' }) });
    expect(demandFrom({ type: 'shortcut' } as GlobalShortcut).private_metadata).toBeUndefined();
  });
});

describe('The offer field of a form', () => {
  const asked = () => {
    const options: unknown[] = [];
    const ask = {
      ack: async (answer: unknown) => {
        options.push(answer);
      },
      body: { user: { id: 'U0MIA0001' }, team: { id: 'T0OFFERD1' }, value: 'post' },
      context: cameIn(),
      // The parts of what Slack sends that the listener reads.
    } as unknown as OptionsAsked;
    return { ask, options };
  };

  it('finds what the person may see, and nothing when the portal is silent', async () => {
    const items = [{ id: OFFER, title: 'PostgreSQL' }];
    const { services } = fakeServices({ browseOffers: () => ({ items }) });
    const found = asked();
    await wizardOffers(services, 'browseOffers')(found.ask);
    expect(found.options).toMatchObject([{ options: [{ value: OFFER }] }]);
    const silent = asked();
    await wizardOffers(fakeServices({}).services, 'listOffers')(silent.ask);
    expect(silent.options).toEqual([{ options: [] }]);
  });
});

describe('The App Home of a person', () => {
  const pagesOf = (answers: FakeOperations) => {
    const { services, calls } = fakeServices(answers);
    const views: string[] = [];
    const pages = new HomePages({
      offers: services.offers,
      activity: services.activity,
      log: services.log,
      publish: async (_asker, view) => views.push(JSON.stringify(view)),
      gatherMs: 1,
    });
    return { pages, views, calls };
  };
  const filled: FakeOperations = {
    waitingPlans: () => ({ items: [], total: 0 }),
    listPlans: () => {
      throw refused('not-allowed');
    },
    browseOffers: () => ({ items: [] }),
  };

  it('is drawn with their eyes, and again when something changes for who has opened it', async () => {
    const { pages, views } = pagesOf(filled);
    pages.changed('U0MIA0001');
    await pages.show(asker);
    expect(views).toHaveLength(1);
    expect(views[0]).toContain('Nothing waits for your decision');
    pages.changed('U0MIA0001');
    pages.changed('U0MIA0001');
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
    expect(views).toHaveLength(2);
    pages.stop();
  });

  it('says at its top what came of a press on it', async () => {
    const { pages, views } = pagesOf(filled);
    await pages.respondTo(asker)({ text: 'Recorded' });
    expect(views[0]).toContain('Recorded');
  });

  it('says why it cannot be filled', async () => {
    const { pages, views } = pagesOf({});
    await pages.show(asker);
    expect(views[0]).toContain('There is nothing here that you can see');
  });
});
