import { announcementMessages } from './announcements';
import { conversationMessages } from './conversation';
import { operationMessages } from './operations';
import { planTermMessages } from './planTerms';
import { reportMessages } from './reports';

/** The words of the pages for product and catalog managers. */
export const managerMessages = {
  ...planTermMessages,
  ...conversationMessages,
  ...reportMessages,
  ...announcementMessages,
  ...operationMessages,
} as const;
