import {
  slackUserIdSchema,
  entityRefSchema,
  type SlackLinksQuery,
} from '@offerdesk/backstage-plugin-offers-common';

/**
 * Which links are asked for by what was typed: a Slack member ID, a user by reference or by name, or everybody.
 *
 * @returns undefined for what can be neither
 */
export function linksAskedBy(
  typed: string,
): Pick<SlackLinksQuery, 'user' | 'slackUserId'> | undefined {
  const text = typed.trim();
  if (text === '') return {};
  const account = slackUserIdSchema.safeParse(text);
  if (account.success) return { slackUserId: account.data };
  const user = entityRefSchema.safeParse(text.includes(':') ? text : `user:default/${text}`);
  return user.success ? { user: user.data } : undefined;
}
