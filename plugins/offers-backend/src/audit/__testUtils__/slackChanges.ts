import { TestPortal } from '../../__testUtils__/portal';
import { Change } from './change';

let accounts = 0;

/** A Slack account that nobody has linked. */
function anAccount() {
  accounts += 1;
  return { teamId: 'T0LOG0000', slackUserId: `U0LOG${1000 + accounts}`, slackName: 'Of the log' };
}

const unlinked = async (portal: TestPortal, by: string) => {
  const { items } = await portal.as(by)('mySlackLinks', {});
  for (const { id } of items) await portal.as(by)('removeSlackLink', { params: { id } });
};

const accept: Change = {
  by: 'ada',
  prepare: async portal => {
    await unlinked(portal, 'ada');
    const { code } = await portal.bot('beginSlackLink', { body: anAccount() });
    return call => call('acceptLinkCode', { body: { code } });
  },
  leaves: ['slack.link'],
};

const complete: Change = {
  by: 'bot',
  prepare: async portal => {
    await unlinked(portal, 'ada');
    const { code } = await portal.as('ada')('createLinkCode', {});
    return call => call('completeSlackLink', { body: { ...anAccount(), code } });
  },
  leaves: ['slack.link'],
  actor: 'user:default/ada',
};

const remove: Change = {
  by: 'ada',
  prepare: async portal => {
    await unlinked(portal, 'ada');
    const { code } = await portal.bot('beginSlackLink', { body: anAccount() });
    const { id } = await portal.as('ada')('acceptLinkCode', { body: { code } });
    return call => call('removeSlackLink', { params: { id } });
  },
  leaves: ['slack.unlink'],
};

const end: Change = {
  by: 'carla',
  prepare: async portal => {
    await unlinked(portal, 'ada');
    const { code } = await portal.bot('beginSlackLink', { body: anAccount() });
    const { id } = await portal.as('ada')('acceptLinkCode', { body: { code } });
    return call => call('endSlackLink', { params: { id }, body: { reason: 'Taken over' } });
  },
  leaves: ['slack.end-link'],
  reason: 'Taken over',
};

const SERVICE = 'service:external:test-service';
const params = { teamId: 'T0LOG0000' };
const installation = { keyId: 'k1', sealed: 'c2VhbGVk' };

/** What the operations on Slack accounts and workspaces leave in the log. */
export const slackChanges = {
  createLinkCode: 'A code of ten minutes; what comes of it is told by the link.',
  beginSlackLink: 'A code of ten minutes; what comes of it is told by the link.',
  checkLinkCode: 'It reads: a code is no part of an address.',
  acceptLinkCode: [accept],
  completeSlackLink: [complete],
  removeSlackLink: [remove],
  endSlackLink: [end],
  noteSlackRefusal: [
    {
      by: 'bot',
      prepare: async () => call =>
        call('noteSlackRefusal', {
          body: { teamId: 'T0LOG0000', slackUserId: 'U0GUEST00', code: 'guest' },
        }),
      leaves: ['slack.refuse'],
      actor: SERVICE,
    },
  ],
  putSlackInstallation: [
    {
      by: 'bot',
      prepare: async () => call => call('putSlackInstallation', { params, body: installation }),
      leaves: ['slack.install'],
      actor: SERVICE,
    },
  ],
  removeSlackInstallation: [
    {
      by: 'bot',
      prepare: async portal => {
        await portal.bot('putSlackInstallation', { params, body: installation });
        return call =>
          call('removeSlackInstallation', { params, body: { why: 'app-uninstalled' } });
      },
      leaves: ['slack.uninstall'],
      actor: SERVICE,
    },
  ],
} satisfies Record<string, readonly Change[] | string>;
