import { accessGerman } from './access';
import { announcementGerman } from './announcements';
import { calendarGerman } from './calendar';
import { conversationGerman } from './conversation';
import { deliveryGerman } from './deliveries';
import { demandGerman } from './demand';
import { demandActGerman } from './demandActs';
import { logGerman } from './log';
import { manageGerman } from './manage';
import { offerMoveGerman } from './offerMoves';
import { operationGerman } from './operations';
import { planActGerman } from './planActs';
import { planGerman } from './plans';
import { productReleaseGerman } from './productReleases';
import { reportGerman } from './reports';
import { structureGerman } from './structure';
import { toldFieldsGerman } from './toldFields';
import { toldGatesGerman } from './toldGates';
import { toldOptionsGerman } from './toldOptions';
import { toldRefusalsGerman } from './toldRefusals';
import { toldStructureGerman } from './toldStructure';
import { viewGerman } from './views';
import { auditActionGerman } from './auditActions';
import { slackErrorGerman } from './slackErrors';

/** German for the pages for product and catalog managers. */
export const managerGerman = {
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
  ...structureGerman,
  ...offerMoveGerman,
  ...toldGatesGerman,
  ...toldOptionsGerman,
  ...toldRefusalsGerman,
  ...toldStructureGerman,
  ...toldFieldsGerman,
  ...demandGerman,
  ...demandActGerman,
  ...productReleaseGerman,
  ...viewGerman,
  ...auditActionGerman,
  ...slackErrorGerman,
};
