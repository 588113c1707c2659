import { editingMessages } from './messages/editing';
import { moreWords } from './MoreWords';
import { wordsRef } from './translation';

export const editingRef = wordsRef('plugin.offers.editing', editingMessages, () =>
  import('./german/editing').then(({ editingGerman }) => editingGerman),
);

/** Gives the pages in it the words by which offers are written besides those around it. */
export const EditingWords = moreWords(editingRef, editingMessages);
