import { managerMessages } from './messages/managers';
import { toldFields } from './messages/toldFields';
import { toldGates } from './messages/toldGates';
import { toldOptions } from './messages/toldOptions';
import { toldRefusals } from './messages/toldRefusals';
import { toldStructure } from './messages/toldStructure';
import { moreWords } from './MoreWords';
import { knowTold } from './told';
import { wordsRef } from './translation';

export const managerRef = wordsRef('plugin.offers.managers', managerMessages, () =>
  import('./german/managers').then(({ managerGerman }) => managerGerman),
);

knowTold(toldGates, toldFields, toldOptions, toldRefusals, toldStructure);

/** Gives the pages in it the words for product and catalog managers besides everybody's. */
export const ManagerWords = moreWords(managerRef, managerMessages);
