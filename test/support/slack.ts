import { until } from './processes';

/** A message as the local workspace keeps it. */
export interface SlackMessage {
  ts: string;
  text?: string;
  user?: string;
  thread_ts?: string;
  ephemeral_to?: string;
  blocks?: {
    type: string;
    block_id?: string;
    elements?: SlackElement[];
    accessory?: SlackElement;
  }[];
}

interface SlackElement {
  action_id?: string;
  value?: string;
  url?: string;
  text?: { text: string };
}

/** The local Slack workspace, as its people use it. */
export class SlackWorkspace {
  constructor(private readonly url: string) {}

  /** The messages of a channel that everyone in it sees, oldest first. */
  async channel(channel: string): Promise<SlackMessage[]> {
    return (await this.all(channel)).filter(message => !message.ephemeral_to);
  }

  /** What only one person sees of a channel. */
  async privately(channel: string, user: string): Promise<SlackMessage[]> {
    return (await this.all(channel)).filter(message => message.ephemeral_to === user);
  }

  /** The channel of a person's direct messages with the bot. */
  async directChannel(user: string): Promise<string | undefined> {
    const state = await this.get<{
      channels: { id: string; is_im?: boolean; members?: string[] }[];
    }>('/_control/state');
    return state.channels.find(
      ({ id, members }) => id.startsWith('D') && (members ?? []).includes(user),
    )?.id;
  }

  /** Everything that was posted anywhere, as text, to look for what should not be there. */
  async everything(): Promise<string> {
    const state = await this.get<{ channels: { id: string }[] }>('/_control/state');
    const all = await Promise.all(state.channels.map(({ id }) => this.all(id)));
    return JSON.stringify(all);
  }

  /** Types a slash command, and waits for the new private answer. */
  async command(user: string, text: string, channel = 'C0GENERAL1'): Promise<SlackMessage> {
    const before = (await this.privately(channel, user)).length;
    await this.post('/_control/command', { channel, user, command: '/offer', text });
    return until(
      `an answer to /offer ${text}`,
      async () => (await this.privately(channel, user))[before],
    );
  }

  /** Presses a button of a message. */
  async press(user: string, channel: string, message: SlackMessage, label: string): Promise<void> {
    const element = buttons(message).find(({ text }) => text?.text.startsWith(label));
    if (!element?.action_id) {
      const seen = buttons(message).map(({ text }) => text?.text);
      throw new Error(`There is no button ${label}, only ${seen.join(', ')}`);
    }
    await this.post('/_control/interact', {
      channel,
      user,
      messageTs: message.ts,
      action: { type: 'button', action_id: element.action_id, value: element.value },
    });
  }

  /** Writes a message, or a reply in a thread. */
  async say(user: string, channel: string, text: string, thread?: string): Promise<void> {
    const at = thread ? { thread_ts: thread } : {};
    await this.post('/_control/message', { channel, user, text, ...at });
  }

  /** What the bots called of the Web API by a method, oldest first. */
  async calls(method: string): Promise<Record<string, unknown>[]> {
    return (await this.traffic())
      .filter(({ direction, summary }) => direction === 'from_bot' && summary === method)
      .map(({ detail }) => detail);
  }

  /** A trigger that opens modals: that of what somebody did last. */
  async lastTrigger(): Promise<string> {
    const [, id = ''] =
      /.*"trigger_id":"([^"]+)"/s.exec(JSON.stringify(await this.traffic())) ?? [];
    return id;
  }

  private async traffic() {
    const { log } = await this.get<{
      log: { direction: string; summary: string; detail: Record<string, unknown> }[];
    }>('/_control/log');
    return log;
  }

  private async all(channel: string): Promise<SlackMessage[]> {
    const { messages } = await this.get<{ messages: SlackMessage[] }>(
      `/_control/messages/${channel}`,
    );
    return messages;
  }

  private async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}${path}`);
    if (!response.ok) throw new Error(`The local workspace answered ${response.status} to ${path}`);
    return (await response.json()) as T;
  }

  private async post(path: string, body: object): Promise<void> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The local workspace answered ${response.status} to ${path}`);
  }
}

/** The buttons of a message. */
export function buttons(message: SlackMessage): SlackElement[] {
  return (message.blocks ?? [])
    .flatMap(({ elements = [], accessory }) => (accessory ? [...elements, accessory] : elements))
    .filter(({ action_id }) => action_id !== undefined);
}

/** Everything that a message says. */
export function wordsOf(message: SlackMessage): string {
  return JSON.stringify([message.text, message.blocks]);
}
