import { SlackInstallation } from '@offerdesk/backstage-plugin-offers-common';
import { record } from '../audit/audit';
import { Context, nowOf, Service } from '../context';
import { deleteInstallation, selectInstallations, upsertInstallation } from './installationStore';

/** The sealed installations; there are as many as workspaces. */
export async function slackInstallations(ctx: Context): Promise<{ items: SlackInstallation[] }> {
  return { items: await selectInstallations(ctx.db.knex) };
}

/** Keeps the installation of a workspace in the place of an earlier one; the same again changes nothing. */
export async function putSlackInstallation(
  ctx: Context,
  { ref }: Service,
  installation: SlackInstallation,
): Promise<SlackInstallation> {
  const at = nowOf(ctx);
  await ctx.db.transaction(async tx => {
    if (!(await upsertInstallation(tx, installation, at))) return;
    await record(tx, {
      at,
      actor: ref,
      surface: 'slack',
      action: 'slack.install',
      subjectKind: 'slack-workspace',
      subjectId: installation.teamId,
      change: { keyId: installation.keyId },
    });
  });
  return installation;
}

/** Forgets the installation of a workspace. Slack tells of it more than once, and the second does nothing. */
export async function removeSlackInstallation(
  ctx: Context,
  { ref }: Service,
  teamId: string,
  why: string,
): Promise<{ at: string }> {
  const at = nowOf(ctx);
  await ctx.db.transaction(async tx => {
    if (!(await deleteInstallation(tx, teamId))) return;
    await record(tx, {
      at,
      actor: ref,
      surface: 'slack',
      action: 'slack.uninstall',
      subjectKind: 'slack-workspace',
      subjectId: teamId,
      change: { why },
    });
  });
  return { at };
}
