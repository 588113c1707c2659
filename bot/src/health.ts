import { CustomRoute } from '@slack/bolt';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';

/** What the bot knows of its own state. */
export interface HealthState {
  /** whether Slack is connected (Socket Mode) or has accepted the token (HTTP) */
  slackConnected: boolean;
  /** whether the last claim of deliveries was answered; undefined before the first */
  lastClaimOk: boolean | undefined;
}

/** The health report: 200 when everything works, else 503 and what does not. */
export function healthOf({ slackConnected, lastClaimOk }: HealthState) {
  const ok = slackConnected && lastClaimOk === true;
  return {
    status: ok ? 200 : 503,
    body: {
      status: ok ? 'ok' : 'degraded',
      process: 'up',
      slack: slackConnected ? 'connected' : 'not connected',
      lastClaim: claimWords(lastClaimOk),
    },
  };
}

function claimWords(lastClaimOk: boolean | undefined): string {
  if (lastClaimOk === undefined) return 'none yet';
  return lastClaimOk ? 'ok' : 'failed';
}

/** `/health`: whether everything works. `/ready`: whether people in Slack are heard. */
export function healthRoutes(state: () => HealthState): CustomRoute[] {
  const answer = (response: ServerResponse, status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  };
  return [
    {
      path: '/health',
      method: 'GET',
      handler: (_request, response) => {
        const { status, body } = healthOf(state());
        answer(response, status, body);
      },
    },
    {
      path: '/ready',
      method: 'GET',
      handler: (_request, response) => {
        const { slackConnected } = state();
        answer(response, slackConnected ? 200 : 503, { ready: slackConnected });
      },
    },
  ];
}

/** A server for the health routes alone: with Socket Mode, Slack needs none. */
export function healthServer(routes: readonly CustomRoute[]): Server {
  return createServer((request: IncomingMessage, response) => {
    const path = request.url?.split('?')[0];
    const route = routes.find(candidate => candidate.path === path);
    if (!route || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    route.handler(Object.assign(request, { params: {} }), response);
  });
}
