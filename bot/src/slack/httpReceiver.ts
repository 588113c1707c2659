import { CustomRoute, HTTPReceiver } from '@slack/bolt';
import { IncomingMessage } from 'node:http';
import { boltLogger, Log } from '../log';

const MAX_AHEAD_SECONDS = 5 * 60;

/**
 * Signed HTTP: Bolt checks signature and age of each request at `/slack/events`; here requests from the
 * future are refused too, which could otherwise be kept and sent again later.
 */
export function httpReceiver(
  { signingSecret, routes }: { signingSecret: string; routes: CustomRoute[] },
  log: Log,
): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    customRoutes: routes,
    logger: boltLogger(log),
  });
  const checked = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (!isFromTheFuture(request, Date.now())) {
      checked(request, response);
      return;
    }
    log.warn('Request from the future refused: set the clock of this machine by a time server');
    response.writeHead(401).end();
  };
  return receiver;
}

/** Whether a request says that it was sent more than five minutes from now. */
export function isFromTheFuture(
  { headers }: Pick<IncomingMessage, 'headers'>,
  nowMs: number,
): boolean {
  const stamp = headers['x-slack-request-timestamp'];
  return stamp !== undefined && Number(stamp) > nowMs / 1000 + MAX_AHEAD_SECONDS;
}
