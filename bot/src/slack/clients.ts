import { SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError, WebClient, WebClientOptions } from '@slack/web-api';
import { BotConfig } from '../config';
import { boltLogger, errorWords, Log } from '../log';
import { fetchWithPlainDates } from './plainDates';

const CALL_TIMEOUT_MS = 10_000;
const LONGEST_RECONNECT_PAUSE_MS = 10_000;

/**
 * How every call of the Web API is made: once. The SDK's own retries would post a message twice whose
 * answer was lost, and would hold the whole queue for a rate limit.
 */
export function callOptions(
  { slackApiUrl, slackDates }: Pick<BotConfig, 'slackApiUrl' | 'slackDates'>,
  log: Log,
): WebClientOptions {
  return {
    ...(slackApiUrl ? { slackApiUrl } : {}),
    ...(slackDates === 'utc' ? { fetch: fetchWithPlainDates } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: boltLogger(log),
  };
}

/** Socket Mode: connects, and connects again for as long as it takes. */
export function socketReceiver(
  { slackApiUrl }: Pick<BotConfig, 'slackApiUrl'>,
  appToken: string,
  log: Log,
): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    installerOptions: {
      clientOptions: {
        ...(slackApiUrl ? { slackApiUrl } : {}),
        // Asking for an address to connect to does nothing twice.
        retryConfig: {
          forever: true,
          factor: 1.5,
          minTimeout: 500,
          maxTimeout: LONGEST_RECONNECT_PAUSE_MS,
        },
      },
    },
  });
}

/** Who the bot is to Slack. */
export interface BotIdentity {
  botId: string | undefined;
  botUserId: string | undefined;
}

/** The token does not fit the configuration; the message says what to do. */
export class WrongToken extends Error {}

const OF_ORGANISATION =
  'SLACK_BOT_TOKEN is of an installation for a whole organisation (Enterprise Grid): install the app in the workspace of SLACK_TEAM_ID, and use the Bot User OAuth Token of that.';

/**
 * Asks Slack who the token belongs to.
 *
 * @returns undefined when Slack does not answer: worth asking again
 * @throws WrongToken when Slack refuses the token, or it is of another workspace
 */
export async function whoAmI(
  slack: Pick<WebClient, 'auth'>,
  teamId: string,
  log: Log,
): Promise<BotIdentity | undefined> {
  try {
    const { is_enterprise_install: isOfOrganisation, ...own } = await slack.auth.test();
    const { team_id: team, bot_id: botId, user_id: botUserId } = own;
    if (isOfOrganisation) throw new WrongToken(OF_ORGANISATION);
    if (team === teamId) return { botId, botUserId };
    throw new WrongToken(
      `SLACK_BOT_TOKEN belongs to the workspace ${team}, and SLACK_TEAM_ID is ${teamId}: set SLACK_TEAM_ID to the workspace of the token, or use the token of the other workspace.`,
    );
  } catch (error) {
    if (error instanceof WrongToken) throw error;
    if (error instanceof WebAPIPlatformError) {
      throw new WrongToken(
        `Slack refuses SLACK_BOT_TOKEN (${error.data.error}): install the app again and use its Bot User OAuth Token.`,
      );
    }
    log.warn('Slack does not answer; trying again until it does', { error: errorWords(error) });
    return undefined;
  }
}
