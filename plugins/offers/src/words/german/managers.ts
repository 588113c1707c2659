import { accessGerman } from './access';
import { announcementGerman } from './announcements';
import { calendarGerman } from './calendar';
import { conversationGerman } from './conversation';
import { deliveryGerman } from './deliveries';
import { logGerman } from './log';
import { manageGerman } from './manage';
import { operationGerman } from './operations';
import { planActGerman } from './planActs';
import { planGerman } from './plans';
import { planTermGerman } from './planTerms';
import { reportGerman } from './reports';

/** German for the pages for product and catalog managers. */
export const managerGerman = {
  ...planTermGerman,
  ...planGerman,
  ...planActGerman,
  ...conversationGerman,
  ...reportGerman,
  ...announcementGerman,
  ...deliveryGerman,
  ...operationGerman,
  ...calendarGerman,
  ...accessGerman,
  ...logGerman,
  ...manageGerman,
};
