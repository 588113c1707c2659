import type { TranslationRef } from '@backstage/core-plugin-api/alpha';
import { mockApis } from '@backstage/frontend-test-utils';
import { editingGerman } from '../words/german/editing';
import { everyoneGerman } from '../words/german/everyone';
import { managerGerman } from '../words/german/managers';
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

const german: Readonly<Record<string, string>> = {
  ...everyoneGerman,
  ...managerGerman,
  ...editingGerman,
};

/** The translator of every page in German, as i18next finds a message: by context, by count, by its key. */
export function germanT(): T {
  const translate = (key: string, values: Record<string, unknown> = {}) => {
    const counted = `${key}_${values.count === 1 ? 'one' : 'other'}`;
    const message = german[`${key}_${values.context}`] ?? german[counted] ?? german[key] ?? key;
    return message.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  };
  return translate as unknown as T;
}
