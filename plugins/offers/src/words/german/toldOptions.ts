import type { toldOptions } from '../messages/toldOptions';

/** German for what the rules say of the options that an offer asks for. */
export const toldOptionsGerman: Record<keyof typeof toldOptions, string> = {
  'told.option.invalid':
    'Das Schema der Optionen ist nicht gültig: {{fault}}. Verbessern Sie es an der genannten Stelle.',
  'told.option.object': 'Das Schema der Optionen braucht "type": "object".',
  'told.option.most':
    'Ein Angebot fragt nach höchstens {{most}} Optionen; fassen Sie einige zusammen oder lassen Sie sie weg.',
  'told.option.refused':
    'Das Schema der Optionen benutzt {{what}} bei {{place}}; schreiben Sie es dort aus.',
  'told.option.pattern': 'Das Muster bei {{place}} ist nicht verwendbar: {{fault}}.',
  'told.option.fixedLong':
    'Der feste Wert von {{name}} hat mehr als {{most}} Zeichen, zu viele für sein Muster oder Format; kürzen Sie ihn, oder nehmen Sie Muster oder Format heraus.',
  'told.option.fixed': 'Der feste Wert von {{name}} passt nicht ({{fault}}); berichtigen Sie ihn.',
  'told.option.schemaFlat':
    'Das Schema der Optionen ist nicht verwendbar: {{fault}}. Machen Sie es flacher oder kleiner.',
  'told.option.fixedFlat':
    'Die festen Werte sind nicht verwendbar: {{fault}}. Machen Sie sie flacher oder kleiner.',
  'told.option.effect':
    'Geben Sie eine Zahl von 0 bis 999999999999 mit höchstens 6 Stellen nach dem Punkt an',
};
