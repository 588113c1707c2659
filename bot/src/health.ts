import { CustomRoute } from '@slack/bolt';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';

/** What the bot knows of its own state. */
export interface HealthState {
  /** whether Slack is connected (Socket Mode) or has accepted the token (HTTP) */
  slackConnected: boolean;
  /** whether the last claim of deliveries was answered; undefined before the first */
  lastClaimOk: boolean | undefined;
  /** whether the bot has been told to stop */
  stopping?: boolean;
}

/** The health report: 200 when everything works, else 503 and what does not. */
export function healthOf({ slackConnected, lastClaimOk, stopping }: HealthState) {
  const ok = slackConnected && lastClaimOk === true && !stopping;
  return {
    status: ok ? 200 : 503,
    body: {
      status: ok ? 'ok' : 'degraded',
      process: stopping ? 'stopping' : 'up',
      slack: slackConnected ? 'connected' : 'not connected',
      lastClaim: claimWords(lastClaimOk),
    },
  };
}

function claimWords(lastClaimOk: boolean | undefined): string {
  if (lastClaimOk === undefined) return 'none yet';
  return lastClaimOk ? 'ok' : 'failed';
}

/** Whether requests should come here: Slack is connected, and the portal was reached since the start. */
export function isReady({ slackConnected, lastClaimOk, stopping }: HealthState): boolean {
  // A portal that is away now and was there before is no reason to be taken out: people are told so.
  return slackConnected && lastClaimOk !== undefined && !stopping;
}

type Exposed = (() => Promise<{ type: string; text: string }>) | undefined;

/**
 * `/live`: the process answers. `/ready`: people in Slack are heard. `/health`: everything works. `/metrics`: figures
 * for Prometheus.
 */
export function healthRoutes(state: () => HealthState, exposed?: Exposed): CustomRoute[] {
  const answer = (response: ServerResponse, status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  };
  const route = (path: string, tell: (response: ServerResponse) => void): CustomRoute => ({
    path,
    method: 'GET',
    handler: (_request, response) => tell(response),
  });
  return [
    route('/live', response => answer(response, 200, { live: true })),
    route('/health', response => {
      const { status, body } = healthOf(state());
      answer(response, status, body);
    }),
    route('/ready', response => {
      const ready = isReady(state());
      answer(response, ready ? 200 : 503, { ready });
    }),
    ...(exposed ? [route('/metrics', response => sendMetrics(response, exposed))] : []),
  ];
}

function sendMetrics(response: ServerResponse, exposed: NonNullable<Exposed>): void {
  exposed().then(
    ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
    () => response.writeHead(500).end(),
  );
}

/** What hears Slack: where it sends to, and who answers. */
export interface SlackDoor {
  path: string;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/**
 * The one server of the bot, from its start to its end: these routes, and with signed HTTP what Slack sends.
 */
export function botServer(routes: readonly CustomRoute[], slack?: SlackDoor): Server {
  return createServer((request: IncomingMessage, response) => {
    const path = request.url?.split('?')[0];
    if (slack && path === slack.path && request.method === 'POST') {
      void slack.handle(request, response);
      return;
    }
    const route = routes.find(candidate => candidate.path === path);
    if (!route || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    route.handler(Object.assign(request, { params: {} }), response);
  });
}
