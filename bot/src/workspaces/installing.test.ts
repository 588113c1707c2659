import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { SlackInstallation } from '@offerdesk/backstage-plugin-offers-common';
import { aBot, aConfig, BOT_TOKEN, botKey } from '../__testUtils__/aBot';
import { FakeBackend } from '../__testUtils__/fakeBackend';
import { freePort } from '../__testUtils__/localSlack';
import { signedFetch } from '../__testUtils__/signed';
import { pause } from '../time';

const SECRET = 'signing-secret';

/** What of Slack an installation needs: the exchange of a code, and answers to `users.info`. */
class InstallableSlack {
  readonly tokens: string[] = [];
  private readonly server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = request.url?.endsWith('oauth.v2.access')
      ? this.exchange(new URLSearchParams(body).get('code') ?? '')
      : this.other(request.headers.authorization ?? '');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private exchange(team: string) {
    return {
      ok: true,
      app_id: 'A0OFFERD1',
      authed_user: { id: 'U0ADMIN01' },
      scope: 'commands,chat:write',
      token_type: 'bot',
      access_token: `xoxb-of-${team}`,
      bot_user_id: `U0BOT${team}`,
      team: team.startsWith('E') ? null : { id: team, name: team },
      enterprise: team.startsWith('E') ? { id: team, name: team } : null,
      is_enterprise_install: team.startsWith('E'),
    };
  }

  private other(authorization: string) {
    this.tokens.push(authorization.replace('Bearer ', ''));
    return { ok: true, bot_id: 'B0OFFERBT', channel: 'C0SECOND1', ts: '1.1' };
  }
}

describe('Installing the app in several workspaces', () => {
  const slack = new InstallableSlack();
  const backend = new FakeBackend({ publicKey: botKey.publicKey, botToken: BOT_TOKEN, people: {} });
  const kept = new Map<string, SlackInstallation>();
  const removed: unknown[] = [];
  let started: ReturnType<typeof aBot>;
  let url = '';
  const keys = [{ id: 'k1', key: randomBytes(32) }];

  beforeAll(async () => {
    backend
      .on('slackInstallations', () => ({ items: [...kept.values()] }))
      .on('putSlackInstallation', ({ params, body }) => {
        const installation = { ...params, ...(body as object) } as SlackInstallation;
        kept.set(installation.teamId, installation);
        return installation;
      })
      .on('removeSlackInstallation', ({ params, body }) => {
        removed.push([params.teamId, body]);
        kept.delete(params.teamId ?? '');
        return { at: '2026-12-01T09:00:00.000Z' };
      });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    started = aBot(
      aConfig({
        offersBaseUrl: await backend.start(),
        slackApiUrl: await slack.start(),
        slackMode: { kind: 'http', signingSecret: SECRET },
        slackAppId: 'A0OFFERD1',
        slackTeams: ['T0OFFERD1', 'T0SECOND1'],
        slackAccess: {
          kind: 'oauth',
          clientId: '1.2',
          clientSecret: 'client-secret',
          stateSecret: 's'.repeat(32),
          keys,
          publicUrl: url,
        },
        port,
      }),
    );
    await started.bot.start();
  });

  afterAll(async () => {
    await started.bot.stop();
    await backend.stop();
    await slack.stop();
  });

  async function begin() {
    const response = await fetch(`${url}/slack/install`, { redirect: 'manual' });
    const state = new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return { state, cookie };
  }

  const back = (code: string, state: string, cookie: string) =>
    fetch(`${url}/slack/oauth_redirect?${new URLSearchParams({ code, state })}`, {
      headers: { cookie },
    });

  async function install(team: string) {
    const { state, cookie } = await begin();
    return back(team, state, cookie);
  }

  it('keeps the token sealed, and speaks with it in that workspace', async () => {
    expect((await install('T0SECOND1')).status).toBe(200);
    expect((await install('T0OFFERD1')).status).toBe(200);
    expect([...kept.keys()].sort()).toEqual(['T0OFFERD1', 'T0SECOND1']);
    expect(JSON.stringify([...kept.values()])).not.toContain('xoxb');
    backend.enqueue({
      key: 'to-the-second',
      target: { kind: 'channel', channel: 'C0SECOND1', team: 'T0SECOND1' },
      body: () => ({
        kind: 'break-glass-notice',
        planTitle: 'A plan',
        url: 'https://portal.example.com',
        note: {
          decider: { ref: 'user:default/nils', name: 'Nils' },
          verdict: 'break-glass',
          at: '2026-12-01T09:00:00.000Z',
          surface: 'portal',
        },
      }),
    });
    for (let tries = 0; tries < 40 && backend.deliveries[0]?.state !== 'sent'; tries += 1) {
      await pause(100);
    }
    expect(backend.deliveries[0]?.state).toBe('sent');
    expect(slack.tokens.at(-1)).toBe('xoxb-of-T0SECOND1');
  });

  it('refuses a state that is not its own, or without the cookie, who was denied it, and another workspace', async () => {
    const { state, cookie } = await begin();
    expect((await back('T0SECOND1', `${state}x`, cookie)).status).toBe(400);
    expect((await back('T0SECOND1', state, '')).status).toBe(400);
    const denied = await fetch(
      `${url}/slack/oauth_redirect?${new URLSearchParams({ error: 'access_denied', state })}`,
      { headers: { cookie } },
    );
    expect(denied.status).toBe(400);
    expect(await denied.text()).toContain('Nothing was installed');
    const foreign = await install('T0OTHER01');
    expect(foreign.status).toBe(400);
    expect(await foreign.text()).toContain('may not install');
    expect(kept.has('T0OTHER01')).toBe(false);
  });

  it('refuses a whole organisation, and says what to choose', async () => {
    const whole = await install('E0ORGAN01');
    expect(whole.status).toBe(400);
    expect(await whole.text()).toContain('choose a workspace');
    expect(kept.has('E0ORGAN01')).toBe(false);
  });

  it('forgets a workspace that uninstalls the app, once however often Slack tells it', async () => {
    const event = {
      type: 'event_callback',
      event_id: 'Ev0GONE001',
      api_app_id: 'A0OFFERD1',
      team_id: 'T0SECOND1',
      event: { type: 'app_uninstalled' },
    };
    for (const retry of [undefined, '1', '2']) {
      const answer = await signedFetch(`${url}/slack/events`, event, SECRET, {
        ...(retry ? { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_timeout' } : {}),
      });
      expect(answer.status).toBe(200);
    }
    await pause(100);
    expect(removed).toEqual([['T0SECOND1', { why: 'app-uninstalled' }]]);
  });

  it('forgets it too when its token is revoked, and not when that of a person is', async () => {
    const revoked = (id: string, tokens: object) => ({
      type: 'event_callback',
      event_id: id,
      api_app_id: 'A0OFFERD1',
      team_id: 'T0OFFERD1',
      event: { type: 'tokens_revoked', tokens },
    });
    removed.length = 0;
    await signedFetch(`${url}/slack/events`, revoked('Ev1', { oauth: ['U1'], bot: [] }), SECRET);
    await signedFetch(`${url}/slack/events`, revoked('Ev2', { oauth: [], bot: ['U2'] }), SECRET);
    await pause(100);
    expect(removed).toEqual([['T0OFFERD1', { why: 'tokens-revoked' }]]);
  });

  it('logs no token', () => {
    expect(started.logged.join('\n')).not.toMatch(/xoxb-|client-secret|sssss/);
  });
});
