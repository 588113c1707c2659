import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { until } from '../../support/processes';
import { buttons, SlackMessage, wordsOf } from '../../support/slack';
import { APPROVALS, chosen, ids, labelsOf, typed, World } from './World';

const isCard = ({ thread_ts: thread }: SlackMessage) => thread === undefined;

/** Cards, decisions, and that every copy is true. */
export function approvals(world: World): void {
  /** Waits until the card says something in the channel and in person; gives the copies. */
  const everywhere = (title: string, words: string, ...more: string[]) =>
    until(`${words} on every card of ${title}`, async () => {
      const copies = await Promise.all(
        (['approvals', 'mia', 'ravi'] as const).map(async where =>
          (await world.told(where, title, ...more)).filter(isCard),
        ),
      );
      const cards = copies.flat();
      return cards.length === 3 && cards.every(card => wordsOf(card).includes(words)) && cards;
    });

  it('takes approvals of two people, at either bot and in the portal, and shows each on every card', async () => {
    const { id } = await world.draft('Quorum database');
    const plan = await world.submit(await world.plan('new', [id]));
    await everywhere('Quorum database', '0 of 2 given');
    const card = await world.hears('approvals', 'Quorum database');
    const inPerson = await world.hears('mia', 'Quorum database');
    expect(wordsOf(card)).toContain('120.00 EUR a month');
    expect(wordsOf(card)).toContain('margin 50.0 % (floor 5 %)');
    expect(wordsOf(card)).toContain('Will see it: *Engineers* (2 people)');
    const channel = await world.direct('mia');
    // The same press at one bot over the socket, at the other over HTTP, and there again since Slack got no answer.
    await Promise.all([
      world.slack.press(ids.mia, APPROVALS, card, 'Approve'),
      world.pressSigned('mia', channel, inPerson, 'Approve'),
      world.pressSigned('mia', channel, inPerson, 'Approve', {
        headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
      }),
    ]);
    await everywhere('Quorum database', '1 of 2 given');
    await world.approve('ravi', plan);
    for (const copy of await everywhere('Quorum database', '2 of 2 given')) {
      expect(labelsOf(copy)).toEqual(['Details']);
    }
    const notes = await until('a note of each in the thread', async () => {
      const all = await world.told('approvals', 'approved');
      const inThread = all.filter(({ thread_ts: of }) => of === card.ts);
      return inThread.length > 1 && inThread;
    });
    expect(notes).toHaveLength(2);
    expect((await world.planOf(plan)).decisions).toHaveLength(2);
    await world.hears('carla', 'Quorum database');
    // Who runs the service has to know what is coming.
    const { id: planId, revision } = await world.planOf(plan);
    await world.as('carla')('tellStakeholders', { params: { id: planId }, revision });
    await world.hears('nils', 'Coming: Quorum database');
  });

  it('asks for changes with a comment: the form is opened by one bot and sent to the other', async () => {
    const { id } = await world.draft('Changed database');
    const plan = await world.submit(await world.plan('new', [id]));
    const card = await world.hears('approvals', 'Changed database');
    await world.pressSigned('mia', APPROVALS, card, 'Request changes');
    await world.modal('What has to change?');
    await world.sends('mia', { reason: typed('Name the region <!channel>') }, 'Recorded');
    await everywhere('Changed database', 'Name the region &lt;!channel&gt;');
    expect((await world.planOf(plan)).state).toBe('changes-requested');
    await world.hears('carla', 'Changed database', 'Name the region');
    // Who has the card of before on their screen is told who decided, and when.
    await world.pressSigned('ravi', APPROVALS, card, 'Approve');
    await world.answered('does not wait for a decision any more', '*Mia Okafor*');
  });

  it('brings a question to the author, and the answer back', async () => {
    const { id } = await world.draft('Asked database');
    await world.submit(await world.plan('new', [id]));
    const card = await world.hears('mia', 'Asked database');
    await world.pressSigned('mia', await world.direct('mia'), card, 'Ask');
    await world.modal('What do you want to know?');
    await world.sends('mia', { comment: typed('Why now?') }, 'asked');
    const question = await world.hears('carla', 'Why now?');
    await world.slack.say(ids.carla, await world.direct('carla'), 'It was asked for', question.ts);
    await world.hears('mia', 'It was asked for');
    const thread = await world.hears('approvals', 'It was asked for');
    expect(thread.thread_ts).toBeDefined();
  });

  it('approves what the policy calls low-risk together, from the App Home', async () => {
    const offerIds = await world.published(['Alpha database'], ['Beta database']);
    const dates = [new Date().toISOString().slice(0, 16), '2027-03-02T09:00'];
    const plans: Plan[] = [];
    for (const [index, id] of offerIds.entries()) {
      const { revision, draft } = await world.as('carla')('startNextVersion', {
        params: { id },
        body: {},
      });
      if (!draft) throw new Error('There is no draft');
      const content = cheaper(draft.content);
      await world.as('carla')('putDraft', {
        params: { id },
        revision,
        body: { owner: 'group:default/platform-team', content },
      });
      plans.push(await world.submit(await world.plan('change', [id], dates[index])));
    }
    const card = await world.hears('approvals', 'Beta database', '90.00 EUR');
    expect(wordsOf(card)).toMatch(/120\.00 EUR.*90\.00 EUR/);
    world.page.openHome(ids.mia);
    const home = await until('the App Home of Mia', async () => {
      const view = JSON.stringify(world.page.home(ids.mia) ?? '');
      return view.includes('Approve several') && view.includes('Beta database') && view;
    });
    expect(home).toContain('Alpha database');
    const actionId = /"action_id":"([^"]*batch[^"]*)"/.exec(home)?.[1];
    await world.signed.press(ids.mia, { action: { action_id: actionId } });
    await world.modal('Alpha database', 'Beta database');
    const both = {
      type: 'checkboxes',
      selected_options: ['0', '1'].map(each => chosen(each).selected_option),
    };
    await world.sends('mia', { 'plans-0': { ...both, action: 'plans' } }, '✅ *0*', '✅ *1*');
    await everywhere('Alpha database', '1 of 1 given', '90.00 EUR');
    await everywhere('Beta database', '1 of 1 given', '90.00 EUR');
    for (const plan of plans.slice(0, 1)) await world.release(plan);
    await world.hears('offers', 'Changed: Alpha database', '90.00 EUR');
  });

  it('leaves to the portal what the policy wants decided there, whatever is pressed', async () => {
    const [offerId = ''] = await world.published(['Gamma database']);
    const plan = await world.submit(
      await world.created({
        scenario: 'terminate',
        release: { local: '2027-03-01T09:00', zone: 'UTC' },
        terminations: [
          {
            offerId,
            ends: { local: '2027-06-01T00:00', zone: 'UTC' },
            noReplacement: 'Nobody uses it',
            subscriptions: { when: 'end' },
            reason: 'Too old',
          },
        ],
      }),
    );
    const card = await world.hears('mia', 'decided in the portal');
    expect(labelsOf(card)).toEqual(['Ask…', 'Decide in the portal']);
    const { id: p, contentHash: h } = plan;
    const approve = { action_id: 'offers-approve', value: JSON.stringify({ p, h }) };
    const at = { channel: await world.direct('mia'), ts: card.ts, action: approve };
    await world.signed.press(ids.mia, at);
    await world.answered('in the portal');
    expect((await world.planOf(plan)).decisions).toEqual([]);
    await world.approve('mia', plan);
    await world.hears('mia', 'Nobody uses it', 'Approved');
  });

  it('says on every card, and to who presses late, that a plan changed or was cancelled', async () => {
    const { id } = await world.draft('Void database');
    const plan = await world.submit(await world.plan('new', [id]));
    const card = await world.hears('approvals', 'Void database');
    const { revision, draft } = await world.as('carla')('getOffer', { params: { id } });
    if (!draft) throw new Error('There is no draft');
    await world.approve('ravi', plan);
    await world.as('carla')('putDraft', {
      params: { id },
      revision,
      body: { owner: 'group:default/platform-team', content: cheaper(draft.content) },
    });
    await everywhere('Void database', 'changed the content');
    await everywhere('Void database', '0 of 2 given');
    await world.pressSigned('mia', APPROVALS, card, 'Approve');
    await world.answered('changed the content');
    const { revision: last } = await world.planOf(plan);
    await world.as('carla')('cancelPlan', {
      params: { id: plan.id },
      revision: last,
      body: { reason: 'Not this year' },
    });
    for (const copy of await everywhere('Void database', 'Cancelled')) {
      expect(buttons(copy)).toHaveLength(1);
    }
    await world.pressSigned('mia', APPROVALS, card, 'Approve');
    await world.answered('cancelled');
  });
}

/** The same content for less. */
function cheaper<T>(content: T): T {
  return JSON.parse(JSON.stringify(content).replace(/"120"/g, '"90"'));
}
