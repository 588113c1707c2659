import { bundleMessages } from './bundle';
import { editorMessages } from './editor';
import { formMessages } from './forms';
import { keptMessages } from './kept';
import { optionMessages } from './options';
import { priceMessages } from './prices';
import { sectionMessages } from './sections';
import { toldMessages } from './told';
import { wizardMessages } from './wizard';

/** The words of everything by which offers are written: forms, wizard, prices, editor. */
export const editingMessages = {
  ...formMessages,
  ...wizardMessages,
  ...priceMessages,
  ...keptMessages,
  ...editorMessages,
  ...sectionMessages,
  ...optionMessages,
  ...bundleMessages,
  ...toldMessages,
} as const;
