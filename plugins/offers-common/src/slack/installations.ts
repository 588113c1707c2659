import { z } from 'zod';
import { slackTeamIdSchema } from './ids';

/**
 * An installation of the Slack app in a workspace. The portal keeps it and cannot read it: the bot has encrypted it
 * with a key of its own.
 * @public
 */
export const slackInstallationSchema = z
  .strictObject({
    teamId: slackTeamIdSchema,
    /** which of the bot's keys opens it */
    keyId: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,64}$/, 'Name the key with letters, digits, dots and hyphens')
      .meta({ example: '2026-11' }),
    sealed: z
      .string()
      .max(65_536, 'It is larger than an installation')
      .regex(/^[A-Za-z0-9_-]+$/, 'Send it as base64url')
      .meta({ example: 'q1w2e3r4t5y6u7i8o9p0' }),
  })
  .meta({ id: 'SlackInstallation' });

/** An installation of the Slack app, sealed. @public */
export type SlackInstallation = z.infer<typeof slackInstallationSchema>;

/** What is stored for a workspace: everything but its id, which is in the path. @public */
export const sealedInstallationSchema = slackInstallationSchema
  .omit({ teamId: true })
  .meta({ id: 'SealedSlackInstallation' });

/** The workspaces in which the app is installed. @public */
export const slackInstallationsSchema = z
  .strictObject({ items: z.array(slackInstallationSchema) })
  .meta({ id: 'SlackInstallations' });

/** Why an installation is taken away. @public */
export const removeInstallationSchema = z
  .strictObject({ why: z.enum(['app-uninstalled', 'tokens-revoked']) })
  .meta({ id: 'RemoveSlackInstallation' });
