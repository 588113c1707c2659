import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { WebClient } from '@slack/web-api';

/** The target cannot be reached as it is described; the message says what to mend. */
export class UnreachableTarget extends Error {}

/**
 * The id of the channel that a delivery goes to. A person is reached in the direct channel with the app,
 * which Slack opens once and gives again.
 *
 * @throws UnreachableTarget when the person has no Slack account that we know of
 */
export async function channelOf(
  { target }: Pick<ClaimedDelivery, 'target'>,
  slack: Pick<WebClient, 'conversations' | 'users'>,
): Promise<string> {
  if (target.kind === 'channel') return target.channel;
  const { channel } = await slack.conversations.open({ users: await slackUserOf(target, slack) });
  if (!channel?.id) throw new Error('conversations.open gave no channel');
  return channel.id;
}

/**
 * The Slack account of a person.
 * @throws UnreachableTarget when none is known
 */
export async function slackUserOf(
  { person, email }: Extract<ClaimedDelivery['target'], { kind: 'person' }>,
  slack: Pick<WebClient, 'users'>,
): Promise<string> {
  const { slackUserId } = person;
  // The annotation may also name a channel, for notifications; that is not a person.
  if (slackUserId && /^[UW][A-Z0-9]+$/.test(slackUserId)) return slackUserId;
  if (email) {
    const { user } = await slack.users.lookupByEmail({ email });
    if (user?.id) return user.id;
  }
  throw new UnreachableTarget(
    `no Slack account is known for ${person.ref}: set the annotation slack.com/bot-notify of the user to their Slack member ID`,
  );
}
