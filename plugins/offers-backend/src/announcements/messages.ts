import { Context } from '../context';
import { CommentTold } from './comments';
import { selectMessage } from './messageStore';

/** What a message of ours is about: a plan, and the question that it brought. */
export async function messageAbout(
  ctx: Pick<Context, 'db'>,
  place: { channel: string; ts: string },
): Promise<{ planId: string; question: string | undefined } | undefined> {
  const message = await selectMessage(ctx.db.knex, place);
  if (!message?.planId || message.kind === 'announcement') return undefined;
  const { comment, as }: Partial<CommentTold> =
    message.kind === 'plan-comment' ? JSON.parse(message.detail) : {};
  return { planId: message.planId, question: as === 'question' ? comment : undefined };
}
