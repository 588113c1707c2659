import { accessMessages } from './access';
import { announcementMessages } from './announcements';
import { calendarMessages } from './calendar';
import { conversationMessages } from './conversation';
import { deliveryMessages } from './deliveries';
import { demandMessages } from './demand';
import { demandActMessages } from './demandActs';
import { logMessages } from './log';
import { manageMessages } from './manage';
import { offerMoveMessages } from './offerMoves';
import { operationMessages } from './operations';
import { planActMessages } from './planActs';
import { planMessages } from './plans';
import { productReleaseMessages } from './productReleases';
import { reportMessages } from './reports';
import { structureMessages } from './structure';
import { toldFields } from './toldFields';
import { toldGates } from './toldGates';
import { toldOptions } from './toldOptions';
import { toldRefusals } from './toldRefusals';
import { toldStructure } from './toldStructure';
import { viewMessages } from './views';

/** The words of the pages for product and catalog managers; those pages bring them. */
export const managerMessages = {
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
  ...structureMessages,
  ...offerMoveMessages,
  ...toldGates,
  ...toldOptions,
  ...toldRefusals,
  ...toldStructure,
  ...toldFields,
  ...demandMessages,
  ...demandActMessages,
  ...productReleaseMessages,
  ...viewMessages,
} as const;
