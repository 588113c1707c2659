import { createTranslationRef, type TranslationRef } from '@backstage/core-plugin-api/alpha';
import { besideMessages } from './messages/beside';
import { catalogueMessages } from './messages/catalogue';
import { managerMessages } from './messages/managers';
import { editingMessages } from './messages/editing';
import { offerMessages } from './messages/offer';
import { shellMessages } from './messages/shell';
import { slackMessages } from './messages/slack';
import { termMessages } from './messages/terms';
import { timeMessages } from './messages/time';

const messages = {
  ...shellMessages,
  ...termMessages,
  ...catalogueMessages,
  ...managerMessages,
  ...offerMessages,
  ...timeMessages,
  ...besideMessages,
  ...editingMessages,
  ...slackMessages,
} as const;

/** Messages of which the library needs to know no more than that they are texts. */
const texts: Record<string, string> = messages;

const ref: unknown = createTranslationRef({
  id: 'plugin.offers',
  messages: texts,
  translations: { de: () => import('./german') },
});

/**
 * The words of the pages: English here, German when it is asked for. Only pages import this, so that an app's
 * first load has none of it. An app may give messages of its own with a translation resource of this id.
 *
 * The library works the type of messages out key by key, which the compiler gives up on at some two thousand; they are
 * flat, so that their type is what they are. German cannot lack one: each file of it is typed by its English one.
 * @public
 */
export const offersTranslationRef = ref as TranslationRef<'plugin.offers', typeof messages>;
