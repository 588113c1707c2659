import { CustomRoute, HTTPReceiver } from '@slack/bolt';
import { IncomingMessage, ServerResponse } from 'node:http';
import { boltLogger, Log } from '../log';

const MAX_APART_SECONDS = 5 * 60;

/** Far more than a modal with all its limits reached; what is larger is not of Slack. */
const MAX_BODY_BYTES = 1_000_000;

/**
 * Signed HTTP: Bolt checks the signature of each request at `/slack/events`. Before any of its body is read, here are
 * refused: requests without a signature, from the past or the future (which could be kept and sent again later), and
 * those that say that they are too large. Others that turn out too large are cut off by Bolt.
 */
export function httpReceiver(
  { signingSecret, routes }: { signingSecret: string; routes: CustomRoute[] },
  log: Log,
): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    customRoutes: routes,
    bodyLimit: MAX_BODY_BYTES,
    logger: boltLogger(log),
  });
  const checked = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const fault = request.method === 'POST' ? faultOf(request, Date.now()) : undefined;
    if (fault) refuse(response, fault, log);
    else checked(request, response);
  };
  return receiver;
}

type Fault = { status: 401 | 413; why: string };

/** What is wrong with a request by its headers alone. */
export function faultOf(
  { headers }: Pick<IncomingMessage, 'headers'>,
  nowMs: number,
): Fault | undefined {
  if (Number(headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    return { status: 413, why: 'it is too large' };
  }
  const stamp = headers['x-slack-request-timestamp'];
  if (typeof stamp !== 'string' || !/^\d{1,12}$/.test(stamp) || !headers['x-slack-signature']) {
    return { status: 401, why: 'it is not signed' };
  }
  const apart = Number(stamp) - nowMs / 1000;
  if (Math.abs(apart) <= MAX_APART_SECONDS) return undefined;
  const when = apart > 0 ? 'the future' : 'the past';
  return { status: 401, why: `it is from ${when}: set the clock of this machine by a time server` };
}

function refuse(response: ServerResponse, { status, why }: Fault, log: Log): void {
  log.warn(`Request refused: ${why}`, { status });
  // The rest of it is not read: the connection ends.
  response.writeHead(status, { connection: 'close' }).end(() => response.socket?.destroySoon());
}
