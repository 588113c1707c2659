import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { besideMessages } from './messages/beside';
import { catalogueMessages } from './messages/catalogue';
import { managerMessages } from './messages/managers';
import { editingMessages } from './messages/editing';
import { offerMessages } from './messages/offer';
import { shellMessages } from './messages/shell';
import { slackMessages } from './messages/slack';
import { termMessages } from './messages/terms';
import { timeMessages } from './messages/time';

/**
 * The words of the pages: English here, German when it is asked for. Only pages import this, so that an app's
 * first load has none of it. An app may give messages of its own with a translation resource of this id.
 * @public
 */
export const offersTranslationRef = createTranslationRef({
  id: 'plugin.offers',
  messages: {
    ...shellMessages,
    ...termMessages,
    ...catalogueMessages,
    ...managerMessages,
    ...offerMessages,
    ...timeMessages,
    ...besideMessages,
    ...editingMessages,
    ...slackMessages,
  },
  translations: { de: () => import('./german') },
});
