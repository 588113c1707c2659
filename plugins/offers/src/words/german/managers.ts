import { announcementGerman } from './announcements';
import { conversationGerman } from './conversation';
import { operationGerman } from './operations';
import { planTermGerman } from './planTerms';
import { reportGerman } from './reports';

/** German for the pages for product and catalog managers. */
export const managerGerman = {
  ...planTermGerman,
  ...conversationGerman,
  ...reportGerman,
  ...announcementGerman,
  ...operationGerman,
};
