import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { WebClient } from '@slack/web-api';
import { keyBlockId } from '../views/blocks';

/** Where a message of Slack is. */
export type MessagePlace = NonNullable<ClaimedDelivery['message']>;

/** The type of the metadata that carries a delivery's key. */
export const DELIVERY_EVENT = 'offerdesk_delivery';

/** The history is longer than is searched; a person has to look. */
export class HistoryTooLong extends Error {}

const PAGE_SIZE = 200;
const MAX_PAGES = 25;
// The clocks of the portal, which wrote firstAttemptAt, and of Slack may differ.
const CLOCK_MARGIN_SECONDS = 300;

/** The parts of a message of Slack that the look-up reads. */
interface FoundMessage {
  ts?: string;
  subtype?: string;
  bot_id?: string;
  metadata?: { event_type?: string; event_payload?: unknown };
  blocks?: readonly { block_id?: string }[];
}

/**
 * The message that an earlier, unclear attempt of a delivery left in the channel or thread, or undefined
 * when there is none. The key is looked for in the metadata and in the block ids: either may be missing.
 *
 * @param botId - Slack's id of this bot: nobody else's message counts
 * @throws HistoryTooLong when more has been written since the first attempt than is searched
 */
export async function findPosted(
  delivery: Pick<ClaimedDelivery, 'key' | 'firstAttemptAt' | 'act' | 'message'>,
  channel: string,
  botId: string | undefined,
  slack: Pick<WebClient, 'conversations'>,
): Promise<MessagePlace | undefined> {
  const thread = delivery.act === 'reply' ? delivery.message?.ts : undefined;
  const oldest = String(
    Math.floor(Date.parse(delivery.firstAttemptAt) / 1000) - CLOCK_MARGIN_SECONDS,
  );
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = {
      channel,
      oldest,
      limit: PAGE_SIZE,
      include_all_metadata: true,
      ...(cursor ? { cursor } : {}),
    };
    const answer = thread
      ? await slack.conversations.replies({ ...query, ts: thread })
      : await slack.conversations.history(query);
    const messages: readonly FoundMessage[] = answer.messages ?? [];
    const found = messages.find(message => isDelivery(message, delivery.key, botId));
    if (found?.ts) return { channel, ts: found.ts };
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  throw new HistoryTooLong(
    'an earlier attempt may have posted the message, and too much has been written since to find it: look in the channel, and send it again only if it is not there',
  );
}

function isDelivery(message: FoundMessage, key: string, botId: string | undefined): boolean {
  if (message.subtype === 'ephemeral') return false;
  if (botId && message.bot_id && message.bot_id !== botId) return false;
  return hasKeyInMetadata(message, key) || hasKeyInBlock(message, key);
}

function hasKeyInMetadata({ metadata }: FoundMessage, key: string): boolean {
  const payload = metadata?.event_payload;
  return (
    metadata?.event_type === DELIVERY_EVENT &&
    typeof payload === 'object' &&
    payload !== null &&
    'key' in payload &&
    payload.key === key
  );
}

function hasKeyInBlock({ blocks }: FoundMessage, key: string): boolean {
  const wanted = keyBlockId(key);
  return (blocks ?? []).some(block => block.block_id === wanted);
}
