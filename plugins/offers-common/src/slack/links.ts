import { z } from 'zod';
import { cursorSchema, limitSchema, pageOf } from '../api/paging';
import { idSchema, entityRefSchema } from '../refs';
import { slackTeamIdSchema, slackUserIdSchema } from './ids';

/** A Slack account: ids of accounts are only unique within their workspace. @public */
export const slackAccountSchema = z
  .strictObject({ teamId: slackTeamIdSchema, slackUserId: slackUserIdSchema })
  .meta({ id: 'SlackAccount' });

/** A Slack account. @public */
export type SlackAccount = z.infer<typeof slackAccountSchema>;

const slackNameSchema = z.string().trim().max(200).meta({ example: 'Ada Lovelace' });

/** A Slack account with the name by which Slack shows it. @public */
export const namedSlackAccountSchema = slackAccountSchema
  .extend({ slackName: slackNameSchema })
  .meta({ id: 'NamedSlackAccount' });

/** A Slack account with its name. @public */
export type NamedSlackAccount = z.infer<typeof namedSlackAccountSchema>;

/** One Slack account that is one user of the portal, proved from both sides. @public */
export const slackLinkSchema = namedSlackAccountSchema
  .extend({
    id: idSchema,
    user: z.string(),
    linkedAt: z.string(),
  })
  .meta({ id: 'SlackLink' });

/** One Slack account that is one user of the portal. @public */
export type SlackLink = z.infer<typeof slackLinkSchema>;

/** Links of everybody, by user. @public */
export const slackLinkPageSchema = pageOf(slackLinkSchema).meta({ id: 'SlackLinkPage' });

/** Links of everybody. @public */
export type SlackLinkPage = z.infer<typeof slackLinkPageSchema>;

/** Which links are asked for. @public */
export const slackLinksQuerySchema = z.strictObject({
  user: entityRefSchema.optional(),
  slackUserId: slackUserIdSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: limitSchema,
});

/** Which links are asked for. @public */
export type SlackLinksQuery = z.output<typeof slackLinksQuerySchema>;

/** Why somebody else's link is ended. @public */
export const endSlackLinkSchema = z
  .strictObject({
    reason: z
      .string()
      .trim()
      .min(1, 'Say why: the account is told, and the log keeps it')
      .max(500, 'A reason has at most 500 characters'),
  })
  .meta({ id: 'EndSlackLink', example: { reason: 'The account is not theirs any more' } });

/** The Slack accounts of a person. @public */
export const slackLinksSchema = z
  .strictObject({ items: z.array(slackLinkSchema) })
  .meta({ id: 'SlackLinks' });

/**
 * The letters and digits of a code: none that is read for another.
 * @public
 */
export const LINK_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * How many of them a code has: 58 bits, for ten minutes.
 * @public
 */
export const LINK_CODE_LENGTH = 12;

/** A code as it is compared: without the hyphens and blanks that help a reader. @public */
export function plainLinkCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

const codeSchema = z
  .string()
  .max(40)
  .transform(plainLinkCode)
  .pipe(
    z
      .string()
      .regex(
        new RegExp(`^[${LINK_CODE_ALPHABET}]{${LINK_CODE_LENGTH}}$`),
        'Type the code as it was shown, such as K7M2-9QXD-4TPA',
      ),
  );

/** A code that was shown on one side, and is told on the other. @public */
export const linkCodeSchema = z
  .strictObject({ code: codeSchema })
  .meta({ id: 'LinkCode', example: { code: 'K7M2-9QXD-4TPA' } });

/** A code told in Slack, and by which account. @public */
export const linkCodeOfSlackSchema = namedSlackAccountSchema.extend({ code: codeSchema }).meta({
  id: 'LinkCodeOfSlack',
  example: {
    teamId: 'T0123ABCD',
    slackUserId: 'U0123ABCD',
    slackName: 'Ada Lovelace',
    code: 'K7M2-9QXD-4TPA',
  },
});

/** A new code; it is shown this once, and counts once. @public */
export const newLinkCodeSchema = z
  .strictObject({
    code: z.string().meta({ example: 'K7M2-9QXD-4TPA' }),
    expiresAt: z.string(),
  })
  .meta({ id: 'NewLinkCode' });

/** A new code. @public */
export type NewLinkCode = z.infer<typeof newLinkCodeSchema>;

/** Who a Slack account is. @public */
export const slackPersonSchema = z
  .strictObject({ user: z.string().meta({ example: 'user:default/ada' }) })
  .meta({ id: 'SlackPerson' });

/** Why the bot refused a Slack account, before it asked the portal. @public */
export const slackRefusalSchema = slackAccountSchema
  .extend({ code: z.enum(['other-team', 'guest', 'bot', 'deactivated']) })
  .meta({ id: 'SlackRefusal' });

/** Why the bot refused a Slack account. @public */
export type SlackRefusal = z.infer<typeof slackRefusalSchema>;

/** That something was written down. @public */
export const notedSchema = z.strictObject({ at: z.string() }).meta({ id: 'Noted' });
