import {
  LINK_CODE_ALPHABET,
  LINK_CODE_LENGTH,
  NamedSlackAccount,
  NewLinkCode,
  plainLinkCode,
  SlackAccount,
} from '@offerdesk/backstage-plugin-offers-common';
import { createHash, randomInt } from 'node:crypto';
import { Context, nowOf } from '../context';
import { Refusal } from '../refusal';
import { replaceCode, selectCode, StoredCode } from './linkStore';

/** How long a code counts. */
const CODE_MINUTES = 10;
const DAY_MS = 86_400_000;

/** The hash under which a code is kept: who reads the database learns no code. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(plainLinkCode(code)).digest('hex');
}

/** How a code's holder is written when it is a Slack account. */
export function accountHolder({ teamId, slackUserId }: SlackAccount): string {
  return `${teamId}/${slackUserId}`;
}

/** A new code of a user of the portal, to type in Slack. */
export function newUserCode(ctx: Context, user: string): Promise<NewLinkCode> {
  return newCode(ctx, user, '');
}

/** A new code of a Slack account, to type in the portal. */
export function newSlackCode(ctx: Context, account: NamedSlackAccount): Promise<NewLinkCode> {
  return newCode(ctx, accountHolder(account), account.slackName);
}

async function newCode(ctx: Context, holder: string, slackName: string): Promise<NewLinkCode> {
  const now = Date.parse(nowOf(ctx));
  const expiresAt = new Date(now + CODE_MINUTES * 60_000).toISOString();
  const code = Array.from(
    { length: LINK_CODE_LENGTH },
    () => LINK_CODE_ALPHABET[randomInt(LINK_CODE_ALPHABET.length)],
  ).join('');
  const kept = { hash: hashOfCode(code), holder, slackName, expiresAt };
  const forgetBefore = new Date(now - DAY_MS).toISOString();
  await ctx.db.transaction(tx => replaceCode(tx, kept, forgetBefore));
  return { code: code.replace(/(.{4})(?=.)/g, '$1-'), expiresAt };
}

/**
 * The code that somebody tells, if it counts still and is one of the kind that is asked for.
 * @throws Refusal `link-code-wrong`: the same for a code that never was
 */
export async function toldCode(
  ctx: Context,
  code: string,
  of: 'user' | 'account',
): Promise<StoredCode> {
  const stored = await selectCode(ctx.db.knex, hashOfCode(code));
  const isUsers = stored?.holder.startsWith('user:');
  if (!stored || stored.expiresAt <= nowOf(ctx) || isUsers !== (of === 'user')) {
    throw new Refusal('link-code-wrong');
  }
  return stored;
}

/** The Slack account that a code was shown to. */
export function accountOf({ holder, slackName }: StoredCode): NamedSlackAccount {
  const [teamId = '', slackUserId = ''] = holder.split('/');
  return { teamId, slackUserId, slackName };
}
