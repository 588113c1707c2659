import { Bot } from './app';
import { aBot, aConfig, BOT_TOKEN, botKey } from './__testUtils__/aBot';
import { FaultySlack } from './__testUtils__/faultySlack';
import { hasLocalSlack, LocalMessage, LocalSlack, until } from './__testUtils__/localSlack';
import { FakePortal } from './__testUtils__/portal';
import { actionIds } from './views/actionIds';

jest.setTimeout(60_000);

// The local workspace is a Linux x64 program; elsewhere LOCAL_SLACK_BIN names another build of it.
const onLocalSlack = hasLocalSlack() ? describe : describe.skip;

onLocalSlack('The bot in a Slack workspace', () => {
  const slack = new LocalSlack();
  let faulty: FaultySlack;
  let portal: FakePortal;
  let bots: Bot[] = [];
  let logged: string[] = [];
  let portalUrl = '';
  let slackApiUrl = '';

  async function startBot(): Promise<Bot> {
    const started = aBot(aConfig({ offersBaseUrl: portalUrl, slackApiUrl }));
    bots.push(started.bot);
    logged = started.logged;
    await started.bot.start();
    return started.bot;
  }

  beforeAll(() => slack.start());
  afterAll(() => slack.stop());

  beforeEach(async () => {
    await fetch(`${slack.url}/_control/reset`, { method: 'POST' });
    faulty = new FaultySlack(slack.url);
    slackApiUrl = await faulty.start();
    portal = new FakePortal(botKey.publicKey, BOT_TOKEN, 1_500);
    portalUrl = await portal.backend.start();
  });

  afterEach(async () => {
    await Promise.all(bots.map(bot => bot.stop()));
    bots = [];
    await portal.backend.stop();
    await faulty.stop();
  });

  const approvals = () => slack.messages('C0APPROV1');
  const isCard = ({ thread_ts: thread, subtype }: LocalMessage) =>
    !thread && subtype !== 'ephemeral';
  const cards = async () => (await approvals()).filter(isCard);
  const card = async () => (await cards())[0];
  const whispers = async (channel: string, user: string) =>
    (await slack.messages(channel)).filter(message => message.ephemeral_to === user);
  const buttonsOf = (message: LocalMessage | undefined) =>
    (message?.blocks ?? []).flatMap(block => (block.elements ?? []).map(({ action_id: id }) => id));

  it('brings the approval card to the channel and to the approver in person', async () => {
    await startBot();
    portal.submit();
    const posted = await until(card);
    expect(posted.text).toContain('PostgreSQL for production');
    expect(buttonsOf(posted)).toEqual(
      expect.arrayContaining([actionIds.approve, actionIds.reject]),
    );
    await until(async () => portal.backend.deliveries.every(({ state }) => state === 'sent'));
    expect(portal.backend.deliveries.map(({ place }) => place?.channel)).toEqual([
      'C0APPROV1',
      expect.stringMatching(/^D/),
    ]);
  });

  it("[rule 4] refuses the author's own click, and tells the author alone", async () => {
    await startBot();
    portal.submit();
    await slack.press('U0CARLA01', 'C0APPROV1', await until(card), actionIds.approve);
    const [refusal] = await until(async () => {
      const said = await whispers('C0APPROV1', 'U0CARLA01');
      return said.length > 0 && said;
    });
    expect(refusal?.text).toContain('somebody else has to decide');
    expect(portal.state).toBe('submitted');
  });

  it('takes an approval, draws every card again without decision buttons, and notes it in the thread', async () => {
    await startBot();
    portal.submit();
    await slack.press('U0MIA0001', 'C0APPROV1', await until(card), actionIds.approve);
    await until(async () => portal.state === 'approved');
    await until(async () => !buttonsOf(await card()).includes(actionIds.approve));
    const note = await until(async () =>
      (await approvals()).find(({ thread_ts: thread }) => thread),
    );
    expect(note.text).toContain('Mia Okafor approved');
    expect(await cards()).toHaveLength(1);
    await until(async () => portal.backend.deliveries.every(({ state }) => state === 'sent'));
  });

  it('[rule 5] takes two clicks of one person as one decision', async () => {
    await startBot();
    portal.submit();
    const posted = await until(card);
    await Promise.all([
      slack.press('U0MIA0001', 'C0APPROV1', posted, actionIds.approve),
      slack.press('U0MIA0001', 'C0APPROV1', posted, actionIds.approve),
    ]);
    await until(async () => (await whispers('C0APPROV1', 'U0MIA0001')).length === 2);
    expect(portal.decisions).toHaveLength(1);
    expect(
      new Set(portal.backend.requests.filter(({ id }) => id === 'decide').map(({ key }) => key))
        .size,
    ).toBe(1);
  });

  it('asks for a reason, and rejects with it', async () => {
    await startBot();
    portal.submit();
    await slack.press('U0MIA0001', 'C0APPROV1', await until(card), actionIds.reject);
    await until(async () => faulty.calls.includes('views.open'));
    await slack.submit('U0MIA0001', {
      reason: { reason: { type: 'plain_text_input', value: '  ' } },
    });
    expect(portal.state).toBe('submitted');
    await slack.submit('U0MIA0001', {
      reason: { reason: { type: 'plain_text_input', value: 'Too cheap <!channel>' } },
    });
    await until(async () => portal.state === 'rejected');
    expect(portal.decisions[0]?.reason).toBe('Too cheap <!channel>');
    const all = JSON.stringify(
      await until(async () => {
        const said = await approvals();
        return said.some(({ thread_ts: thread }) => thread) && said;
      }),
    );
    expect(all).not.toContain('<!channel>');
    expect(all).toContain('Too cheap &lt;!channel&gt;');
  });

  it('asks the author in person, and brings the answer back to who asked', async () => {
    await startBot();
    portal.submit();
    await slack.press('U0MIA0001', 'C0APPROV1', await until(card), actionIds.ask);
    await until(async () => faulty.calls.includes('views.open'));
    await slack.submit('U0MIA0001', {
      comment: { comment: { type: 'plain_text_input', value: 'Why now? <!channel>' } },
    });
    const placeOf = (key: string) =>
      until(async () => portal.backend.deliveries.find(each => each.key === key)?.place);
    const question = await placeOf('question');
    const [asked] = await slack.messages(question.channel);
    expect(asked?.text).toContain('Mia Okafor asks you about your plan');
    expect(JSON.stringify(asked)).toContain('Why now? &lt;!channel&gt;');
    expect(buttonsOf(asked)).toContain(actionIds.answer);
    await slack.say('U0CARLA01', question.channel, 'Since it was asked for', question.ts);
    const answer = await placeOf('answer');
    const told = (await slack.messages(answer.channel)).find(({ ts }) => ts === answer.ts);
    expect(told?.text).toContain('Carla Mendes answers your question');
    expect(portal.comments).toEqual([
      { author: 'user:default/mia', text: 'Why now? <!channel>' },
      {
        author: 'user:default/carla',
        text: 'Since it was asked for',
        answers: expect.any(String),
      },
    ]);
  });

  it('takes a reply under a card as a question, and leaves other talk alone', async () => {
    await startBot();
    portal.submit();
    // The local workspace tells an app of messages in person; of those in channels, signed tests tell.
    const { channel, ts } = await until(
      async () => portal.backend.deliveries.find(({ key }) => key === 'card:mia')?.place,
    );
    await slack.say('U0MIA0001', channel, 'Lunch?');
    await slack.say('U0MIA0001', channel, 'And the price?', ts);
    await until(async () => portal.comments.length > 0);
    expect(portal.comments).toEqual([{ author: 'user:default/mia', text: 'And the price?' }]);
  });

  it('tells who decided when a click comes too late', async () => {
    await startBot();
    portal.submit();
    const posted = await until(card);
    await slack.press('U0MIA0001', 'C0APPROV1', posted, actionIds.approve);
    await until(async () => portal.state === 'approved');
    await slack.press('U0RAVI001', 'C0APPROV1', posted, actionIds.approve);
    const [late] = await until(async () => {
      const said = await whispers('C0APPROV1', 'U0RAVI001');
      return said.length > 0 && said;
    });
    expect(late?.text).toMatch(/does not wait for a decision any more.*\*mia\* approved/s);
  });

  it('previews and publishes an approved plan, and announces it once', async () => {
    await startBot();
    portal.state = 'approved';
    await slack.command('U0CARLA01', 'publish postgres-production');
    const [preview] = await until(async () => {
      const said = await whispers('C0OFFERS1', 'U0CARLA01');
      return said.length > 0 && said;
    });
    if (!preview) throw new Error('no preview');
    expect(JSON.stringify(preview.blocks)).toContain('does not hear of it');
    await slack.press('U0CARLA01', 'C0OFFERS1', preview, actionIds.publish);
    await until(async () => portal.state === 'released');
    const announced = await until(async () => {
      const said = (await slack.messages('C0OFFERS1')).filter(isCard);
      return said.length > 0 && said;
    });
    expect(announced).toHaveLength(1);
    expect(announced[0]?.text).toContain('Now available: PostgreSQL for production');
  });

  it('[rule 1] answers about an offer outside the audience as about one that does not exist', async () => {
    await startBot();
    const said = async (text: string) => {
      const before = (await whispers('C0GENERAL1', 'U0RAVI001')).length;
      await slack.command('U0RAVI001', text, 'C0GENERAL1');
      const all = await until(async () => {
        const now = await whispers('C0GENERAL1', 'U0RAVI001');
        return now.length > before && now;
      });
      return all.at(-1)?.text;
    };
    for (const command of ['show', 'why']) {
      const hidden = await said(`${command} postgres-production`);
      const absent = await said(`${command} no-such-offer`);
      expect(hidden?.replace('postgres-production', 'X')).toBe(
        absent?.replace('no-such-offer', 'X'),
      );
    }
    expect(await said('search postgres')).toContain('I find no offers');
  });

  it('refuses a Slack person whom the portal does not know, in private', async () => {
    await startBot();
    await slack.command('U0OTTO001', 'search postgres', 'C0GENERAL1');
    const [refusal] = await until(async () => {
      const said = await whispers('C0GENERAL1', 'U0OTTO001');
      return said.length > 0 && said;
    });
    expect(refusal?.text).toContain('not linked to a user of the portal');
  });

  it('[rule 5] posts one message when answers of Slack are lost and it limits the rate', async () => {
    faulty.next('chat.postMessage', 'lose-answer', 'rate-limit', 'lose-request', 'lose-answer');
    await startBot();
    portal.submit();
    await until(async () => portal.backend.deliveries.every(({ state }) => state === 'sent'));
    expect(await cards()).toHaveLength(1);
    const direct = portal.backend.deliveries[1]?.place?.channel ?? '';
    expect(await slack.messages(direct)).toHaveLength(1);
  });

  it('[rule 6] posts one message when the bot is stopped and started in the middle', async () => {
    faulty.next('chat.postMessage', 'lose-answer', 'lose-answer');
    const first = await startBot();
    portal.submit();
    await until(card);
    await first.stop();
    await startBot();
    await until(async () => portal.backend.deliveries.every(({ state }) => state === 'sent'));
    expect(await cards()).toHaveLength(1);
  });

  it('[rule 5] posts one message when three workers run side by side', async () => {
    await Promise.all([startBot(), startBot(), startBot()]);
    portal.submit();
    await until(async () => portal.backend.deliveries.every(({ state }) => state === 'sent'));
    expect(await cards()).toHaveLength(1);
  });

  it('logs neither tokens nor assertions', async () => {
    await startBot();
    await slack.command('U0ADA0001', 'search postgres');
    await until(async () => (await whispers('C0OFFERS1', 'U0ADA0001')).length > 0);
    expect(logged.join('\n')).not.toMatch(/xox|xapp|eyJ|token-of-the-bot/);
    expect(logged.some(line => JSON.parse(line).what === '/offer search')).toBe(true);
  });
});
