import { z } from 'zod';
import {
  slackInstallationPermission,
  slackLinkPermission,
  slackPersonReadPermission,
} from '../permissions';
import { idSchema } from '../refs';
import {
  removeInstallationSchema,
  sealedInstallationSchema,
  slackInstallationSchema,
  slackInstallationsSchema,
} from '../slack/installations';
import {
  linkCodeOfSlackSchema,
  linkCodeSchema,
  namedSlackAccountSchema,
  newLinkCodeSchema,
  notedSchema,
  slackAccountSchema,
  slackLinkSchema,
  slackLinksSchema,
  slackPersonSchema,
  slackRefusalSchema,
  slackTeamIdSchema,
} from '../slack/links';
import { operation } from './operation';

const byTeam = z.strictObject({ teamId: slackTeamIdSchema });

/** The operations with which a person says which Slack account they are. */
export const slackLinkOperations = {
  mySlackLinks: operation({
    method: 'get',
    path: '/slack/links',
    summary: 'The Slack accounts that the person has linked',
    tag: 'others',
    caller: 'user',
    status: 200,
    response: slackLinksSchema,
    problems: ['not-signed-in'],
  }),
  // Not idempotent by key: that would keep the code. A second request ends the code of the first.
  createLinkCode: operation({
    method: 'post',
    path: '/slack/link-codes',
    summary: 'A code to type in Slack, which links the account that types it to the person',
    tag: 'others',
    caller: 'user',
    status: 201,
    response: newLinkCodeSchema,
    problems: ['not-signed-in'],
  }),
  checkLinkCode: operation({
    method: 'post',
    path: '/slack/link-codes/check',
    summary: 'Which Slack account a code was shown to, before it is linked',
    tag: 'others',
    caller: 'user',
    body: linkCodeSchema,
    status: 200,
    response: namedSlackAccountSchema,
    problems: ['invalid-input', 'not-signed-in', 'link-code-wrong'],
  }),
  acceptLinkCode: operation({
    method: 'post',
    path: '/slack/links',
    summary:
      'Link the Slack account that a code was shown to; the same code again is the same link',
    tag: 'others',
    caller: 'user',
    body: linkCodeSchema,
    status: 201,
    response: slackLinkSchema,
    problems: [
      'invalid-input',
      'not-signed-in',
      'link-code-wrong',
      'slack-linked-elsewhere',
      'slack-already-linked',
    ],
  }),
  removeSlackLink: operation({
    method: 'post',
    path: '/slack/links/:id/remove',
    summary: 'Unlink a Slack account of the person',
    tag: 'others',
    caller: 'user',
    params: z.strictObject({ id: idSchema }),
    idempotent: true,
    status: 200,
    response: slackLinkSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
};

/** The operations of the bot and of the sign-in on who is who. */
export const slackBotOperations = {
  beginSlackLink: operation({
    method: 'post',
    path: '/slack/link-requests',
    summary: 'A code for a Slack account, to type in the portal when signed in',
    tag: 'others',
    caller: 'service',
    servicePermission: slackLinkPermission,
    body: namedSlackAccountSchema,
    status: 201,
    response: newLinkCodeSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  completeSlackLink: operation({
    method: 'post',
    path: '/slack/link-completions',
    summary: 'Link a Slack account that told a code of the portal; again, it is the same link',
    tag: 'others',
    caller: 'service',
    servicePermission: slackLinkPermission,
    body: linkCodeOfSlackSchema,
    status: 201,
    response: slackLinkSchema,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-allowed',
      'link-code-wrong',
      'slack-linked-elsewhere',
      'slack-already-linked',
    ],
  }),
  slackPerson: operation({
    method: 'get',
    path: '/slack/people/:teamId/:slackUserId',
    summary: 'Which user of the portal has linked a Slack account',
    tag: 'others',
    caller: 'service',
    servicePermission: slackPersonReadPermission,
    params: slackAccountSchema,
    status: 200,
    response: slackPersonSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  noteSlackRefusal: operation({
    method: 'post',
    path: '/slack/refusals',
    summary: 'Write down that the bot refused a Slack account',
    tag: 'others',
    caller: 'service',
    servicePermission: slackLinkPermission,
    body: slackRefusalSchema,
    status: 200,
    response: notedSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
};

/** The operations on the workspaces in which the bot is installed. */
export const slackInstallationOperations = {
  slackInstallations: operation({
    method: 'get',
    path: '/slack/installations',
    summary: 'The sealed installations of the Slack app',
    tag: 'others',
    caller: 'service',
    servicePermission: slackInstallationPermission,
    status: 200,
    response: slackInstallationsSchema,
    problems: ['not-signed-in', 'not-allowed'],
  }),
  putSlackInstallation: operation({
    method: 'put',
    path: '/slack/installations/:teamId',
    summary: 'Keep the sealed installation of a workspace, in the place of an earlier one',
    tag: 'others',
    caller: 'service',
    servicePermission: slackInstallationPermission,
    params: byTeam,
    body: sealedInstallationSchema,
    status: 200,
    response: slackInstallationSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  removeSlackInstallation: operation({
    method: 'post',
    path: '/slack/installations/:teamId/remove',
    summary: 'Forget the installation of a workspace; again, it does nothing',
    tag: 'others',
    caller: 'service',
    servicePermission: slackInstallationPermission,
    params: byTeam,
    body: removeInstallationSchema,
    status: 200,
    response: notedSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
};
