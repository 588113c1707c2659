import type { shellMessages } from '../messages/shell';
import { staffGerman } from './staff';

/** German for what stands around every page. */
export const shellGerman: Record<keyof typeof shellMessages, string> = {
  ...staffGerman,
  'shell.offers': 'Angebote',
  'shell.catalogue': 'Katalog',
  'shell.manage': 'Verwalten',
  'shell.plans': 'Pläne',
  'shell.sources': 'Quellen',
  'shell.slack': 'Slack',
  'shell.roles': 'Ihre Rollen',
  'shell.page': 'die Seite',
  'shell.nothingHere': 'Hier ist nichts',
  'shell.nothingVisible': 'Hier ist nichts, das Sie sehen können',
  'shell.mistyped': 'Vielleicht ist die Adresse vertippt.',
  'shell.toCatalogue': 'Zum Katalog',
  'shell.mistypedOrClosed':
    'Vielleicht ist die Adresse vertippt, oder was hier war, steht Ihnen nicht offen.',
  'parts.loading': 'Wird geladen: {{what}} …',
  'parts.tryAgain': 'Noch einmal versuchen',
  'parts.silent':
    'Der Server kann gerade nicht antworten ({{status}}). Versuchen Sie es gleich noch einmal.',
  'parts.unreachable':
    'Der Server war nicht zu erreichen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  'parts.everyone': 'Alle',
  'system.announcements': 'das System: Ankündigungen',
  'system.approvals': 'das System: Genehmigungen',
  'system.configuration': 'das System: Konfiguration',
  'system.deliveries': 'das System: Nachrichten',
  'system.events': 'das System: Ereignisse',
  'system.time': 'das System: Zeitablauf',
  'parts.showAll': 'Alle {{number}} zeigen',
  'parts.showFewer': 'Weniger zeigen',
  'parts.close': 'Schließen',
  'parts.back': 'Zurück',
  'change.said': '{{said}}',
  'problem.said': '{{said}}',
  'parts.external': 'extern',
};
