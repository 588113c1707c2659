import { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { MOST_COMMENT, OffersProblem } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { IdentityRefusal } from '../../identity/refusal';
import { refusalWords } from '../../views/refusals';
import { cut } from '../../views/text';
import { idempotencyKey } from '../decide';
import { logRefusal } from '../logRefusal';
import { BotServices } from '../services';

/** What the listener of messages reads of what Slack sends. */
export type MessageHeard = Pick<
  SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs,
  'event' | 'body' | 'client' | 'context'
>;

/** A reply that a person wrote in a thread: no edit, no file notice, nothing of an app. */
const replySchema = z.object({
  user: z.string(),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string(),
  text: z.string().trim().min(1),
  parent_user_id: z.string().optional(),
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
});

/**
 * Somebody replied in a thread. Under a card it is a question to the author, or their answer; under a question it is
 * the answer. What is said under other messages is not for us.
 */
export function threadReply(services: BotServices) {
  return async ({ event, body, client, context }: MessageHeard): Promise<void> => {
    const heard = replySchema.safeParse(event);
    if (!heard.success) return;
    const { user, channel, channel_type: kind, ts, thread_ts: root, text } = heard.data;
    const { parent_user_id: parent } = heard.data;
    if (parent !== undefined && context.botUserId !== undefined && parent !== context.botUserId)
      return;
    const asker = { teamId: body.team_id, slackUserId: user };
    const reference = randomUUID();
    const fields = { request: reference, what: 'thread-reply', slackUser: user };
    await services.activity.run(async () => {
      try {
        const mine = services.offers.for(asker);
        const place = { channel, ts: root };
        const { planId, answers } = await mine.call('planOfMessage', { query: place });
        await mine.call('commentOnPlan', {
          params: { id: planId },
          body: { text: said(text), place, ...(answers ? { answers } : {}) },
          // Slack delivers an event again until it is sure that it was heard.
          idempotencyKey: idempotencyKey(['reply', asker.teamId, channel, ts]),
        });
        services.log.info('Request handled', fields);
      } catch (error) {
        logRefusal(services.log, error, fields);
        if (isTheirs(error, kind)) return;
        await client.chat
          .postEphemeral({ channel, user, thread_ts: root, text: refusalWords(error, reference) })
          .catch(() => services.log.warn('The answer did not reach the person', fields));
      } finally {
        services.nudge();
      }
    });
  };
}

/** A reply that is not about a plan of theirs is talk among people, and no answer of ours belongs there. */
function isTheirs(error: unknown, kind: string | undefined): boolean {
  if (error instanceof OffersProblem && error.code === 'not-found') return true;
  return error instanceof IdentityRefusal && kind !== 'im';
}

/** What Slack sends escaped, as it was typed, within what a comment holds. */
function said(text: string): string {
  const typed = text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  return cut(typed, MOST_COMMENT);
}
