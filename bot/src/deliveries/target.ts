import { ClaimedDelivery, QuietHours } from '@offerdesk/backstage-plugin-offers-common';
import { WebClient } from '@slack/web-api';

/** The target cannot be reached as it is described; the message says what to mend. */
export class UnreachableTarget extends Error {}

/** A Slack account, and in which zone Slack says that its person is, where that came with it. */
export interface Account {
  id: string;
  tz: string | undefined;
}

/** Whom a delivery goes to. */
export type Addressee =
  | { kind: 'channel'; channel: string }
  | {
      kind: 'person';
      quiet: QuietHours | undefined;
      /** Slack is asked once, however often this is called. @throws UnreachableTarget */
      account: () => Promise<Account>;
    };

/** Whom a delivery goes to; nothing is asked of Slack before it is needed. */
export function addresseeOf(
  target: ClaimedDelivery['target'],
  slack: Pick<WebClient, 'users'>,
): Addressee {
  if (target.kind === 'channel') return { kind: 'channel', channel: target.channel };
  let found: Promise<Account> | undefined;
  return {
    kind: 'person',
    quiet: target.quiet,
    account: () => {
      found ??= accountOf(target, slack);
      return found;
    },
  };
}

/**
 * The id of the channel that a delivery goes to. A person is reached in the direct channel with the app,
 * which Slack opens once and gives again.
 *
 * @throws UnreachableTarget when the person has no Slack account that we know of
 */
export async function channelOf(
  addressee: Addressee,
  slack: Pick<WebClient, 'conversations'>,
): Promise<string> {
  if (addressee.kind === 'channel') return addressee.channel;
  const { id } = await addressee.account();
  const { channel } = await slack.conversations.open({ users: id });
  if (!channel?.id) throw new Error('conversations.open gave no channel');
  return channel.id;
}

async function accountOf(
  { person, email }: Extract<ClaimedDelivery['target'], { kind: 'person' }>,
  slack: Pick<WebClient, 'users'>,
): Promise<Account> {
  const { slackUserId } = person;
  // The annotation may also name a channel, for notifications; that is not a person.
  if (slackUserId && /^[UW][A-Z0-9]+$/.test(slackUserId)) return { id: slackUserId, tz: undefined };
  if (email) {
    const { user } = await slack.users.lookupByEmail({ email });
    if (user?.id) return { id: user.id, tz: user.tz };
  }
  throw new UnreachableTarget(
    `no Slack account is known for ${person.ref}: let the person link their account (/offers/slack in the portal), or set the annotation slack.com/bot-notify of the user to their Slack member ID`,
  );
}
