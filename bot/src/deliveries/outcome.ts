import { Settle } from '@offerdesk/backstage-plugin-offers-common';
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { errorWords, redact } from '../log';

/** What became of a delivery, as it is settled. */
export type Outcome = Settle['outcome'];

const CHANNEL_REMEDY =
  'check the channel id in the configuration, and if the channel is private invite the app to it (/invite)';
const TOKEN_REMEDY =
  'install the Slack app again; a bot with SLACK_BOT_TOKEN gets the new token there, and is restarted';

/** What the reader of a failed delivery can do about each of Slack's codes. */
const remedies: Readonly<Record<string, string>> = {
  channel_not_found: `Slack does not know the channel: ${CHANNEL_REMEDY}`,
  not_in_channel: 'the app is not in the channel: invite it there (/invite)',
  is_archived: 'the channel is archived: unarchive it, or choose another in the configuration',
  restricted_action:
    'the workspace does not let apps post in this channel: ask its admins to allow it',
  restricted_action_read_only_channel:
    'only some may post in this channel: ask its admins to allow the app',
  restricted_action_thread_only_channel:
    'this channel takes replies only: choose another in the configuration',
  account_inactive: `the app was removed from the workspace: ${TOKEN_REMEDY}`,
  token_revoked: `the token of the app was revoked: ${TOKEN_REMEDY}`,
  token_expired: `the token of the app has expired: ${TOKEN_REMEDY}`,
  invalid_auth: `Slack does not accept the token: ${TOKEN_REMEDY}`,
  not_authed: `the request had no token: ${TOKEN_REMEDY}`,
  missing_scope: 'the app lacks a scope: add the scopes of bot/manifest.json and install it again',
  no_permission:
    'the app may not do this: add the scopes of bot/manifest.json and install it again',
  user_not_found:
    'Slack does not know this person: let the person link their account (/offers/slack in the portal), or correct the annotation slack.com/bot-notify of the user',
  users_not_found:
    'no Slack account has this e-mail: let the person link their account (/offers/slack in the portal), or set the annotation slack.com/bot-notify of the user',
  user_disabled:
    'this Slack account is deactivated: correct the annotation slack.com/bot-notify of the user',
  user_not_visible:
    'the app cannot see this person: correct the annotation slack.com/bot-notify of the user',
  cannot_dm_bot:
    'this Slack account is an app: correct the annotation slack.com/bot-notify of the user',
  messages_tab_disabled: 'the app takes no direct messages: turn on the Messages Tab in App Home',
  message_not_found: 'the message was deleted in Slack; what it showed is in the portal',
  cant_update_message: 'the message is not one of this app: look at the portal instead',
  edit_window_closed:
    'the workspace lets messages be edited for a limited time: ask its admins to lift that',
  msg_too_long:
    'the message is too long for Slack: look at the portal, and report this as a fault of the bot',
  msg_blocks_too_long:
    'the message is too long for Slack: look at the portal, and report this as a fault of the bot',
  invalid_blocks:
    'Slack does not accept the layout: look at the portal, and report this as a fault of the bot',
};

// Slack: "some aspect of the operation may have succeeded before the error was raised".
const MAYBE_DONE = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
]);

const RATE_CODES = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
const RATE_PAUSE_SECONDS = 30;

/** What an outcome says when Slack limits the rate: nothing was posted, and later it can be. */
const RATE_WORDS = 'Slack asks to wait';

/** Whether Slack limits the rate; others of its channel have to wait too. */
export function isRateLimit(outcome: Outcome): outcome is Extract<Outcome, { result: 'retry' }> {
  return outcome.result === 'retry' && outcome.error.startsWith(RATE_WORDS);
}

/**
 * What an error of Slack means for a delivery whose call may have posted something.
 *
 * @param error - what the call threw
 */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof WebAPIRateLimitedError) {
    const { retryAfter } = error;
    return { result: 'retry', error: `${RATE_WORDS} (rate limit)`, afterSeconds: retryAfter };
  }
  if (!(error instanceof WebAPIPlatformError)) {
    return { result: 'unclear', error: `Slack gave no clear answer (${described(error)})` };
  }
  const { error: code } = error.data;
  if (RATE_CODES.has(code)) {
    return {
      result: 'retry',
      error: `${RATE_WORDS} (${code})`,
      afterSeconds: RATE_PAUSE_SECONDS,
    };
  }
  if (MAYBE_DONE.has(code))
    return { result: 'unclear', error: `Slack gave no clear answer (${code})` };
  return { result: 'failed', error: failureWords(error) };
}

/** The same for a call that posts nothing, such as a look-up before: without an answer, nothing was done. */
export function outcomeOfPreparation(error: unknown): Outcome {
  const outcome = outcomeOf(error);
  if (outcome.result !== 'unclear') return outcome;
  return { result: 'retry', error: outcome.error, afterSeconds: 5 };
}

function failureWords({ data }: WebAPIPlatformError): string {
  const needed =
    'needed' in data && typeof data.needed === 'string' ? ` (needed: ${data.needed})` : '';
  const remedy =
    remedies[data.error] ??
    'look the code up at docs.slack.dev, mend it and send the message again';
  return `${data.error}: ${remedy}${needed}`;
}

function described(error: unknown): string {
  return redact(errorWords(error)).slice(0, 300);
}
