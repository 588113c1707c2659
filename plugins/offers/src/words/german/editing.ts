import type { editingMessages } from '../messages/editing';
import { bundleGerman } from './bundle';
import { editorGerman } from './editor';
import { keptGerman } from './kept';
import { optionGerman } from './options';
import { priceGerman } from './prices';
import { sectionGerman } from './sections';
import { wizardGerman } from './wizard';

/** German for everything by which offers are written. */
export const editingGerman: Record<keyof typeof editingMessages, string> = {
  ...wizardGerman,
  ...priceGerman,
  ...keptGerman,
  ...editorGerman,
  ...sectionGerman,
  ...optionGerman,
  ...bundleGerman,
};
