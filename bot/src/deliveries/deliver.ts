import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { WebClient } from '@slack/web-api';
import { pause } from '../time';
import { Drawn, withKey } from '../views/blocks';
import { DELIVERY_EVENT, findPosted, HistoryTooLong, MessagePlace } from './lookup';
import { drawMessage, footerOf } from './message';
import { Outcome, outcomeOf, outcomeOfPreparation } from './outcome';
import { restingUntil } from './quiet';
import { addresseeOf, channelOf, UnreachableTarget } from './target';

/** What delivering stands on. */
export interface DeliverOptions {
  /** without retries of its own: a lost answer would become two messages */
  slack: Pick<WebClient, 'chat' | 'conversations' | 'users'>;
  /** Slack's id of this bot */
  botId: string | undefined;
  /** how long after a look-up that found nothing it is made once more, ms */
  secondLookMs: number;
  /** whether there is still time for a call before the lease ends */
  mayStillPost: () => boolean;
}

/** Sends one claimed delivery and says what became of it. Never throws. */
export async function deliver(
  delivery: ClaimedDelivery,
  options: DeliverOptions,
): Promise<Outcome> {
  const drawn = tryToDraw(delivery);
  if ('result' in drawn) return drawn;
  if (delivery.act === 'update') return update(delivery, drawn, options);

  const prepared = await prepare(delivery, options);
  if ('result' in prepared) return prepared;
  if (!options.mayStillPost()) {
    return { result: 'retry', error: 'the lease was too short to post in', afterSeconds: 0 };
  }
  return post(delivery, prepared.channel, drawn, options);
}

function tryToDraw({ body, key, target }: ClaimedDelivery): Drawn | Outcome {
  try {
    return withKey(drawMessage(body, target.kind), key, footerOf(body));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { result: 'failed', error: `the message could not be drawn: ${why}`.slice(0, 1000) };
  }
}

/** Finds the channel, and there the message of an earlier attempt, unless it is a quiet time. Posts nothing. */
async function prepare(
  delivery: ClaimedDelivery,
  { slack, botId, secondLookMs }: DeliverOptions,
): Promise<{ channel: string } | Outcome> {
  try {
    const addressee = addresseeOf(delivery.target, slack);
    const resting = delivery.mayHavePosted
      ? undefined
      : await restingUntil(delivery, addressee, slack);
    if (resting) return resting;
    const channel =
      delivery.act === 'reply' && delivery.message
        ? delivery.message.channel
        : await channelOf(addressee, slack);
    if (!delivery.mayHavePosted) return { channel };
    const look = () => findPosted(delivery, channel, botId, slack);
    const found = (await look()) ?? (await pause(secondLookMs).then(look));
    return found ? { result: 'sent', ...found } : { channel };
  } catch (error) {
    if (error instanceof UnreachableTarget || error instanceof HistoryTooLong) {
      return { result: 'failed', error: error.message };
    }
    const outcome = outcomeOfPreparation(error);
    // Until the key has been looked up, the earlier attempt stays unclear.
    return delivery.mayHavePosted && outcome.result === 'retry'
      ? { result: 'unclear', error: outcome.error }
      : outcome;
  }
}

async function post(
  { act, key, message }: ClaimedDelivery,
  channel: string,
  { text, blocks }: Drawn,
  { slack }: DeliverOptions,
): Promise<Outcome> {
  if (act === 'reply' && !message) return { result: 'failed', error: 'the reply names no message' };
  try {
    const posted = await slack.chat.postMessage({
      channel,
      text,
      blocks,
      metadata: { event_type: DELIVERY_EVENT, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
      parse: 'none',
      link_names: false,
      ...(act === 'reply' && message ? { thread_ts: message.ts } : {}),
    });
    return sentTo({ channel: posted.channel ?? channel, ts: posted.ts ?? '' });
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Drawing a message again twice leaves what drawing it once does: nothing to look up. */
async function update(
  { key, message }: ClaimedDelivery,
  { text, blocks }: Drawn,
  { slack, mayStillPost }: DeliverOptions,
): Promise<Outcome> {
  if (!message) return { result: 'failed', error: 'the update names no message' };
  if (!mayStillPost()) {
    return { result: 'retry', error: 'the lease was too short to post in', afterSeconds: 0 };
  }
  try {
    await slack.chat.update({
      channel: message.channel,
      ts: message.ts,
      text,
      blocks,
      metadata: { event_type: DELIVERY_EVENT, event_payload: { key } },
      parse: 'none',
      link_names: false,
    });
    return sentTo(message);
  } catch (error) {
    return outcomeOf(error);
  }
}

function sentTo(place: MessagePlace): Outcome {
  if (place.ts) return { result: 'sent', ...place };
  return { result: 'unclear', error: 'Slack said ok and named no message' };
}
