import { Handlers } from '../api/route';
import { Context } from '../context';
import { accountOf, newSlackCode, newUserCode, toldCode } from './codes';
import { endSlackLink, listSlackLinks } from './everybody';
import { putSlackInstallation, removeSlackInstallation, slackInstallations } from './installations';
import {
  acceptLinkCode,
  completeSlackLink,
  mySlackLinks,
  noteSlackRefusal,
  removeSlackLink,
  slackPerson,
} from './links';

/** Routes of which Slack account is which person. */
export const slackLinkRoutes = (
  ctx: Context,
): Handlers<
  | 'mySlackLinks'
  | 'createLinkCode'
  | 'checkLinkCode'
  | 'acceptLinkCode'
  | 'removeSlackLink'
  | 'listSlackLinks'
  | 'endSlackLink'
  | 'beginSlackLink'
  | 'completeSlackLink'
  | 'slackPerson'
  | 'noteSlackRefusal'
> => ({
  mySlackLinks: ({ actor }) => mySlackLinks(ctx, actor),
  createLinkCode: ({ actor }) => newUserCode(ctx, actor.ref),
  checkLinkCode: async ({ body }) => accountOf(await toldCode(ctx, body.code, 'account')),
  acceptLinkCode: ({ actor, body }) => acceptLinkCode(ctx, actor, body.code),
  removeSlackLink: ({ actor, params, key }) => removeSlackLink(ctx, actor, params.id, key),
  listSlackLinks: ({ actor, query }) => listSlackLinks(ctx, actor, query),
  endSlackLink: ({ actor, params, body, key }) =>
    endSlackLink(ctx, actor, params.id, body.reason, key),
  beginSlackLink: ({ body }) => newSlackCode(ctx, body),
  completeSlackLink: ({ body }) => completeSlackLink(ctx, body),
  slackPerson: ({ params }) => slackPerson(ctx, params),
  noteSlackRefusal: ({ service, body }) => noteSlackRefusal(ctx, service, body),
});

/** Routes of the workspaces in which the bot is installed; its service token reaches them, and no person. */
export const slackInstallationRoutes = (
  ctx: Context,
): Handlers<'slackInstallations' | 'putSlackInstallation' | 'removeSlackInstallation'> => ({
  slackInstallations: () => slackInstallations(ctx),
  putSlackInstallation: ({ service, params, body }) =>
    putSlackInstallation(ctx, service, { ...params, ...body }),
  removeSlackInstallation: ({ service, params, body }) =>
    removeSlackInstallation(ctx, service, params.teamId, body.why),
});
