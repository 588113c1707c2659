import { CallInput, ContentInput, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { contentOf } from '../../support/databases';
import { Caller, signIn } from '../../support/people';
import { until } from '../../support/processes';
import { Sample } from '../../support/sample';
import { Otherwise, SignedSlack } from '../../support/signedSlack';
import { buttons, SlackMessage, SlackWorkspace, wordsOf } from '../../support/slack';
import { SlackPage, SlackView } from '../../support/slackPage';
import { config as policy } from './policy';

export const APPROVALS = 'C0APPROV1';
export const OFFERS = 'C0OFFERS1';
export const GENERAL = 'C0GENERAL1';

/** Ids of the sample people in Slack. */
export const ids = {
  carla: 'U0CARLA01',
  ravi: 'U0RAVI001',
  mia: 'U0MIA0001',
  nils: 'U0NILS001',
  ada: 'U0ADA0001',
  ben: 'U0BEN0001',
  otto: 'U0OTTO001',
  /** whom nothing links to the portal */
  sam: 'U0SAMRO01',
} as const;

/** A person of the sample. */
export type Name = keyof typeof ids;

/** How long something may take on a busy machine. */
const PATIENCE_SECONDS = 45;

const found = (text = '', words: readonly string[]) => words.every(each => text.includes(each));

type Scenario = Exclude<Plan['scenario'], 'terminate'>;

/**
 * Portal, workspace, and two bots side by side: one over Socket Mode, which hears what people do in the workspace, and
 * one over signed HTTP, which hears what the test sends. Both send what is due.
 */
export class World {
  readonly sample: Sample;
  private readonly callers = new Map<string, Caller>();
  private parts: { slack: SlackWorkspace; page: SlackPage; signed: SignedSlack } | undefined;

  /** @param config - the policy, where it is not that of the journey */
  constructor(config: object = policy) {
    this.sample = new Sample({
      config,
      hasSecondBot: true,
      strangers: { [ids.sam]: 'Sam Roth' },
    });
  }

  async start(): Promise<void> {
    await this.sample.start();
    const slack = new SlackWorkspace(this.sample.slack);
    const page = await SlackPage.open(this.sample.slack);
    const signed = new SignedSlack(this.sample.bot('second-bot'));
    await signed.start();
    this.parts = { slack, page, signed };
    for (const name of ['carla', 'ravi', 'mia', 'nils', 'ada', 'ben', 'otto']) {
      // The catalogue reads the organisation in its own time, and one may come in before another.
      const caller = await until(`${name} to sign in`, () => signIn(this.sample.portal, name));
      this.callers.set(name, caller);
    }
    await slack.command(ids.carla, 'help');
    signed.trigger = await slack.lastTrigger();
  }

  async stop(): Promise<void> {
    this.parts?.page.close();
    this.parts?.signed.stop();
    await this.sample.stop();
  }

  get slack(): SlackWorkspace {
    return this.running.slack;
  }

  get page(): SlackPage {
    return this.running.page;
  }

  get signed(): SignedSlack {
    return this.running.signed;
  }

  private get running() {
    if (!this.parts) throw new Error('The journey has not started');
    return this.parts;
  }

  /** Calls operations in the portal as somebody. */
  as(name: string): Caller {
    const caller = this.callers.get(name);
    if (!caller) throw new Error(`${name} has not signed in`);
    return caller;
  }

  /** A draft that Carla wrote; its name is its title with hyphens. */
  async draft(title: string, changes: Partial<ContentInput> = {}) {
    const name = title.toLowerCase().replace(/\W+/g, '-');
    return this.as('carla')('createOffer', {
      body: {
        name,
        interaction: 'provision',
        owner: 'group:default/platform-team',
        content: { ...contentOf(title), ...changes },
      },
    });
  }

  /** A plan of Carla's. */
  plan(scenario: Scenario, offerIds: string[], local = '2027-03-01T09:00'): Promise<Plan> {
    return this.created({ scenario, offerIds, release: { local, zone: 'UTC' } });
  }

  created(body: CallInput<'createPlan'>['body']): Promise<Plan> {
    return this.as('carla')('createPlan', { body });
  }

  /** Carla submits a plan. */
  submit({ id, revision }: Pick<Plan, 'id' | 'revision'>): Promise<Plan> {
    return this.as('carla')('submitPlan', { params: { id }, revision });
  }

  /** Somebody approves a plan in the portal. */
  approve(name: Name, { id, contentHash }: Pick<Plan, 'id' | 'contentHash'>): Promise<Plan> {
    return this.as(name)('decide', {
      params: { id },
      body: { verdict: 'approve', contentHash },
    });
  }

  planOf({ id }: Pick<Plan, 'id'>): Promise<Plan> {
    return this.as('carla')('getPlan', { params: { id } });
  }

  /** Offers that were published at once, by one plan; their ids. */
  async published(...drafts: (readonly [title: string, changes?: Partial<ContentInput>])[]) {
    const offerIds: string[] = [];
    for (const [title, changes] of drafts) offerIds.push((await this.draft(title, changes)).id);
    const now = new Date().toISOString().slice(0, 16);
    const plan = await this.submit(await this.plan('new', offerIds, now));
    await this.approve('mia', plan);
    await this.approve('ravi', plan);
    await this.release(plan);
    return offerIds;
  }

  /** Carla releases an approved plan. */
  release({ id, contentHash }: Pick<Plan, 'id' | 'contentHash'>): Promise<Plan> {
    return this.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
  }

  /** The channel in which somebody and the bot are alone. */
  direct(name: Name): Promise<string> {
    return until(`messages to ${name}`, () => this.slack.directChannel(ids[name]));
  }

  /** What the bot told somebody in person, or a channel, that has some words. */
  async told(where: Name | 'approvals' | 'offers', ...words: string[]): Promise<SlackMessage[]> {
    const channels = { approvals: APPROVALS, offers: OFFERS };
    const channel =
      where === 'approvals' || where === 'offers'
        ? channels[where]
        : await this.slack.directChannel(ids[where]);
    const all = channel ? await this.slack.channel(channel) : [];
    return all.filter(message => words.every(each => wordsOf(message).includes(each)));
  }

  /** Waits for the message that has some words. */
  hears(where: Name | 'approvals' | 'offers', ...words: string[]): Promise<SlackMessage> {
    return until(
      `${where} to hear ${words.join(', ')}`,
      async () => (await this.told(where, ...words)).at(-1),
      PATIENCE_SECONDS,
    );
  }

  /** Waits for what only somebody sees in the channel of all. */
  sees(name: Name, words: string): Promise<SlackMessage[]> {
    return until(
      `${name} to see ${words}`,
      async () => {
        const all = await this.slack.privately(GENERAL, ids[name]);
        const those = all.filter(message => wordsOf(message).includes(words));
        return those.length > 0 && those;
      },
      PATIENCE_SECONDS,
    );
  }

  /** Waits until a link was unfurled in a channel; the workspace knows only that it was asked to. */
  unfurled(channel: string, url: string): Promise<boolean> {
    return until(
      `${url} to unfurl`,
      async () =>
        (await this.slack.calls('chat.unfurl')).some(
          call => call.channel === channel && JSON.stringify(call).includes(url),
        ),
      PATIENCE_SECONDS,
    );
  }

  /** Waits for the modal that says something. */
  modal(...words: string[]): Promise<SlackView> {
    return until(
      `a modal with ${words.join(', ')}`,
      async () => found(JSON.stringify(this.page.modal), words) && this.page.modal,
      PATIENCE_SECONDS,
    );
  }

  /** Waits for the private answer of the second bot that says something. */
  answered(...words: string[]): Promise<object> {
    return until(
      `an answer with ${words.join(', ')}`,
      async () =>
        this.signed.answers.find(each => words.every(word => JSON.stringify(each).includes(word))),
      PATIENCE_SECONDS,
    );
  }

  /** Sends the modal that is open, and waits until what it says then has some words. */
  sends(name: Name, values: Readonly<Record<string, object>>, ...words: string[]) {
    const blocks = Object.entries(values).map(([block, field]) => [block, actionsOf(block, field)]);
    this.page.submit(ids[name], Object.fromEntries(blocks));
    return this.modal(...words);
  }

  /** Presses a button of a message at the bot that hears signed requests. */
  async pressSigned(
    name: Name,
    channel: string,
    message: SlackMessage,
    label: string,
    otherwise?: Otherwise,
  ) {
    const action = buttons(message).find(({ text }) => text?.text.startsWith(label));
    if (!action) throw new Error(`There is no button ${label} on ${wordsOf(message)}`);
    const { action_id, value } = action;
    const at = { channel, ts: message.ts, action: { action_id, value } };
    return this.signed.press(ids[name], at, otherwise);
  }
}

/** A field of a form names its action like its block, unless it says otherwise. */
function actionsOf(block: string, field: object): Record<string, object> {
  if ('action' in field && typeof field.action === 'string') return { [field.action]: field };
  return { [block]: field };
}

/** Words typed into a field of a form. */
export const typed = (value: string) => ({ type: 'plain_text_input', value });

/** What was chosen from a menu of a form. */
export const chosen = (value: string, action?: string) => ({
  type: 'static_select',
  selected_option: { value, text: { type: 'plain_text', text: value } },
  ...(action ? { action } : {}),
});

/** What the buttons of a message say. */
export function labelsOf(message: SlackMessage): (string | undefined)[] {
  return buttons(message).map(({ text }) => text?.text);
}
