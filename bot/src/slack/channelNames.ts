import { WebClient } from '@slack/web-api';
import { within } from '../time';

/** Names of channels by their ids; what Slack did not tell is missing. */
export type ChannelNames = ReadonlyMap<string, string>;

// Slack takes about fifty such questions a minute; what is asked beyond that stays an id.
const MOST_ASKED = 30;
const PATIENCE_MS = 1_500;

/**
 * The names of channels, for menus, in which Slack draws none itself. Without the scope, for a channel that is gone, or
 * when Slack is slow, a name is missing: the id then stands for it.
 */
export async function channelNames(
  slack: Pick<WebClient, 'conversations'>,
  ids: readonly string[],
): Promise<ChannelNames> {
  const names = new Map<string, string>();
  const asking = ids.slice(0, MOST_ASKED).map(async channel => {
    const answer = await slack.conversations.info({ channel }).catch(() => undefined);
    const name = answer?.channel?.name;
    if (name) names.set(channel, name);
  });
  await within(Promise.all(asking), PATIENCE_MS);
  return new Map(names);
}
