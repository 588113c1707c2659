/**
 * What becomes of a message after an error of Slack: `by-hand`, it is not tried again until somebody has mended what
 * stands in the way; `later`, nothing was posted and it passes by itself; `looked-up`, it may have been posted, so it is
 * looked for first. @public
 */
export type SlackErrorAgain = 'by-hand' | 'later' | 'looked-up';

/** What an error of Slack means, and what can be done about it. @public */
export interface SlackError {
  again: SlackErrorAgain;
  /** what is wrong, and what to do: a sentence without its full stop */
  remedy: string;
  /** how long to wait, in seconds, where it passes by itself */
  afterSeconds?: number;
}

const CHANNEL =
  'check the channel id in the configuration, and if the channel is private invite the app to it (/invite)';
const ADMINS = 'ask the admins of the Slack workspace';
const INSTALL =
  'install the Slack app again; a bot with SLACK_BOT_TOKEN gets the new token there, and is restarted';
const SCOPES = 'add the scopes of bot/manifest.json to the app and install it again';
const LINK =
  'let the person link their account (/offers/slack in the portal), or correct the annotation slack.com/bot-notify of the user';
const ANNOTATION = 'correct the annotation slack.com/bot-notify of the user, or their link';
const OF_THE_BOT = 'look at the portal, and report this as a fault of the bot';
const IN_PORTAL = 'what it showed is in the portal; sent again, it is posted anew';

const byHand = (remedy: string): SlackError => ({ again: 'by-hand', remedy });
const later = (remedy: string, afterSeconds: number): SlackError => ({
  again: 'later',
  remedy,
  afterSeconds,
});
const lookedUp: SlackError = {
  again: 'looked-up',
  remedy: 'Slack had a fault: the bot looks whether the message is there before it sends it again',
};

const RATE = later('Slack asks to wait: the bot goes on by itself', 30);
const MOVING = later(
  'Slack is moving the workspace or the channel into an organisation: the bot goes on by itself once that is done',
  600,
);

/**
 * Slack's codes (docs.slack.dev, the errors of chat.postMessage, chat.update, conversations.open, conversations.history,
 * users.info and users.lookupByEmail), each with what to do.
 */
const table: Readonly<Record<string, SlackError>> = {
  // The channel
  channel_not_found: byHand(`Slack does not know the channel: ${CHANNEL}`),
  not_in_channel: byHand('the app is not in the channel: invite it there (/invite)'),
  is_archived: byHand(
    'the channel is archived: unarchive it, or choose another in the configuration',
  ),
  is_inactive: byHand(
    'the channel is archived, frozen or deleted: choose another in the configuration',
  ),
  method_not_supported_for_channel_type: byHand(
    'this kind of conversation takes no such message: choose another channel in the configuration',
  ),
  restricted_action: byHand(
    `the workspace does not let apps post in this channel: ${ADMINS} to allow it`,
  ),
  restricted_action_read_only_channel: byHand(
    `only some may post in this channel: ${ADMINS} to allow the app`,
  ),
  restricted_action_non_threadable_channel: byHand(
    'this channel takes no replies: choose another in the configuration',
  ),
  restricted_action_thread_only_channel: byHand(
    'this channel takes replies only: choose another in the configuration',
  ),
  restricted_action_thread_locked: byHand(
    `the thread is locked: ${ADMINS} to unlock it, or tell the people yourself`,
  ),
  external_channel_migrating: MOVING,
  // The workspace
  ekm_access_denied: byHand(
    `the admins have suspended posting (Enterprise Key Management): ask them when it is allowed again`,
  ),
  enterprise_is_restricted: byHand(
    'the app was installed for a whole Enterprise Grid organisation: install it in the workspace instead',
  ),
  team_access_not_granted: byHand(
    `the app is not allowed in this workspace of the organisation: ${ADMINS} to add the workspace to the app`,
  ),
  access_denied: byHand(`the workspace does not let the app do this: ${ADMINS} to approve it`),
  accesslimited: byHand(
    `the workspace takes no requests from the network of the bot: ${ADMINS} to allow its address`,
  ),
  two_factor_setup_required: byHand(
    `the workspace wants a second factor of whoever installed the app: ${ADMINS} to set it up`,
  ),
  team_not_found: byHand(
    'Slack does not know the workspace: check SLACK_TEAM_ID of the bot and offers.slack.channelTeams',
  ),
  org_login_required: MOVING,
  team_added_to_org: MOVING,
  // The token
  account_inactive: byHand(`the app was removed from the workspace: ${INSTALL}`),
  token_revoked: byHand(`the token of the app was revoked: ${INSTALL}`),
  token_expired: byHand(`the token of the app has expired: ${INSTALL}`),
  invalid_auth: byHand(`Slack does not accept the token, or not from this address: ${INSTALL}`),
  not_authed: byHand(`the request had no token: ${INSTALL}`),
  not_allowed_token_type: byHand(
    'the token is of another kind: use the Bot User OAuth Token (xoxb-…) in SLACK_BOT_TOKEN, and restart the bot',
  ),
  missing_scope: byHand(`the app lacks a scope: ${SCOPES}`),
  no_permission: byHand(
    `the app may not do this: invite it to the channel (/invite); if it is there, ${SCOPES}`,
  ),
  // The person
  user_not_found: byHand(`Slack does not know this person: ${LINK}`),
  users_not_found: byHand(`no Slack account has this e-mail: ${LINK}`),
  user_disabled: byHand(`this Slack account is deactivated: ${ANNOTATION}`),
  user_not_visible: byHand(`the app cannot see this person: ${ANNOTATION}`),
  cannot_dm_bot: byHand(`this Slack account is an app: ${ANNOTATION}`),
  not_enough_users: byHand(`Slack opens no conversation with this account: ${ANNOTATION}`),
  messages_tab_disabled: byHand(
    'the app takes no direct messages: turn on the Messages Tab under App Home in the settings of the app',
  ),
  // The message
  message_not_found: byHand(`the message was deleted in Slack; ${IN_PORTAL}`),
  thread_not_found: byHand(`the message whose thread it is was deleted in Slack; ${IN_PORTAL}`),
  cant_update_message: byHand(`the message is not one of this app; ${IN_PORTAL}`),
  edit_window_closed: byHand(
    `the workspace lets messages be edited for a limited time: ${ADMINS} to lift that; meanwhile the portal shows what is true`,
  ),
  msg_too_long: byHand(`the message is too long for Slack: ${OF_THE_BOT}`),
  msg_blocks_too_long: byHand(`the message is too long for Slack: ${OF_THE_BOT}`),
  invalid_blocks: byHand(`Slack does not accept the layout: ${OF_THE_BOT}`),
  invalid_blocks_format: byHand(`Slack does not accept the layout: ${OF_THE_BOT}`),
  invalid_metadata_format: byHand(`Slack does not accept the key of the message: ${OF_THE_BOT}`),
  metadata_too_large: byHand(`Slack does not accept the key of the message: ${OF_THE_BOT}`),
  // For a while
  ratelimited: RATE,
  rate_limited: RATE,
  message_limit_exceeded: RATE,
  // Slack: "some aspect of the operation may have succeeded before the error was raised".
  fatal_error: lookedUp,
  internal_error: lookedUp,
  service_unavailable: lookedUp,
  request_timeout: lookedUp,
};

const UNKNOWN = byHand(
  'look the code up at docs.slack.dev, mend what it says and send the message again',
);

/** What an error of Slack means, by its code; of one that we do not know, where to look. @public */
export function slackError(code: string): SlackError {
  return Object.hasOwn(table, code) ? (table[code] ?? UNKNOWN) : UNKNOWN;
}

/** Every code that has a remedy of its own. @public */
export const slackErrorCodes: readonly string[] = Object.keys(table);

/** The words in which a delivery keeps an error of Slack: its code, what to do, and what Slack said was needed. @public */
export function slackErrorWords(code: string, needed?: string): string {
  return `${code}: ${slackError(code).remedy}${needed ? ` (needed: ${needed})` : ''}`;
}
