import { conversationGerman } from './conversation';
import { planTermGerman } from './planTerms';

/** German for the pages for product and catalog managers. */
export const managerGerman = {
  ...planTermGerman,
  ...conversationGerman,
};
