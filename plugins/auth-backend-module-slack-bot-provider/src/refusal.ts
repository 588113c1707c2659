import { AuthenticationError, NotAllowedError, NotFoundError } from '@backstage/errors';

/**
 * Every way a sign-in is refused. The sentence goes to the person in Slack or to the operator in
 * the bot's log, so it says what to do, and never names anybody but the reader.
 */
const refusals = {
  'assertion-missing': {
    kind: AuthenticationError,
    message:
      'The request has no assertion. Send one signed by the bot in the header X-Offers-Slack-Assertion.',
  },
  'assertion-invalid': {
    kind: AuthenticationError,
    message:
      "The assertion is not one of this portal's bot. Check that the bot's private key belongs to the public key in auth.providers.slackBot, and that bot and portal run the same release.",
  },
  'assertion-expired': {
    kind: AuthenticationError,
    message:
      'The assertion has expired. Make a new one for each request, and set the clocks of bot and portal by the same time server.',
  },
  'assertion-too-long-lived': {
    kind: AuthenticationError,
    message: 'The assertion is valid for too long. Let exp be after iat, by 60 seconds at most.',
  },
  'assertion-from-the-future': {
    kind: AuthenticationError,
    message:
      'The assertion was issued in the future. Set the clocks of bot and portal by the same time server, or raise auth.providers.slackBot.clockToleranceSeconds.',
  },
  'assertion-replayed': {
    kind: AuthenticationError,
    message:
      'The assertion was used before. Make a new one, with a new jti, for each request and for each retry.',
  },
  'team-not-allowed': {
    kind: NotAllowedError,
    message:
      'Your Slack workspace is not connected to this portal. Use the workspace of your organisation, or ask the people who run the portal to add its team id to auth.providers.slackBot.teams.',
  },
  'person-unknown': {
    kind: NotFoundError,
    message:
      'Your Slack account is not linked to a user of the portal. Type /offer link in any channel: it shows a code, and where to type it in the portal.',
  },
  'person-ambiguous': {
    kind: NotAllowedError,
    message:
      "Your Slack account fits more than one user of the portal. Ask the people who run the portal's catalogue to leave your Slack member ID in the annotation slack.com/bot-notify of exactly one user, the one that you have linked if any.",
  },
  'person-linked-elsewhere': {
    kind: NotAllowedError,
    message:
      'Your user of the portal is linked to another Slack account. Use that account, or type /offer link in any channel to link this one yourself.',
  },
} as const;

/** Why a sign-in was refused; stable, so that the bot can have words of its own for it. */
export type RefusalCode = keyof typeof refusals;

/** An error of `@backstage/errors` that also carries the {@link RefusalCode}. */
export type Refusal = Error & { code: RefusalCode };

/** The error to throw for `code`; its class decides the HTTP status (401, 403 or 404). */
export function refusal(code: RefusalCode): Refusal {
  const { kind: Kind, message } = refusals[code];
  return Object.assign(new Kind(message), { code });
}

/** The code of an error made by {@link refusal}, undefined for any other error. */
export function refusalCodeOf(error: unknown): RefusalCode | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code } = error;
  return isRefusalCode(code) ? code : undefined;
}

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(refusals, code);
}
