/** What the rules say in English of the options that an offer asks for, word for word. */
export const toldOptions = {
  'told.option.invalid': 'The option schema is not valid: {{fault}}. Mend it at the place named.',
  'told.option.object': 'The option schema must have "type": "object".',
  'told.option.most': 'An offer asks for at most {{most}} options; join or drop some.',
  'told.option.refused':
    'The option schema uses {{what}} at {{place}}; write the schema out in place.',
  'told.option.pattern': 'The pattern at {{place}} cannot be used: {{fault}}.',
  'told.option.fixedLong':
    'The fixed value of {{name}} has more than {{most}} characters, too many to match its pattern or format; shorten it, or take the pattern or format out.',
  'told.option.fixed': 'The fixed value of {{name}} {{fault}}; correct it.',
  'told.option.schemaFlat':
    'The option schema cannot be used: {{fault}}. Make it flatter or smaller.',
  'told.option.fixedFlat':
    'The fixed values cannot be used: {{fault}}. Make it flatter or smaller.',
  'told.option.effect':
    'Give a number from 0 to 999999999999 with at most 6 digits after the point',
} as const;
