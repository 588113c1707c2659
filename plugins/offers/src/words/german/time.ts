import type { timeMessages } from '../messages/time';

/** German for looking at another instant. */
export const timeGerman: Record<keyof typeof timeMessages, string> = {
  'asOf.open': 'Stand vom …',
  'asOf.title': 'Zu einer anderen Zeit ansehen',
  'asOf.lede':
    'Der Katalog, wie er war oder nach jetziger Planung sein wird. Das sehen nur die, die alle Angebote lesen dürfen.',
  'asOf.when': 'Datum und Uhrzeit',
  'asOf.show': 'Zeigen',
  'asOf.was': 'So war es am {{when}}, nicht so, wie es jetzt ist.',
  'asOf.willBe': 'So wird es nach jetziger Planung am {{when}} sein, nicht so, wie es ist.',
  'asOf.back': 'Zurück zu jetzt',
  'asOf.now': 'Sie sehen es, wie es jetzt ist.',
  'zone.label': 'Zeitzone',
  'zone.search': 'Zeitzonen suchen',
};
