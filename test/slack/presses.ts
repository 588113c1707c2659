import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { TEAM } from './fakes';

export const SIGNING_SECRET = 'signing-secret-of-the-benchmark';

/** What presses met. */
export interface Met {
  /** ms from when each was to be sent to the end of its answer; shortest first */
  took: readonly number[];
  refused: number;
}

/** Presses Approve at a fixed rate, whether or not earlier ones were answered. */
export async function press(
  server: string,
  slackUrl: string,
  { rate, seconds }: { rate: number; seconds: number },
): Promise<Met> {
  const dispatcher = new Agent({ connections: 64, pipelining: 1 });
  const begun = performance.now();
  const sent: Promise<{ status: number; took: number }>[] = [];
  for (let number = 0; number < rate * seconds; number += 1) {
    const due = begun + (number * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    const answered = pressed(server, aPress(slackUrl, number), dispatcher);
    sent.push(answered.then(status => ({ status, took: performance.now() - due })));
  }
  const all = await Promise.all(sent);
  await dispatcher.close();
  return {
    took: all.map(({ took }) => took).sort((a, b) => a - b),
    refused: all.filter(({ status }) => status !== 200).length,
  };
}

/** Sends one request; its status, 0 without an answer. */
export async function pressed(
  server: string,
  { body, headers }: ReturnType<typeof signed>,
  dispatcher: Agent,
): Promise<number> {
  try {
    const url = `${server}/slack/events`;
    const answer = await request(url, { method: 'POST', body, headers, dispatcher });
    await answer.body.dump();
    return answer.statusCode;
  } catch {
    return 0;
  }
}

/** A press by one of many people, signed as Slack does. */
function aPress(slackUrl: string, number: number) {
  const user = `U${String(number % 200).padStart(8, '0')}`;
  const value = JSON.stringify({ p: '3f1c9a52-7d4e-4b0a-9c66-0f2b8d1e5a77', h: 'a'.repeat(64) });
  const payload = JSON.stringify({
    type: 'block_actions',
    api_app_id: 'A0OFFERD1',
    team: { id: TEAM },
    user: { id: user, team_id: TEAM },
    trigger_id: String(number),
    response_url: `${slackUrl}/answers/${number}`,
    channel: { id: 'D0' },
    container: { type: 'message', channel_id: 'D0', message_ts: '1.1' },
    message: { ts: '1.1' },
    actions: [
      { type: 'button', action_id: 'offers-approve', block_id: 'b', action_ts: '1', value },
    ],
  });
  return signed({ payload });
}

/** A form as Slack sends it, signed now. */
export function signed(form: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(form).toString();
  const stamp = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', SIGNING_SECRET).update(`v0:${stamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${hash}`,
    },
  };
}
