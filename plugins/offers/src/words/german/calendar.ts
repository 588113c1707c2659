import type { calendarMessages } from '../messages/calendar';

/** German for the calendars. */
export const calendarGerman: Record<keyof typeof calendarMessages, string> = {
  'calendar.title': 'Release-Kalender',
  'calendar.lede':
    'Wann Pläne vorbereitet und veröffentlicht werden und wann Angebote enden, und was sich im Weg steht. Zeiten sind in {{zone}}.',
  'calendar.effectLede':
    'Was wann wirksam wird: Veröffentlichungen, Ankündigungen und Enden von dem, was genehmigt ist. Zeiten sind in {{zone}}.',
  'calendar.loading': 'Der Kalender',
  'calendar.preparation': 'Vorbereitung',
  'calendar.release': 'Veröffentlichung',
  'calendar.notice': 'Ankündigung',
  'calendar.end': 'Ende',
  'calendar.clash': 'Konflikt',
  'calendar.clashes': 'Konflikte',
  'calendar.clashesHere': 'Konflikt.',
  'calendar.noReleases': 'Keine Veröffentlichungen:',
  'calendar.freeze': '{{title}}, {{from}} bis {{until}}',
  'calendar.event': '{{time}} {{what}} – {{kind}}',
  'calendar.before': 'Monat davor',
  'calendar.after': 'Monat danach',
  'calendar.thisMonth': 'Dieser Monat',
  'calendar.look': 'Darstellung',
  'calendar.month': 'Monat',
  'calendar.timeline': 'Zeitachse',
  'calendar.list': 'Liste',
  'calendar.nothing': 'In diesem Monat geschieht nichts',
  'calendar.nothingDo': 'Pläne mit einem Termin darin erscheinen hier von selbst.',
  'calendar.nothingSettled': 'Nichts, was genehmigt ist, wird in diesem Monat wirksam',
  'calendar.nothingSettledDo':
    'Sehen Sie in einen anderen Monat, oder auch auf das, was noch nicht genehmigt ist.',
  'calendar.dates': 'Termine',
  'calendar.when': 'Wann',
  'calendar.what': 'Was',
  'calendar.plan': 'Plan',
  'calendar.offer': 'Angebot',
  'calendar.scenario': 'Szenario',
  'calendar.state': 'Zustand',
  'calendar.datesOf': 'Termine von {{title}}',
  'calendar.lines': 'Pläne auf einer Zeitachse, ab {{day}}',
  'calendar.unsettled': 'Auch, was noch nicht genehmigt ist',
  'calendar.save': 'Als CSV speichern',
  'calendar.saved': 'Die Termine von {{month}} sind gespeichert.',
  'calendar.held': 'Jetzt zurückgehalten',
  'calendar.heldNote':
    'Sie sind veröffentlicht und beginnen von selbst, sobald das Produkt-Release ausgerollt ist, das sie brauchen.',
  'calendar.heldNone': 'Nichts wartet auf ein Ausrollen.',
};
