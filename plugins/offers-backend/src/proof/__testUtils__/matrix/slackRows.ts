import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { uuidOf } from '../world';
import { everyPerson, oneFor } from './grids';
import { Row } from './row';

const account = { teamId: 'T0NOBODY1', slackUserId: 'U0NOBODY1', slackName: 'Nobody' };
const wrong = { code: 'AAAA-AAAA-AAAA' };

/** Who gets what of the Slack accounts: their own, and the bot what it needs to link and to be installed. */
export const slackRows = {
  mySlackLinks: [{ expect: oneFor('200', everyPerson), ask: () => ({}) }],
  createLinkCode: [{ expect: oneFor('201', everyPerson), ask: () => ({}) }],
  checkLinkCode: [{ expect: oneFor('409', everyPerson), ask: () => ({ body: wrong }) }],
  acceptLinkCode: [{ expect: oneFor('409', everyPerson), ask: () => ({ body: wrong }) }],
  removeSlackLink: [
    { expect: oneFor('404', everyPerson), ask: () => ({ params: { id: uuidOf('missing') } }) },
  ],
  listSlackLinks: [{ expect: oneFor('200', ['carla']), ask: () => ({}) }],
  endSlackLink: [
    {
      expect: oneFor('404', ['carla']),
      ask: () => ({ params: { id: uuidOf('missing') }, body: { reason: 'Taken over' } }),
    },
  ],
  beginSlackLink: [{ expect: oneFor('201', ['bot']), ask: () => ({ body: account }) }],
  completeSlackLink: [
    { expect: oneFor('409', ['bot']), ask: () => ({ body: { ...account, ...wrong } }) },
  ],
  slackPerson: [
    {
      expect: oneFor('404', ['bot']),
      ask: () => ({ params: { teamId: account.teamId, slackUserId: account.slackUserId } }),
    },
  ],
  noteSlackRefusal: [
    { expect: oneFor('400', ['bot']), ask: () => ({ body: { code: 'none', teamId: 'T0' } }) },
  ],
  slackInstallations: [{ expect: oneFor('200', ['bot']), ask: () => ({}) }],
  putSlackInstallation: [
    {
      expect: oneFor('400', ['bot']),
      ask: () => ({ params: { teamId: account.teamId }, body: { keyId: '', sealed: '' } }),
    },
  ],
  removeSlackInstallation: [
    {
      expect: oneFor('200', ['bot']),
      ask: () => ({ params: { teamId: account.teamId }, body: { why: 'app-uninstalled' } }),
    },
  ],
} satisfies Partial<Record<OperationId, Row[]>>;
