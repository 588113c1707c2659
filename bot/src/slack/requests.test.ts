import { createHmac } from 'node:crypto';
import { aBot, aConfig, BOT_TOKEN, botKey } from '../__testUtils__/aBot';
import { FakeBackend } from '../__testUtils__/fakeBackend';
import { FaultySlack } from '../__testUtils__/faultySlack';
import { freePort, hasLocalSlack, LocalSlack } from '../__testUtils__/localSlack';
import { foreignTo } from './foreign';
import { withPlainDates } from './plainDates';

const ours = { slackTeamId: 'T0OFFERD1', slackAppId: 'A0OFFERD1' };

describe('A request of Slack', () => {
  it.each([
    [undefined, { api_app_id: 'A0OFFERD1', team_id: 'T0OFFERD1' }],
    [undefined, { api_app_id: 'A0OFFERD1', team: { id: 'T0OFFERD1' }, user: { id: 'U1' } }],
    ['other-app', { api_app_id: 'A0OTHER01', team_id: 'T0OFFERD1' }],
    ['other-app', { team_id: 'T0OFFERD1' }],
    ['other-team', { api_app_id: 'A0OFFERD1', team_id: 'T0OTHER01' }],
    [
      'other-team',
      { api_app_id: 'A0OFFERD1', team: { id: 'T0OFFERD1' }, user: { team_id: 'T0OTHER01' } },
    ],
    ['other-team', { api_app_id: 'A0OFFERD1' }],
    ['other-app', 'nonsense'],
  ])('is %s: %j', (verdict, body) => {
    expect(foreignTo(ours, body)).toBe(verdict);
  });

  it('may be of any app where none is configured', () => {
    expect(foreignTo({ ...ours, slackAppId: undefined }, { team_id: 'T0OFFERD1' })).toBeUndefined();
  });
});

describe('Dates for a workspace that does not draw them', () => {
  const date = '<!date^1796112000^{date_short_pretty}, {time}|1 Dec 2026, 08:00 UTC>';

  it.each([
    JSON.stringify({ text: `From ${date}, open-ended` }),
    new URLSearchParams({
      blocks: JSON.stringify([{ text: `From ${date}, open-ended` }]),
    }).toString(),
  ])('are written in UTC', body => {
    const sent = withPlainDates(body);
    const text = sent.startsWith('{') ? sent : new URLSearchParams(sent).get('blocks');
    expect(text).toContain('From 1 Dec 2026, 08:00 UTC, open-ended');
  });
});

// The local workspace is a Linux x64 program; elsewhere LOCAL_SLACK_BIN names another build of it.
const onLocalSlack = hasLocalSlack() ? describe : describe.skip;

onLocalSlack('Signed HTTP', () => {
  const slack = new LocalSlack();
  const backend = new FakeBackend({ publicKey: botKey.publicKey, botToken: BOT_TOKEN, people: {} });
  let faulty: FaultySlack;
  let started: ReturnType<typeof aBot>;
  let url = '';

  beforeAll(async () => {
    await slack.start();
    faulty = new FaultySlack(slack.url);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const config = aConfig({
      offersBaseUrl: await backend.start(),
      slackApiUrl: await faulty.start(),
      slackMode: { kind: 'http', signingSecret: 'secret' },
      slackAppId: 'A0OFFERD1',
      port,
    });
    started = aBot(config);
    await started.bot.start();
  });

  afterAll(async () => {
    await started.bot.stop();
    await backend.stop();
    await faulty.stop();
    await slack.stop();
  });

  function send(changes: Record<string, string> = {}, { secret = 'secret', ahead = 0 } = {}) {
    const body = new URLSearchParams({
      command: '/offer',
      text: 'help',
      user_id: 'U0ADA0001',
      team_id: 'T0OFFERD1',
      api_app_id: 'A0OFFERD1',
      channel_id: 'C0OFFERS1',
      trigger_id: 't',
      response_url: `${slack.url}/response/none`,
      ...changes,
    }).toString();
    const stamp = String(Math.floor(Date.now() / 1000) + ahead);
    const hash = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
    return fetch(`${url}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': stamp,
        'x-slack-signature': `v0=${hash}`,
      },
    });
  }

  it('takes what Slack has signed just now', async () => {
    expect((await send()).status).toBe(200);
  });

  it('refuses a wrong signature, the past and the future', async () => {
    expect((await send({}, { secret: 'guess' })).status).toBe(401);
    expect((await send({}, { ahead: -360 })).status).toBe(401);
    expect((await send({}, { ahead: 360 })).status).toBe(401);
    expect((await send({}, { ahead: 120 })).status).toBe(200);
  });

  it('does nothing for another workspace or another app', async () => {
    await send({ team_id: 'T0OTHER01' });
    const other = send({ api_app_id: 'A0OTHER01' });
    expect((await other).status).toBe(404);
    const codes = started.logged.map(line => JSON.parse(line).code).filter(code => code);
    expect(codes).toEqual(['other-team', 'other-app']);
  });

  it('tells its health, and that it hears people', async () => {
    const health = await fetch(`${url}/health`);
    expect(await health.json()).toEqual({
      status: 'ok',
      process: 'up',
      slack: 'connected',
      lastClaim: 'ok',
    });
    expect((await fetch(`${url}/ready`)).status).toBe(200);
  });
});
