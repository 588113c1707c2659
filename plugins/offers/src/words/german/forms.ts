import type { formMessages } from '../messages/forms';

/** German for fields, lists and checks that many pages use. */
export const formGerman: Record<keyof typeof formMessages, string> = {
  'form.required': 'Erforderlich',
  'form.reason': 'Grund',
  'form.title': 'Titel',
  'form.noteToApprovers': 'Hinweis für die Genehmigenden',
  'form.release': 'Datum und Uhrzeit der Veröffentlichung',
  'form.forYou': 'Bei Ihnen ist das {{when}}.',
  'form.add': 'Hinzufügen',
  'form.addTo': 'Zu „{{list}}“ hinzufügen',
  'form.named': '{{list}}: genannt',
  'form.removeFrom': '{{item}} aus „{{list}}“ entfernen',
  'form.everyone': 'Alle, die angemeldet sind',
  'check.met': 'Erfüllt',
  'check.missing': 'Fehlt',
  'reach.nobody': 'Niemand',
  'reach.people_one': '{{whom}} ({{count}} Person)',
  'reach.people_other': '{{whom}} ({{count}} Personen)',
  'margins.noCost': '{{price}} {{currency}} im ersten Jahr; keine Kosten in {{currency}} bekannt',
  'margins.known': '{{price}} {{currency}} im ersten Jahr, Kosten {{cost}} {{currency}}: {{rest}}',
  'margins.percent': 'Marge {{percent}} %',
  'margins.none': 'keine Marge',
  'margins.lowest': ', je nach Wahl bis hinab zu {{percent}} %',
  'margins.floor': ' (mindestens {{percent}} %)',
  'margins.noFloor': ' (ohne Mindestmarge)',
  'margins.under': ', unter der Mindestmarge',
};
