import type { TranslationRef } from '@backstage/core-plugin-api/alpha';
import { mockApis } from '@backstage/frontend-test-utils';
import { editingRef } from '../words/EditingWords';
import { managerRef } from '../words/ManagerWords';
import { editingMessages } from '../words/messages/editing';
import { managerMessages } from '../words/messages/managers';
import { everyoneRef, type T } from '../words/translation';
import { joined } from '../words/useT';

function english(ref: TranslationRef): unknown {
  const snapshot = mockApis.translation().getTranslation(ref);
  if (!snapshot.ready) throw new Error('English is there at once');
  return snapshot.t;
}

/** The translator of every page, as an app has it that speaks English. */
export function englishT(): T {
  const forManagers = joined(english(everyoneRef) as T, english(managerRef), managerMessages);
  return joined(forManagers, english(editingRef), editingMessages);
}
