import { bundleMessages } from './bundle';
import { editorMessages } from './editor';
import { keptMessages } from './kept';
import { optionMessages } from './options';
import { priceMessages } from './prices';
import { sectionMessages } from './sections';
import { wizardMessages } from './wizard';

/** The words of everything by which offers are written: wizard, prices, editor; the pages that write bring them. */
export const editingMessages = {
  ...wizardMessages,
  ...priceMessages,
  ...keptMessages,
  ...editorMessages,
  ...sectionMessages,
  ...optionMessages,
  ...bundleMessages,
} as const;
