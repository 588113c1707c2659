import { accessMessages } from './access';
import { announcementMessages } from './announcements';
import { calendarMessages } from './calendar';
import { conversationMessages } from './conversation';
import { deliveryMessages } from './deliveries';
import { logMessages } from './log';
import { manageMessages } from './manage';
import { operationMessages } from './operations';
import { planActMessages } from './planActs';
import { planMessages } from './plans';
import { planTermMessages } from './planTerms';
import { reportMessages } from './reports';

/** The words of the pages for product and catalog managers. */
export const managerMessages = {
  ...planTermMessages,
  ...planMessages,
  ...planActMessages,
  ...conversationMessages,
  ...reportMessages,
  ...announcementMessages,
  ...deliveryMessages,
  ...operationMessages,
  ...calendarMessages,
  ...accessMessages,
  ...logMessages,
  ...manageMessages,
} as const;
