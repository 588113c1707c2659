import {
  SlackLink,
  slackLinkManagePermission,
  SlackLinkPage,
  SlackLinksQuery,
} from '@offerdesk/backstage-plugin-offers-common';
import { tellLinkEnded } from '../announcements/linkEnded';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { found, Refusal } from '../refusal';
import { deleteLink, selectLink, selectLinks } from './linkStore';

/** Which Slack accounts are linked to which users, by user; for those who look after that. */
export async function listSlackLinks(
  ctx: Context,
  actor: Actor,
  { cursor, limit, ...filters }: SlackLinksQuery,
): Promise<SlackLinkPage> {
  await requireLinkManager(ctx, actor);
  const [user = '', teamId = ''] = cursor ? decodeCursor(cursor, 2) : [];
  const after = cursor ? { user, teamId } : undefined;
  const links = await selectLinks(ctx.db.knex, filters, { after, limit: limit + 1 });
  const items = links.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    ...(last && links.length > limit ? { nextCursor: encodeCursor([last.user, last.teamId]) } : {}),
  };
}

/**
 * Ends the link of another person, such as one whose account was taken over. The account is told in Slack; bots
 * forget what they remember of it within five minutes.
 * @throws Refusal `not-allowed`, `not-found`
 */
export async function endSlackLink(
  ctx: Context,
  actor: Actor,
  id: string,
  reason: string,
  key: string,
): Promise<SlackLink> {
  await requireLinkManager(ctx, actor);
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: `endSlackLink:${id}`, input: { reason } };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const link = found(await selectLink(tx, id));
      if (!(await deleteLink(tx, id))) throw new Refusal('not-found');
      const { user, teamId, slackUserId } = link;
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'slack.end-link',
        subjectKind: 'slack-link',
        subjectId: id,
        reason,
        change: { user, teamId, slackUserId },
      });
      await tellLinkEnded(ctx, tx, { link, by: actor.ref, reason, at });
      return link;
    }),
  );
}

async function requireLinkManager(ctx: Context, actor: Actor): Promise<void> {
  if (!actor.can.has('manageSlackLinks')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, slackLinkManagePermission);
}
