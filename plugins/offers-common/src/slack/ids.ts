import { z } from 'zod';

/** The id of a Slack workspace. @public */
export const slackTeamIdSchema = z
  .string()
  .regex(/^[TE][A-Z0-9]{2,30}$/, 'Give the id of a Slack workspace, such as T0123ABCD')
  .meta({ id: 'SlackTeamId', example: 'T0123ABCD' });

/** The id of a Slack account. @public */
export const slackUserIdSchema = z
  .string()
  .regex(/^[UW][A-Z0-9]{2,30}$/, 'Give a Slack member ID, such as U0123ABCD')
  .meta({ id: 'SlackUserId', example: 'U0123ABCD' });
