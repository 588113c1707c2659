import { OfferCard } from '@offerdesk/backstage-plugin-offers-common';
import { SlashCommand } from '@slack/bolt';
import { anAnnouncement, aPlan, HASH, PLAN_ID } from '../../__testUtils__/builders';
import { fakeSlack } from '../../__testUtils__/fakeSlack';
import {
  FakeOperations,
  fakeRespond,
  fakeServices,
  refused,
} from '../../__testUtils__/fakeServices';
import { allTexts, buttonsIn } from '../../__testUtils__/reading';
import { NoAnswer } from '../../backend/noAnswer';
import { IdentityRefusal, identityRefusal } from '../../identity/refusal';
import { actionIds } from '../../views/actionIds';
import { offerCommands } from '../../views/values';
import { BotServices } from '../services';
import { Rights } from './help';
import { offer } from './offer';

const command = (text: string): SlashCommand => ({
  token: '',
  command: '/offer',
  text,
  response_url: '',
  trigger_id: '',
  user_id: 'U0ADA0001',
  user_name: 'ada',
  team_id: 'T0OFFERD1',
  team_domain: 'offerdesk',
  channel_id: 'C0OFFERS1',
  channel_name: 'platform-offers',
  api_app_id: 'A0OFFERD1',
});

async function typed(
  text: string,
  operations: FakeOperations = {},
  changes: Partial<BotServices> = {},
) {
  const { services, calls } = fakeServices(operations, changes);
  const { respond, answers } = fakeRespond();
  const order: string[] = [];
  await offer(services)({
    ack: async () => {
      order.push(`ack after ${calls.length} calls`);
    },
    command: command(text),
    respond,
    client: fakeSlack({}).slack,
  });
  const [answer, ...others] = answers;
  expect(others).toEqual([]);
  expect(order).toEqual(['ack after 0 calls']);
  const blocks = answer && 'blocks' in answer && answer.blocks ? answer.blocks : [];
  // The blocks are the bot's own, all of known kinds.
  return {
    answer,
    calls,
    text: answer?.text ?? '',
    blocks: blocks as Parameters<typeof buttonsIn>[0],
  };
}

const card = (name: string, title: string): OfferCard => ({
  id: name,
  name,
  title,
  summary: 'A database',
  interaction: 'provision',
  tags: [],
  priceLists: anAnnouncement().priceLists,
  state: 'available',
  since: '2026-12-01T09:00:00.000Z',
  orderable: true,
});

const two = {
  browseOffers: () => ({
    items: [card('postgres-small', 'Postgres small'), card('postgres-large', 'Postgres large')],
  }),
  listOffers: () => ({ items: [] }),
};

describe('/offer', () => {
  it('answers everything in private', async () => {
    for (const text of ['', 'help', 'search x', 'show x', 'why x', 'publish x', 'nonsense']) {
      const { answer } = await typed(text, {
        browseOffers: () => ({ items: [] }),
        listOffers: () => ({ items: [] }),
        listPlans: () => ({ items: [] }),
      });
      expect(answer).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    }
  });

  it('lists what it can do, also when nothing was typed', async () => {
    const { blocks } = await typed('');
    for (const word of [
      'search',
      'show',
      'why',
      'plan',
      'publish',
      'schedule',
      'suspend',
      'resume',
      'roll-back',
      'rings',
      'audit',
      'help',
    ]) {
      expect(allTexts({ blocks })).toContain(`/offer ${word}`);
    }
  });

  it('names to each person the words that are of use to them', async () => {
    const wordsFor = async (rights: Rights) => {
      const { blocks } = await typed('help', { me: () => rights });
      return allTexts({ blocks });
    };
    const consumer = await wordsFor({ can: [], approver: false });
    expect(consumer).toContain('/offer search WORDS');
    expect(consumer).not.toMatch(/offer (plan|publish|suspend|audit)|@person/);
    const approver = await wordsFor({ can: [], approver: true });
    expect(approver).toContain('What waits for your decision');
    expect(approver).toContain('/offer plan NAME');
    expect(approver).not.toMatch(/offer (publish|suspend|terminate|audit)/);
    const operator = await wordsFor({ can: ['readAll', 'operate'], approver: false });
    expect(operator).toMatch(/offer suspend NAME[\s\S]*For example/);
    expect(operator).not.toMatch(/offer (schedule|terminate|audit)/);
  });

  it('helps who is nobody of the portal yet, and says what to do about that', async () => {
    const { blocks } = await typed('help', {
      me: () => {
        throw new IdentityRefusal('person-unknown', 'Type /offer link in any channel.');
      },
    });
    expect(allTexts({ blocks })).toMatch(/^⚠️ Type \/offer link[\s\S]*offer search WORDS/);
  });

  it('shows why a draft is not offered with its plan, since it has no page yet', async () => {
    const answer = { answer: false, reasons: [] };
    const why = (state: string) =>
      typed('why postgres-next', {
        explainOffer: () => ({
          name: 'postgres-next',
          title: 'Postgres next',
          viewer: 'user:default/carla',
          url: 'https://portal.example.com/offers/o/postgres-next',
          explanation: {
            at: '2026-12-01T09:00:00.000Z',
            state,
            visible: answer,
            orderable: answer,
          },
        }),
      });
    const [draft] = buttonsIn((await why('draft')).blocks);
    expect(draft).toMatchObject({ value: JSON.stringify({ c: 'plan', n: 'postgres-next' }) });
    expect(draft?.url).toBeUndefined();
    const [ended] = buttonsIn((await why('ended')).blocks);
    expect(ended?.url).toContain('/offers/o/postgres-next');
  });

  it.each([
    ['serach postgres', '/offer search postgres'],
    ['shwo x', '/offer show x'],
    ['pubish x', '/offer publish x'],
    ['hlep', '/offer help'],
  ])('names the nearest command for %s', async (text, nearest) => {
    expect((await typed(text)).text).toContain(`Did you mean \`${nearest}\``);
  });

  it('points to the help when nothing is near', async () => {
    expect((await typed('xyzzyxyzzyxyzzy now')).text).toContain('/offer help');
  });

  it.each([...offerCommands, 'search'])('asks for what is missing after %s', async word => {
    const { text, calls } = await typed(word);
    expect(text).toContain(`/offer ${word}`);
    expect(calls).toEqual([]);
  });

  it('searches by words, as they were typed', async () => {
    const { calls, blocks } = await typed('search R&amp;D &lt;db&gt;', two);
    expect(calls[0]).toMatchObject({ id: 'browseOffers', input: { query: { q: 'R&D <db>' } } });
    expect(buttonsIn(blocks).map(({ value }) => JSON.parse(value ?? '').n)).toEqual([
      'postgres-small',
      'postgres-large',
    ]);
  });

  it('finds what the person manages besides, such as drafts, and leads to its plan', async () => {
    const managed = [
      { name: 'postgres-small', title: 'Postgres small', state: 'available' },
      { name: 'postgres-next', title: 'Postgres next', state: 'draft' },
    ];
    const { blocks } = await typed('search postgres', {
      ...two,
      listOffers: () => ({ items: managed }),
    });
    const values = buttonsIn(blocks).map(({ value }) => JSON.parse(value ?? ''));
    expect(values).toEqual([
      { c: 'show', n: 'postgres-small' },
      { c: 'show', n: 'postgres-large' },
      { c: 'plan', n: 'postgres-next' },
    ]);
    expect(allTexts({ blocks })).toContain('not offered to you');
  });

  it('lets the person choose when several offers fit', async () => {
    const { blocks } = await typed('show Postgres', two);
    expect(buttonsIn(blocks).map(({ action_id: id }) => id)).toEqual([
      actionIds.choose,
      actionIds.choose,
    ]);
    expect(JSON.stringify(blocks)).toContain(`"block_id":"menu:show:"`);
    expect(JSON.parse(buttonsIn(blocks)[1]?.value ?? '')).toEqual({
      c: 'show',
      n: 'postgres-large',
    });
  });

  it('takes a title that fits exactly', async () => {
    const { calls } = await typed('why postgres LARGE', two);
    expect(calls.at(-1)).toMatchObject({
      id: 'explainOffer',
      input: { params: { name: 'postgres-large' } },
    });
  });

  it('[rule 1] says the same of an offer that is hidden and of one that is not there', async () => {
    const none = {
      browseOffers: () => ({ items: [] }),
      listOffers: () => ({ items: [] }),
      listPlans: () => ({ items: [] }),
    };
    for (const word of offerCommands) {
      const hidden = await typed(`${word} hidden-offer`, {
        ...none,
        offerPage: () => {
          throw refused('not-found');
        },
      });
      const absent = await typed(`${word} absent-offer`, none);
      expect(hidden.text.replace('hidden', 'X')).toBe(absent.text.replace('absent', 'X'));
      expect(hidden.blocks).toEqual([]);
    }
  });

  it('points staff who manage a draft to the reasons why it is not offered', async () => {
    const { text } = await typed('show draft-offer', {
      browseOffers: () => ({ items: [] }),
      listOffers: () => ({ items: [{ name: 'draft-offer', title: 'Draft' }] }),
    });
    expect(text).toContain('/offer why draft-offer');
  });

  it('asks why for somebody else by their Slack account, and reads dates in the zone of the asker', async () => {
    const { calls } = await typed(
      'why postgres-small <@U0BEN0001|ben>',
      {},
      {
        userRefs: {
          find: async (_asker, person) =>
            person.startsWith('<@U0BEN0001') ? 'user:default/ben' : undefined,
        },
      },
    );
    expect(calls[0]).toMatchObject({
      id: 'explainOffer',
      input: {
        params: { name: 'postgres-small' },
        query: { viewer: 'user:default/ben', zone: 'Europe/Amsterdam' },
      },
    });
  });

  it('says what to do when the other person is nobody in the portal', async () => {
    expect((await typed('why postgres-small @nobody!')).calls.map(({ id }) => id)).not.toContain(
      'publish',
    );
    expect((await typed('why postgres-small <@U0BEN0001|ben>')).text).toContain('user:default/ada');
  });

  it('publishes nothing by itself: it shows the preview of the approved plan, with its content hash', async () => {
    const approved = aPlan({ state: 'approved' });
    const { calls, blocks } = await typed('publish postgres-production', {
      listPlans: () => ({ items: [approved] }),
      previewRelease: () => ({
        planId: PLAN_ID,
        title: approved.title,
        state: 'approved',
        contentHash: HASH,
        releasable: true,
        gates: [],
        effects: [],
      }),
    });
    expect(calls.map(({ id }) => id)).toEqual(['listPlans', 'previewRelease']);
    const [publish, cancel] = buttonsIn(blocks);
    expect(JSON.parse(publish?.value ?? '')).toEqual({ p: PLAN_ID, h: HASH });
    expect(publish?.confirm).toBeDefined();
    expect(cancel?.action_id).toBe(actionIds.cancelPublish);
  });

  it.each([
    ['submitted', '0 of 1 approvals'],
    ['draft', 'what is missing'],
    ['rejected', 'Start another'],
    ['cancelled', 'Start another'],
    ['released', 'already'],
  ] as const)(
    'says what a plan that is %s needs before it can be published',
    async (state, words) => {
      const { text, blocks } = await typed('publish postgres-production', {
        listPlans: () => ({ items: [aPlan({ state })] }),
      });
      expect(text).toContain(words);
      expect(buttonsIn(blocks).map(({ value }) => JSON.parse(value ?? ''))).toEqual([
        { c: 'plan', n: 'postgres-production' },
      ]);
    },
  );

  it.each([
    [refused('not-allowed'), 'catalog manager'],
    [new NoAnswer('silence'), 'Try again in a minute'],
    [identityRefusal('guest'), 'Guests'],
    [new Error('bug'), 'this reference'],
  ])('tells a failure in a sentence that says what to do: %s', async (error, words) => {
    const { text, answer } = await typed('search postgres', {
      ...two,
      browseOffers: () => {
        throw error;
      },
    });
    expect(text).toContain(words);
    expect(answer).toMatchObject({ response_type: 'ephemeral' });
  });
});
