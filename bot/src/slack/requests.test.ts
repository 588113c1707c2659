import { request as httpRequest } from 'node:http';
import { signatureOf } from '../__testUtils__/signed';
import { aPlan, HASH, PLAN_ID } from '../__testUtils__/builders';
import { aBot, aConfig, BOT_TOKEN, botKey } from '../__testUtils__/aBot';
import { FakeBackend } from '../__testUtils__/fakeBackend';
import { FaultySlack } from '../__testUtils__/faultySlack';
import { freePort, hasLocalSlack, LocalSlack, until } from '../__testUtils__/localSlack';
import { identityRefusal } from '../identity/refusal';
import { actionIds, reasonView } from '../views/actionIds';
import { foreignTo } from './foreign';
import { faultOf } from './signedRequest';
import { withPlainDates } from './plainDates';

const ours = { slackTeams: ['T0OFFERD1'], slackAppId: 'A0OFFERD1' };

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

describe('What is refused by its headers', () => {
  const NOW = 1_796_112_000_000;
  const headers = (apart: number) => ({
    'x-slack-request-timestamp': String(NOW / 1000 + apart),
    'x-slack-signature': 'v0=0',
  });

  it.each([
    [301, 401],
    [-301, 401],
    [300, undefined],
    [-300, undefined],
  ])('is what was sent %i seconds from now: %s', (apart, status) => {
    expect(faultOf({ headers: headers(apart) }, NOW)?.status).toBe(status);
  });
});

// The local workspace is a Linux x64 program; elsewhere LOCAL_SLACK_BIN names another build of it.
const onLocalSlack = hasLocalSlack() ? describe : describe.skip;

onLocalSlack('Signed HTTP', () => {
  const slack = new LocalSlack();
  const backend = new FakeBackend({
    publicKey: botKey.publicKey,
    botToken: BOT_TOKEN,
    people: { U0MIA0001: 'user:default/mia' },
  });
  let faulty: FaultySlack;
  let started: ReturnType<typeof aBot>;
  let url = '';
  const noted: unknown[] = [];

  beforeAll(async () => {
    backend.on('noteSlackRefusal', ({ body }) => {
      noted.push(body);
      return { at: '2026-12-01T09:00:00.000Z' };
    });
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

  function send(
    changes: Record<string, string> = {},
    { secret = 'secret', ahead = 0, headers = {} } = {},
  ) {
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
    return fetch(`${url}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': stamp,
        'x-slack-signature': signatureOf(body, secret, stamp),
        ...headers,
      },
    });
  }

  /** What somebody does with a button or a form. */
  const doing = (user: string, said: object) => ({
    payload: JSON.stringify({
      api_app_id: 'A0OFFERD1',
      team: { id: 'T0OFFERD1' },
      user: { id: user, team_id: 'T0OFFERD1' },
      trigger_id: 't',
      ...said,
    }),
  });

  it('takes what Slack has signed just now', async () => {
    expect((await send()).status).toBe(200);
  });

  it('refuses a wrong signature, the past and the future', async () => {
    expect((await send({}, { secret: 'guess' })).status).toBe(401);
    expect((await send({}, { ahead: -360 })).status).toBe(401);
    expect((await send({}, { ahead: 360 })).status).toBe(401);
    expect((await send({}, { ahead: 120 })).status).toBe(200);
  });

  it.each([
    ['nothing signed', {}, 401],
    ['a stamp that is no number', { 'x-slack-request-timestamp': '1e99' }, 401],
    ['4 MB', { 'content-length': '4000000' }, 413],
  ])('refuses %s by its headers alone, before the body comes', async (_what, headers, status) => {
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${url}/slack/events`, { method: 'POST', headers });
      request.on('response', response => resolve(response.statusCode)).on('error', reject);
      request.flushHeaders();
    });
    expect(answered).toBe(status);
  });

  it('reads no more of a body than a request of Slack can have, whatever it says of its length', async () => {
    const stamp = String(Math.floor(Date.now() / 1000));
    const sent = fetch(`${url}/slack/events`, {
      method: 'POST',
      headers: {
        'x-slack-request-timestamp': stamp,
        'x-slack-signature': signatureOf('', 'secret', stamp),
      },
      duplex: 'half',
      body: new Blob(['x'.repeat(4_000_000)]).stream(),
    } as RequestInit);
    // The answer, or the end of the connection while the body is still being sent.
    const outcome = await sent.then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(outcome);
    expect((await send()).status).toBe(200);
  });

  it.each([
    ['no JSON', { payload: '{' }],
    ['nothing', { payload: '' }],
    ['another shape', { payload: '[]' }],
    ['an action of nobody', { payload: '{"type":"block_actions","actions":[]}' }],
  ])('survives a signed payload with %s', async (_what, changes) => {
    const { status } = await send(changes);
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await send()).status).toBe(200);
  });

  it('does nothing for another workspace or another app', async () => {
    started.logged.length = 0;
    await send({ team_id: 'T0OTHER01' });
    const other = send({ api_app_id: 'A0OTHER01' });
    expect((await other).status).toBe(404);
    const codes = started.logged.map(line => JSON.parse(line).code).filter(code => code);
    expect(codes).toEqual(['other-team', 'other-app']);
    expect(noted).toEqual([{ teamId: 'T0OTHER01', slackUserId: 'U0ADA0001', code: 'other-team' }]);
  });

  it.each([
    ['guest', 'U0GUEST01', { is_restricted: true }],
    ['guest', 'U0GUEST02', { is_ultra_restricted: true }],
    ['bot', 'U0SOMEBOT', { is_bot: true }],
    ['deactivated', 'U0GONE001', { deleted: true }],
    ['other-team', 'U0OTHER01', { team_id: 'T0OTHER01' }],
    ['other-team', 'U0OTHER02', { is_stranger: true }],
  ] as const)(
    'refuses a press of who is %s (%s) in private, says why, and does nothing as them',
    async (code, id, is) => {
      faulty.people.set(id, { ok: true, user: { id, team_id: 'T0OFFERD1', ...is } });
      [faulty.answers, backend.requests, noted].forEach(each => each.splice(0));
      const value = JSON.stringify({ p: PLAN_ID, h: HASH });
      const press = {
        type: 'block_actions',
        response_url: faulty.answersAt,
        container: { type: 'message' },
        actions: [{ type: 'button', action_id: actionIds.approve, block_id: 'b', value }],
      };
      expect((await send(doing(id, press))).status).toBe(200);
      await until(async () => faulty.answers.length > 0 && noted.length > 0);
      expect(faulty.answers).toEqual([
        expect.objectContaining({
          response_type: 'ephemeral',
          text: expect.stringContaining(identityRefusal(code).message),
        }),
      ]);
      expect(noted).toEqual([{ teamId: 'T0OFFERD1', slackUserId: id, code }]);
      expect(backend.requests.filter(({ user }) => user !== 'bot')).toEqual([]);
    },
  );

  it('[rule 5] does once what a form says that is sent twice at once, and again with the headers of a retry', async () => {
    let decided = 0;
    backend.on('decide', () => {
      decided += 1;
      return aPlan({ state: 'rejected' });
    });
    const view = {
      id: 'V0REASON1',
      type: 'modal',
      callback_id: reasonView.callbackId,
      private_metadata: JSON.stringify({ p: PLAN_ID, h: HASH, v: 'reject' }),
      state: {
        values: {
          [reasonView.blockId]: {
            [reasonView.actionId]: { type: 'plain_text_input', value: 'No' },
          },
        },
      },
    };
    const sent = doing('U0MIA0001', { type: 'view_submission', view });
    const retry = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    const both = await Promise.all([send(sent), send(sent)]);
    const answers = [...both, await send(sent, { headers: retry })];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(JSON.stringify(await answer.json())).toContain('Recorded: you rejected');
    }
    expect(decided).toBe(1);
    const keys = backend.requests.filter(({ id }) => id === 'decide').map(({ key }) => key);
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
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
