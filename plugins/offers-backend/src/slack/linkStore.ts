import {
  SlackAccount,
  SlackLink,
  SlackLinksQuery,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

interface LinkRow {
  id: string;
  team_id: string;
  slack_user_id: string;
  slack_name: string;
  user_ref: string;
  linked_at: string;
}

interface CodeRow {
  hash: string;
  holder: string;
  slack_name: string;
  expires_at: string;
  link_id: string | null;
}

/** A code as it is kept: whose it is, until when, and what came of it. */
export interface StoredCode {
  hash: string;
  holder: string;
  slackName: string;
  expiresAt: string;
  linkId: string | undefined;
}

/** The links of some users, oldest first. */
export async function selectLinksOf(
  knex: Connection,
  users: readonly string[],
): Promise<SlackLink[]> {
  const rows = await knex<LinkRow>('slack_links')
    .whereIn('user_ref', users)
    .orderBy(['linked_at', 'id']);
  return rows.map(fromRow);
}

/** Links of everybody by user, those of one user or account where that is asked, from a place on. */
export async function selectLinks(
  knex: Connection,
  { user, slackUserId }: Pick<SlackLinksQuery, 'user' | 'slackUserId'>,
  { after, limit }: { after: { user: string; teamId: string } | undefined; limit: number },
): Promise<SlackLink[]> {
  const rows: LinkRow[] = await knex<LinkRow>('slack_links')
    .modify(query => {
      if (slackUserId) query.where({ slack_user_id: slackUserId });
      if (user) query.where({ user_ref: user });
      if (after) query.whereRaw('(user_ref, team_id) > (?, ?)', [after.user, after.teamId]);
    })
    .orderBy(['user_ref', 'team_id'])
    .limit(limit);
  return rows.map(fromRow);
}

/** The link of a Slack account. */
export async function selectLinkOfAccount(
  knex: Connection,
  { teamId, slackUserId }: SlackAccount,
): Promise<SlackLink | undefined> {
  const row = await knex<LinkRow>('slack_links')
    .where({ team_id: teamId, slack_user_id: slackUserId })
    .first();
  return row && fromRow(row);
}

/** One link. */
export async function selectLink(knex: Connection, id: string): Promise<SlackLink | undefined> {
  const row = await knex<LinkRow>('slack_links').where({ id }).first();
  return row && fromRow(row);
}

/** Adds a link unless its account, or its user in that workspace, has one; says whether it was added. */
export async function insertLink(tx: Connection, link: SlackLink): Promise<boolean> {
  const added = await tx<LinkRow>('slack_links')
    .insert({
      id: link.id,
      team_id: link.teamId,
      slack_user_id: link.slackUserId,
      slack_name: link.slackName,
      user_ref: link.user,
      linked_at: link.linkedAt,
    })
    .onConflict()
    .ignore()
    .returning('id');
  return added.length === 1;
}

/** Takes a link away; says whether it was there. */
export async function deleteLink(tx: Connection, id: string): Promise<boolean> {
  return (await tx<LinkRow>('slack_links').where({ id }).delete()) === 1;
}

/** Keeps the hash of a new code in the place of the holder's earlier one, and forgets those long over. */
export async function replaceCode(
  tx: Connection,
  { hash, holder, slackName, expiresAt }: Omit<StoredCode, 'linkId'>,
  forgetBefore: string,
): Promise<void> {
  await tx<CodeRow>('slack_link_codes').where('expires_at', '<', forgetBefore).delete();
  const row = { hash, holder, slack_name: slackName, expires_at: expiresAt, link_id: null };
  await tx<CodeRow>('slack_link_codes').insert(row).onConflict('holder').merge();
}

/** The code with a hash. */
export async function selectCode(knex: Connection, hash: string): Promise<StoredCode | undefined> {
  const row = await knex<CodeRow>('slack_link_codes').where({ hash }).first();
  return (
    row && {
      hash: row.hash,
      holder: row.holder,
      slackName: row.slack_name,
      expiresAt: row.expires_at,
      linkId: row.link_id ?? undefined,
    }
  );
}

/** Uses a code up, if nobody has; says whether (compare and set). */
export async function useCode(tx: Connection, hash: string, linkId: string): Promise<boolean> {
  const used = await tx<CodeRow>('slack_link_codes')
    .where({ hash })
    .whereNull('link_id')
    .update({ link_id: linkId });
  return used === 1;
}

function fromRow(row: LinkRow): SlackLink {
  return {
    id: row.id,
    teamId: row.team_id,
    slackUserId: row.slack_user_id,
    slackName: row.slack_name,
    user: row.user_ref,
    linkedAt: row.linked_at,
  };
}
