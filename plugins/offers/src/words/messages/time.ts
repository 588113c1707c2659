/** The words of looking at another instant. */
export const timeMessages = {
  'asOf.open': 'As of…',
  'asOf.title': 'See it at another time',
  'asOf.lede':
    'The catalogue as it was, or as it will be by what is planned now. Only those who may read every offer see this.',
  'asOf.when': 'Date and time',
  'asOf.show': 'Show',
  'asOf.was': 'This is how it was on {{when}}, not how it is now.',
  'asOf.willBe': 'This is how it will be on {{when}} by what is planned now, not how it is.',
  'asOf.back': 'Back to now',
  'asOf.now': 'You see it as it is now.',
  'zone.label': 'Time zone',
  'zone.search': 'Search time zones',
} as const;
