/** What the rules say in English to whoever asks for an offer: of times and prices, word for word. */
export const toldAsked = {
  'told.field.localTime': 'Give a local date and time, such as 2026-12-01T09:00',
  'told.field.instant': 'Give an instant with its zone, such as 2026-12-01T09:00:00Z',
  'told.field.noTime': '{{local}} is not a date and time in {{zone}}; choose another',
  'told.field.skipped':
    '{{local}} does not exist in {{zone}}: the clock goes from before it to after it that day. Choose a time an hour later',
  'told.field.farAway': '{{local}} is too far away; choose another date',
  'told.field.zone': 'Give an IANA time zone, such as Europe/Amsterdam or UTC',
  'told.field.years': 'Give an instant that lies in the years 0000 to 9999 of UTC',
  'told.field.noPrice': 'There is no price for you yet. Ask its owner.',
  'told.field.noPriceIn': 'There is no price for you in {{asked}}. Choose one of {{currencies}}.',
  'told.field.chooseOne': 'Choose one of {{currencies}}',
  'told.field.usageNotes': 'By use, and not part of the totals: {{units}}.',
  'told.field.usageEstimate': 'Usage is an estimate for a month.',
} as const;
