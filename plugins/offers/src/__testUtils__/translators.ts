import { mockApis } from '@backstage/frontend-test-utils';
import { offersTranslationRef } from '../words/translation';
import type { T } from '../words/useWords';

/** The translator as an app has it that speaks English. */
export function englishT(): T {
  const snapshot = mockApis.translation().getTranslation(offersTranslationRef);
  if (!snapshot.ready) throw new Error('English is there at once');
  return snapshot.t;
}
