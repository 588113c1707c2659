import type { toldMessages } from '../messages/told';
import { toldFieldsGerman } from './toldFields';
import { toldGatesGerman } from './toldGates';
import { toldReasonsGerman } from './toldReasons';

/** German for the sentences of offers-common. */
export const toldGerman: Record<keyof typeof toldMessages, string> = {
  ...toldGatesGerman,
  ...toldReasonsGerman,
  ...toldFieldsGerman,
};
