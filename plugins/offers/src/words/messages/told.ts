import { toldFields } from './toldFields';
import { toldGates } from './toldGates';
import { toldReasons } from './toldReasons';

/** The sentences of offers-common, which the rules and the server say in English, word for word. */
export const toldMessages = { ...toldGates, ...toldReasons, ...toldFields } as const;
