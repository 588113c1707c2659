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
  'told.field.usageShared':
    'Mehrere Teile werden nach {{unit}} berechnet: Schätzen Sie den Verbrauch für jeden davon.',
  'told.field.usageEstimate': 'Der Verbrauch ist für einen Monat geschätzt.',
  'told.asked.value': 'Wählen Sie einen Wert',
  'told.asked.mend': 'Das Angebot muss in Ordnung gebracht werden: {{fault}}',
  'told.asked.smaller': 'Geben Sie kleinere Optionen an: {{fault}}',
  'told.asked.noOption': 'Das Angebot hat keine solche Option; nehmen Sie sie heraus',
  'told.asked.most': 'Geben Sie höchstens {{most}} Zeichen an',
  'told.asked.fixed': 'Das Angebot legt diese Option fest; nehmen Sie sie heraus',
  'told.asked.noToggle': 'Das Angebot hat keinen solchen Schalter; nehmen Sie ihn heraus',
  'told.asked.discount': 'Nachlass des Bündels: {{percent}} %',
  'told.asked.noneIn':
    'Was gewählt ist, hat keinen Preis in {{currency}}: Wählen Sie eine andere Währung, oder lassen Sie es weg.',
  'told.asked.noPriceIn': 'Es hat keinen Preis in {{currency}}',
  'told.asked.part':
    'Einen Teil dieses Bündels können Sie zu dieser Zeit nicht bestellen, also auch das Bündel nicht.',
  'told.asked.noBundle': 'Dieses Angebot ist kein Bündel; nehmen Sie die Schritte heraus',
  'told.asked.choices': 'Verbessern Sie die Auswahl.',
  'told.asked.among': 'Wählen Sie {{count}} für {{title}}, aus {{steps}}',
  'told.asked.noStep': 'Das Bündel hat keinen Schritt {{step}}; nehmen Sie ihn heraus',
  'told.asked.oneStep': 'Wählen Sie mindestens einen Schritt',
  'told.asked.watched': 'Sie beobachten {{most}} Angebote: Lassen Sie zuerst eines davon',
  'told.asked.toggleOver': '{{toggle}} lässt sich nicht mehr wählen und steht auf seinem Standard.',
  'told.asked.server': 'Der Server antwortete {{status}}.',
  'told.asked.code': 'Geben Sie den Code ein, wie er gezeigt wurde, zum Beispiel K7M2-9QXD-4TPA',
};
