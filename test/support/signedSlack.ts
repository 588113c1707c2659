import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { SIGNING_SECRET } from './surroundings';

const APP = 'A0OFFERD1';
const TEAM = 'T0OFFERD1';

/** Where a button stands: on a message, or on the App Home. */
export interface Pressed {
  /** channel of the message; none on the App Home */
  channel?: string;
  ts?: string;
  action: object;
}

/** What of a request may be otherwise than Slack sends it. */
export interface Otherwise {
  headers?: Record<string, string>;
  /** seconds from now at which it says to be sent */
  ahead?: number;
  secret?: string;
}

/** Slack as a bot behind signed HTTP knows it: requests of our own, and what is answered to people in private. */
export class SignedSlack {
  /** what people were answered in private, oldest first */
  readonly answers: { text?: string; blocks?: unknown[]; response_type?: string }[] = [];
  /** what opens a modal in the workspace */
  trigger = '';
  private readonly server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    this.answers.push(JSON.parse(body));
    response.end('ok');
  });

  /** @param bot - address of the bot */
  constructor(private readonly bot: string) {}

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Presses a button. */
  press(user: string, pressed: Pressed, otherwise?: Otherwise): Promise<Response> {
    const { channel, ts, action } = pressed;
    const where = channel
      ? {
          response_url: this.answerTo,
          channel: { id: channel },
          message: { ts },
          container: { type: 'message', channel_id: channel, message_ts: ts },
        }
      : { view: { type: 'home', id: 'V0HOME' }, container: { type: 'view', view_id: 'V0HOME' } };
    const press = { type: 'button', block_id: 'b', action_ts: '1.1', ...action };
    return this.interact('block_actions', user, { ...where, actions: [press] }, otherwise);
  }

  /** Types words into a menu that finds while they are typed; gives what it offers. */
  async find(user: string, actionId: string, value: string, blockId = 'offer'): Promise<string[]> {
    const asked = { action_id: actionId, block_id: blockId, value };
    const answer = await this.interact('block_suggestion', user, asked);
    const { options = [] } = (await answer.json()) as { options?: { text: { text: string } }[] };
    return options.map(({ text }) => text.text);
  }

  /** Takes a shortcut that stands everywhere, or in the menu of a message. */
  shortcut(
    user: string,
    callbackId: string,
    message?: { channel: string; ts: string; text: string },
  ): Promise<Response> {
    const at = message && {
      channel: { id: message.channel },
      message_ts: message.ts,
      message: { ts: message.ts, text: message.text },
      response_url: this.answerTo,
    };
    const type = at ? 'message_action' : 'shortcut';
    return this.interact(type, user, { callback_id: callbackId, action_ts: '1.1', ...at });
  }

  /** Something happened in the workspace. */
  event(event: object, otherwise?: Otherwise & { id?: string }): Promise<Response> {
    const id = otherwise?.id ?? `Ev${randomUUID()}`;
    const body = { type: 'event_callback', event_id: id, api_app_id: APP, team_id: TEAM, event };
    return this.send(JSON.stringify(body), 'application/json', otherwise);
  }

  /** Types a slash command. */
  command(user: string, text: string, otherwise?: Otherwise): Promise<Response> {
    const form = {
      command: '/offer',
      text,
      user_id: user,
      team_id: TEAM,
      api_app_id: APP,
      channel_id: 'C0GENERAL1',
      trigger_id: this.trigger,
      response_url: this.answerTo,
    };
    return this.send(
      new URLSearchParams(form).toString(),
      'application/x-www-form-urlencoded',
      otherwise,
    );
  }

  private get answerTo(): string {
    // A listening TCP server has this kind of address.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  private interact(
    type: string,
    user: string,
    more: object,
    otherwise?: Otherwise,
  ): Promise<Response> {
    const payload = JSON.stringify({
      type,
      api_app_id: APP,
      team: { id: TEAM },
      user: { id: user, team_id: TEAM },
      trigger_id: this.trigger,
      ...more,
    });
    const form = new URLSearchParams({ payload }).toString();
    return this.send(form, 'application/x-www-form-urlencoded', otherwise);
  }

  private send(
    body: string,
    type: string,
    { headers = {}, ahead = 0, secret = SIGNING_SECRET }: Otherwise = {},
  ): Promise<Response> {
    const stamp = String(Math.floor(Date.now() / 1000) + ahead);
    const hash = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
    return fetch(`${this.bot}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': stamp,
        'x-slack-signature': `v0=${hash}`,
        ...headers,
      },
    });
  }
}
