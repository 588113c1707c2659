import { createHmac, randomUUID } from 'node:crypto';
import { TEAM } from './FakeSlack';
import { SIGNING_SECRET } from './Processes';

/** A button that somebody in Slack presses. */
export interface Press {
  user: string;
  channel: string;
  ts: string;
  action: object;
}

/** What Slack sends of a press. */
export function bodyOf({ user, channel, ts, action }: Press, slackUrl: string): string {
  const payload = JSON.stringify({
    type: 'block_actions',
    api_app_id: 'A0OFFERD1',
    team: { id: TEAM },
    user: { id: user, team_id: TEAM },
    trigger_id: randomUUID(),
    response_url: `${slackUrl}/api/respond`,
    channel: { id: channel },
    message: { ts },
    container: { type: 'message', channel_id: channel, message_ts: ts },
    actions: [{ type: 'button', action_ts: '1.1', ...action }],
  });
  return new URLSearchParams({ payload }).toString();
}

/** Sends it to a bot, signed; whether it was acknowledged. */
export async function send(url: string, body: string, copy: number): Promise<boolean> {
  const stamp = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', SIGNING_SECRET).update(`v0:${stamp}:${body}`).digest('hex');
  const response = await fetch(`${url}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${hash}`,
      ...(copy > 0 ? { 'x-slack-retry-num': String(copy) } : {}),
    },
  }).catch(() => undefined);
  return response?.ok ?? false;
}
