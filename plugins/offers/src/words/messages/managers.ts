import { conversationMessages } from './conversation';
import { planTermMessages } from './planTerms';

/** The words of the pages for product and catalog managers. */
export const managerMessages = {
  ...planTermMessages,
  ...conversationMessages,
} as const;
