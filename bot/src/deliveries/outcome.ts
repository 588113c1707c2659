import {
  readSlackError,
  Settle,
  slackError,
  slackErrorWords,
} from '@offerdesk/backstage-plugin-offers-common';
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { errorWords, redact } from '../log';

/** What became of a delivery, as it is settled. */
export type Outcome = Settle['outcome'];

const RATE_LIMIT = 'ratelimited';
const RATE_CODES: readonly (string | undefined)[] = [
  RATE_LIMIT,
  'rate_limited',
  'message_limit_exceeded',
];

/** Whether Slack limits the rate; others of its channel have to wait too. */
export function isRateLimit(outcome: Outcome): outcome is Extract<Outcome, { result: 'retry' }> {
  return outcome.result === 'retry' && RATE_CODES.includes(readSlackError(outcome.error)?.code);
}

/**
 * What an error of Slack means for a delivery whose call may have posted something.
 *
 * @param error - what the call threw
 */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof WebAPIRateLimitedError) {
    const { retryAfter } = error;
    return { result: 'retry', error: slackErrorWords(RATE_LIMIT), afterSeconds: retryAfter };
  }
  if (!(error instanceof WebAPIPlatformError)) {
    return { result: 'unclear', error: `Slack gave no clear answer (${described(error)})` };
  }
  return outcomeOfCode(error.data.error, neededBy(error));
}

function outcomeOfCode(code: string, needed: string | undefined): Outcome {
  const { again, afterSeconds = 0 } = slackError(code);
  switch (again) {
    case 'later':
      return { result: 'retry', error: slackErrorWords(code, needed), afterSeconds };
    case 'looked-up':
      return { result: 'unclear', error: `Slack gave no clear answer (${code})` };
    default:
      return { result: 'failed', error: slackErrorWords(code, needed) };
  }
}

/** The same for a call that posts nothing, such as a look-up before: without an answer, nothing was done. */
export function outcomeOfPreparation(error: unknown): Outcome {
  const outcome = outcomeOf(error);
  if (outcome.result !== 'unclear') return outcome;
  return { result: 'retry', error: outcome.error, afterSeconds: 5 };
}

function neededBy({ data }: WebAPIPlatformError): string | undefined {
  return 'needed' in data && typeof data.needed === 'string' ? data.needed : undefined;
}

function described(error: unknown): string {
  return redact(errorWords(error)).slice(0, 300);
}
