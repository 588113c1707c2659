import {
  NamedSlackAccount,
  SlackAccount,
  SlackLink,
  SlackRefusal,
  Surface,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf, Service } from '../context';
import { found, Refusal } from '../refusal';
import { accountHolder, accountOf, toldCode } from './codes';
import {
  deleteLink,
  insertLink,
  selectLink,
  selectLinkOfAccount,
  selectLinksOf,
  StoredCode,
  useCode,
} from './linkStore';

/** A Slack account and a user that are to be one person, and where that was said last. */
interface Pair {
  account: NamedSlackAccount;
  user: string;
  surface: Surface;
}

/** The person is signed in and tells the code that Slack showed to an account. */
export async function acceptLinkCode(
  ctx: Context,
  { ref, surface }: Actor,
  code: string,
): Promise<SlackLink> {
  const stored = await toldCode(ctx, code, 'account');
  return link(ctx, stored, { account: accountOf(stored), user: ref, surface });
}

/** A Slack account tells the code that the portal showed to a person who was signed in. */
export async function completeSlackLink(
  ctx: Context,
  { code, ...account }: NamedSlackAccount & { code: string },
): Promise<SlackLink> {
  const stored = await toldCode(ctx, code, 'user');
  return link(ctx, stored, { account, user: stored.holder, surface: 'slack' });
}

/**
 * Makes them one person, for whoever proved both sides. The directory has a say: an account that is another's by
 * annotation stays the other's, so that nobody counts as two (rule 4).
 */
async function link(ctx: Context, code: StoredCode, pair: Pair): Promise<SlackLink> {
  const { account, user, surface } = pair;
  const annotated = await ctx.directory.annotatedWith(account.slackUserId);
  if (annotated.some(ref => ref !== user)) throw new Refusal('slack-linked-elsewhere');
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const added: SlackLink = { ...account, id: ctx.newId(), user, linkedAt: at };
    if (!(await useCode(tx, code.hash, added.id))) return earlierLink(tx, pair);
    if (!(await insertLink(tx, added))) return existing(tx, pair);
    await record(tx, {
      at,
      actor: user,
      surface,
      action: 'slack.link',
      subjectKind: 'slack-link',
      subjectId: added.id,
      change: { user, teamId: account.teamId, slackUserId: account.slackUserId },
    });
    return added;
  });
}

/** The link that a used code made, for the same pair: an answer was lost, and the request came again. */
async function earlierLink(tx: Knex.Transaction, pair: Pair): Promise<SlackLink> {
  const made = await selectLinkOfAccount(tx, pair.account);
  if (made?.user === pair.user) return made;
  throw new Refusal('link-code-wrong');
}

async function existing(tx: Knex.Transaction, { account, user }: Pair): Promise<SlackLink> {
  const known = await selectLinkOfAccount(tx, account);
  if (known?.user === user) return known;
  throw new Refusal(known ? 'slack-linked-elsewhere' : 'slack-already-linked');
}

/** The links of the person. */
export async function mySlackLinks(ctx: Context, { ref }: Actor) {
  return { items: await selectLinksOf(ctx.db.knex, [ref]) };
}

/**
 * Unlinks an account of the person. Bots forget what they remember of it within five minutes.
 * @throws Refusal `not-found` for one that is not theirs
 */
export async function removeSlackLink(
  ctx: Context,
  actor: Actor,
  id: string,
  key: string,
): Promise<SlackLink> {
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: `removeSlackLink:${id}`, input: null };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const kept = found(await selectLink(tx, id));
      if (kept.user !== actor.ref || !(await deleteLink(tx, id))) throw new Refusal('not-found');
      const { user, teamId, slackUserId } = kept;
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'slack.unlink',
        subjectKind: 'slack-link',
        subjectId: id,
        change: { user, teamId, slackUserId },
      });
      return kept;
    }),
  );
}

/** Who has linked a Slack account; nothing of those whom only an annotation names. */
export async function slackPerson(ctx: Context, account: SlackAccount): Promise<{ user: string }> {
  const { user } = found(await selectLinkOfAccount(ctx.db.knex, account));
  return { user };
}

/** Writes down whom the bot turned away before it asked the portal: only Slack knows guests and apps. */
export async function noteSlackRefusal(
  ctx: Context,
  { ref }: Service,
  { code, ...account }: SlackRefusal,
): Promise<{ at: string }> {
  const at = nowOf(ctx);
  await ctx.db.transaction(tx =>
    record(tx, {
      at,
      actor: ref,
      surface: 'slack',
      action: 'slack.refuse',
      subjectKind: 'slack-link',
      subjectId: accountHolder(account),
      change: { code, ...account },
    }),
  );
  return { at };
}
