import type { toldAsked } from '../messages/toldAsked';

/** German for what is said to whoever asks for an offer. */
export const toldAskedGerman: Record<keyof typeof toldAsked, string> = {
  'told.field.localTime': 'Geben Sie Datum und Uhrzeit an, zum Beispiel 2026-12-01T09:00',
  'told.field.instant':
    'Geben Sie Datum und Uhrzeit mit Zeitzone an, zum Beispiel 2026-12-01T09:00:00Z',
  'told.field.noTime': '{{local}} ist kein Zeitpunkt in {{zone}}; wählen Sie einen anderen',
  'told.field.skipped':
    '{{local}} gibt es in {{zone}} nicht: An diesem Tag springt die Uhr darüber hinweg. Wählen Sie eine Stunde später',
  'told.field.farAway': '{{local}} liegt zu weit weg; wählen Sie ein anderes Datum',
  'told.field.zone': 'Geben Sie eine IANA-Zeitzone an, zum Beispiel Europe/Amsterdam oder UTC',
  'told.field.years': 'Geben Sie einen Zeitpunkt in den Jahren 0000 bis 9999 (UTC) an',
  'told.field.noPrice': 'Für Sie gibt es noch keinen Preis. Fragen Sie die Verantwortlichen.',
  'told.field.noPriceIn':
    'In {{asked}} gibt es für Sie keinen Preis. Wählen Sie eine von {{currencies}}.',
  'told.field.chooseOne': 'Wählen Sie eines von {{currencies}}',
  'told.field.usageNotes': 'Nach Verbrauch und nicht in den Summen: {{units}}.',
  'told.field.usageEstimate': 'Der Verbrauch ist für einen Monat geschätzt.',
};
